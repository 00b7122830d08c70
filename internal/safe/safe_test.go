package safe_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

func TestLink(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{"https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f", "the usual"},
		{"HTTPS://Example.org/", "https://Example.org/", "schemes have no case"},
		{"/a/b:c", "/a/b:c", "a colon after a slash is no scheme"},
		{"?q=a:b", "?q=a:b", "nor one in a query"},
		{"#frag", "#frag", "fragments stay"},
		{"//host.example/x", "//host.example/x", "relative to the scheme"},
		{"  https://example.org/a b \n", "https://example.org/a%20b", "blanks at the ends are trimmed, others encoded"},
		{"https://example.org/a\tb\r\nc", "https://example.org/abc", "tabs and line ends are dropped, as browsers do"},
		{`\\host.example\x`, "//host.example/x", "browsers turn backslashes round"},
		{"mailto:a@example.org", "mailto:a@example.org", "mail"},
		{"tel:+123", "tel:+123", "telephone"},
		{"/wiki/%C3%9Cber", "/wiki/%C3%9Cber", "encoded letters stay"},
		{"/watch?v=\u00a0", "/watch?v=%C2%A0", "no-break spaces are encoded"},
		{"/?q=é\u200bx\ufffd", "/?q=é%E2%80%8Bx%EF%BF%BD", "so is what is not seen"},
		{"javascript:alert(1)", "", "script"},
		{"JaVaScRiPt:alert(1)", "", "in any case"},
		{" \x01javascript:alert(1)", "", "after controls"},
		{"java\nscript:alert(1)", "", "with a line end inside"},
		{"java\x00script:alert(1)", "", "with a NUL inside"},
		{"java\u200bscript:alert(1)", "", "with what is not seen inside"},
		{"javascript&colon;alert(1)", "", "with a character reference that a Markdown renderer decodes"},
		{"&#106;avascript:alert(1)", "", "same"},
		{"&amp;#106;avascript:alert(1)", "", "twice"},
		{"javascript%3Aalert(1)", "", "with percent signs"},
		{`javascript\:alert(1)`, "", "with the backslash of Markdown"},
		{"data:text/html,x", "", "data"},
		{"vbscript:x", "", "another script"},
		{"feed:javascript:x", "", "wrapped"},
		{"blob:https://example.org/x", "", "not named"},
		{"file:///etc/passwd", "", "not named"},
		{"", "", "nothing"},
		{"http://[bad", "", "no address"},
		{"/" + strings.Repeat("a", 9000), "", "too long"},
	} {
		got, ok := safe.Link(tt.in)
		assert.Equal(t, tt.want != "", ok, "%q: %s", tt.in, tt.reason)
		assert.Equal(t, tt.want, got, tt.reason)
	}
}

func TestName(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"CC BY 4.0", true}, {"CC-BY-SA", true}, {"Some rights: see the harbour", true}, {"https://example.org/by: a licence", true},
		{"javascript:alert(1)", false}, {" JavaScript:alert(1) //", false}, {"java&Tab;script&colon;alert(1)", false}, {"data:text/html, x", false},
	} {
		assert.Equal(t, tt.want, safe.Name(tt.in), tt.in)
	}
}

func TestImage(t *testing.T) {
	_, ok := safe.Image("mailto:a@example.org")
	assert.False(t, ok, "mail is no picture")
	_, ok = safe.Image("data:image/svg+xml,<svg onload=alert(1)>")
	assert.False(t, ok)
	src, ok := safe.Image("/a.png")
	assert.True(t, ok)
	assert.Equal(t, "/a.png", src)
}

func FuzzLink(f *testing.F) {
	for _, s := range []string{"https://example.org/a b?c#d", `\\h\p`, "javascript:x", "a&colon;b", "%6aavascript:x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once, ok := safe.Link(s)
		if !ok {
			return
		}
		twice, ok := safe.Link(once)
		if !ok || twice != once {
			t.Fatalf("not idempotent: %q → %q → %q %v", s, once, twice, ok)
		}
		if strings.ContainsAny(once, " <>\"'`\n\t\\") {
			t.Fatalf("special character left: %q", once)
		}
	})
}
