package extract_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
	"github.com/seed-1beecd1b/bodycopy/internal/sanitise"
)

// seedSize is the size of the damage in the hostile pages that fuzzing begins
// with, in bytes: small inputs are tried faster.
const seedSize = 200

// maxSeed is the largest page that it begins with, in bytes.
const maxSeed = 8 << 10

func seeds(f *testing.F) (pages []string) {
	for i, d := range hostile.Documents(seedSize) {
		if i%3 == 0 && len(d.Data) <= maxSeed {
			pages = append(pages, string(d.Data))
		}
	}
	for i, v := range hostile.Vectors() {
		if i%40 == 0 {
			pages = append(pages, v.Markup)
		}
	}
	names, err := filepath.Glob("../testdata/pages/*.html")
	require.NoError(f, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(f, err)
		if len(data) <= maxSeed {
			pages = append(pages, string(data))
		}
	}
	return append(pages, ferryPage, "<p>a<table>b<div><br><br>c<noscript>d")
}

// holds checks what is true of every result.
func holds(t *testing.T, r *extract.Result) {
	t.Helper()
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if !(b.Score >= 0 && b.Score <= 1) || b.Text == "" || !utf8.ValidString(b.Text) || b.Role >= heuristics.NumRoles {
			t.Fatalf("block %d: score %v, role %d, text %q", i, b.Score, b.Role, b.Text)
		}
		for _, e := range b.Reasons {
			if math.IsNaN(e.Weight) || math.Abs(e.Weight) > heuristics.MaxWeight || e.Heuristic == "" || e.Role >= heuristics.NumRoles {
				t.Fatalf("block %d: evidence %+v", i, e)
			}
		}
	}
	if !utf8.ValidString(fmt.Sprint(r.Metadata)) {
		t.Fatalf("not UTF-8: %q", fmt.Sprint(r.Metadata))
	}
	if c := r.Verdict.Confidence; !(c >= 0 && c <= 1) {
		t.Fatalf("confidence %v", c)
	}
}

// dump writes a tree down, whatever is in it.
func dump(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		fmt.Fprintf(&b, "%d %q %q %v %p %p\n", n.Type, n.Data, n.Namespace, n.Attr, n.Parent, n.NextSibling)
	}
	return b.String()
}

// FuzzExtractHTML holds that no page makes it panic, that the same bytes give
// the same result, that a tree is left as it was, that scores and evidence are
// in their ranges, and that nothing is larger than it may be.
func FuzzExtractHTML(f *testing.F) {
	for _, page := range seeds(f) {
		f.Add(page)
	}
	e := extract.Extractor{Explain: true}
	f.Fuzz(func(t *testing.T, page string) {
		a, err := e.FromBytes([]byte(page), extract.Source{})
		require.NoError(t, err)
		holds(t, a)
		b, err := e.FromBytes([]byte(page), extract.Source{})
		require.NoError(t, err)
		x, err := a.JSON(extract.Rendering{})
		require.NoError(t, err)
		y, err := b.JSON(extract.Rendering{})
		require.NoError(t, err)
		holdsBound(t, "JSON", x, len(page), true)
		if x != y {
			t.Fatalf("the same bytes give two results:\n%s\n%s", x, y)
		}
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			return // nested deeper than the parser allows
		}
		before := dump(root)
		c, err := e.FromNode(root, extract.Source{})
		require.NoError(t, err)
		holds(t, c)
		for format, render := range formats(c) {
			s, err := render(extract.Rendering{Keep: heuristics.Roles()})
			require.NoError(t, err)
			holdsBound(t, format, s, c.Size(), format == "JSON")
		}
		if dump(root) != before {
			t.Fatal("the tree was changed")
		}
	})
}

// FuzzExtractText holds the same for plain text, and that nothing of it is
// lost: the blocks have all of its letters, in order, and so has a record.
func FuzzExtractText(f *testing.F) {
	for _, text := range []string{"", "One line.", "A paragraph of two\nlines.\n\nAnother.", "• item\n• item\n", "一行。\r\n二行。", "\x00\xff\u2028x", strings.Repeat("wrapped at about sixty bytes or a little more than that, yes\n", 5) + "\nend"} {
		f.Add(text)
	}
	e := extract.Extractor{Explain: true}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := e.FromText(text, extract.Source{})
		require.NoError(t, err)
		holds(t, a)
		for format, render := range formats(a) {
			s, err := render(extract.Rendering{Keep: heuristics.Roles()})
			require.NoError(t, err)
			holdsBound(t, format, s, len(text), format == "JSON")
		}
		rec, err := a.Record(extract.Rendering{})
		require.NoError(t, err)
		holdsRecord(t, "text", a, &rec, a.Text())
		b, err := e.FromText(text, extract.Source{})
		require.NoError(t, err)
		var all strings.Builder
		for i := range a.Blocks {
			if a.Blocks[i].Role != b.Blocks[i].Role || a.Blocks[i].Text != b.Blocks[i].Text {
				t.Fatalf("block %d differs", i)
			}
			all.WriteString(a.Blocks[i].Text)
		}
		if got, want := ink(all.String()), ink(strings.ToValidUTF8(text, "\uFFFD")); got != want {
			t.Fatalf("lost or doubled:\n%q\n%q", want, got)
		}
	})
}

// ink is what of a text is seen.
func ink(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r <= ' ', r == 0x85, r == 0xA0, r == 0xAD, r == 0x200B, r == 0x200E, r == 0x200F, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x2060, r == 0x3000, r == 0xFEFF,
			r >= 0x2000 && r <= 0x200A:
			return -1
		}
		return r
	}, s)
}

// FuzzRender holds that renderings of any page, all roles kept, are no larger
// than they may be and have nothing active in them, that a sanitiser changes
// nothing in HTML, and that Markdown, read back, says what HTML says.
func FuzzRender(f *testing.F) {
	for _, page := range seeds(f) {
		f.Add(page)
	}
	var e extract.Extractor
	all := extract.Rendering{Keep: heuristics.Roles()}
	f.Fuzz(func(t *testing.T, page string) {
		r, err := e.FromBytes([]byte(page), extract.Source{URL: "https://harbour.example/story"})
		require.NoError(t, err)
		s, err := r.HTML(all)
		require.NoError(t, err)
		if active := hostile.Active(s); len(active) > 0 {
			t.Fatalf("HTML: %v\n%s", active, s)
		}
		if again := strings.TrimSpace(sanitise.HTML(s)); again != s {
			t.Fatalf("sanitised:\n%q\n%q", s, again)
		}
		m, err := r.Markdown(all)
		require.NoError(t, err)
		if active := hostile.Active(raw(t, m)); len(active) > 0 {
			t.Fatalf("Markdown: %v\n%s", active, m)
		}
		if !strings.Contains(m, "$") { // formulas are no text
			sameText(t, r, all, withoutLinks)
		}
		plain, err := r.PlainText(all)
		require.NoError(t, err)
		j, err := r.JSON(all)
		require.NoError(t, err)
		for format, s := range map[string]string{"HTML": s, "Markdown": m, "text": plain, "JSON": j} {
			holdsBound(t, format, s, len(page), false)
		}
		if !utf8.ValidString(plain) || !utf8.ValidString(s) || !utf8.ValidString(m) {
			t.Fatal("not UTF-8")
		}
	})
}
