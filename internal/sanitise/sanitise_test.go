package sanitise_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/sanitise"
)

func TestHTML(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{`<p onclick="x()">A <b>bold</b> man</p>`, `<p>A <b>bold</b> man</p>`, "handlers go"},
		{`<a href="/x">y</a>`, `<a href="/x" rel="nofollow noopener">y</a>`, "links are marked"},
		{`<a rel="author" href="/x">y</a>`, `<a href="/x" rel="nofollow noopener">y</a>`, "whatever they had"},
		{`<a href="javascript:x">y</a>`, `<a>y</a>`, "the text stays"},
		{`<a href="/x" href="javascript:x">y</a>`, `<a href="/x" rel="nofollow noopener">y</a>`, "the first counts"},
		{`a<script>alert(1)</script>b`, `ab`, "scripts go with what is in them"},
		{`<h1 id="location" name="cookie">T</h1>`, `<h1>T</h1>`, "ids would clobber"},
		{`<img src="a.png" alt="A" onerror="x" srcset="b.png 2x">`, `<img src="a.png" alt="A">`, "pictures"},
		{`<img src="data:image/svg+xml,x" alt="A">`, `<img alt="A">`, "no data"},
		{`<object>fallback`, `fallback`, "text is not lost with an element that is not closed"},
		{`<svg><p>x</svg>`, `<p>x`, "foreign content loses its root"},
		{`<td colspan="2" style="x">1</td>`, `<td colspan="2">1</td>`, "tables"},
	} {
		got := sanitise.HTML(tt.in)
		assert.Equal(t, tt.want, got, tt.reason)
		assert.Equal(t, got, sanitise.HTML(got), "twice changes nothing: %s", tt.reason)
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{`<a href="&#x6a;avascript:x">y</a>`, `<p>a<b>c`, `<svg><style><img src=x onerror=y>`, `<textarea></p><script>`, `<a href='%zz' title='"&lt;'>`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := sanitise.HTML(s)
		if twice := sanitise.HTML(once); twice != once {
			t.Fatalf("not idempotent:\n%q\n%q", once, twice)
		}
	})
}
