package extract_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// structure is what a piece of HTML has besides words.
type structure struct {
	items  []string // texts of list items, without the lists in them
	cells  []string
	rows   []string // cells joined by " | "
	code   []string // lines
	images []string // addresses
	heads  []string
}

func structureOf(t testing.TB, markup string) *structure {
	t.Helper()
	root, err := html.Parse(strings.NewReader(markup))
	require.NoError(t, err)
	s := &structure{}
	for n := range root.Descendants() {
		switch n.Data {
		case "li":
			s.items = append(s.items, ownText(n))
		case "tr":
			var cells []string
			for c := range n.ChildNodes() {
				if c.Data == "td" || c.Data == "th" {
					cells = append(cells, ownText(c))
				}
			}
			s.cells = append(s.cells, cells...)
			s.rows = append(s.rows, strings.Join(cells, " | "))
		case "pre":
			s.code = append(s.code, strings.Split(strings.Trim(rawText(n), "\n"), "\n")...)
		case "img":
			for _, a := range n.Attr {
				if a.Key == "src" {
					s.images = append(s.images, a.Val)
				}
			}
		case "h1", "h2", "h3", "h4", "h5", "h6":
			s.heads = append(s.heads, n.Data+" "+ownText(n))
		}
	}
	return s
}

// ownText returns the text in n but not in lists and code in it.
func ownText(n *html.Node) string {
	var b strings.Builder
	var write func(n *html.Node)
	write = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			switch c.Data {
			case "ul", "ol", "pre":
			case "br", "p":
				b.WriteByte(' ')
				write(c)
			default:
				write(c)
			}
		}
	}
	write(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

func rawText(n *html.Node) string {
	var b strings.Builder
	for m := range n.Descendants() {
		switch {
		case m.Type == html.TextNode:
			b.WriteString(m.Data)
		case m.Data == "br":
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// structurePages is how many articles the renderings are compared with.
const structurePages = 50

// TestSharedStructure holds that no list item, table cell or line of code of a
// kept block is lost: on pages with such, every kept block that stands in a
// list is found in an item of the rendering, and so on.
func TestSharedStructure(t *testing.T) {
	pages, err := eval.WCXB(shared(t, "wcxb/dev"))
	require.NoError(t, err)
	pages = structured(pages)
	require.Len(t, pages, structurePages)
	items, cells, lines, lost := 0, 0, 0, 0
	for _, p := range pages {
		var e extract.Extractor
		r, err := e.FromBytes(p.HTML, extract.Source{URL: p.URL})
		require.NoError(t, err)
		markup, err := r.HTML(extract.Rendering{})
		require.NoError(t, err)
		markdown, err := r.Markdown(extract.Rendering{})
		require.NoError(t, err)
		sameText(t, r, extract.Rendering{}, commonMark)
		for format, rendered := range map[string]*structure{"HTML": structureOf(t, markup), "Markdown": structureOf(t, commonMark(t, markdown))} {
			want := keptStructure(t, r, p.HTML)
			items, cells, lines = items+len(want.items), cells+len(want.cells), lines+len(want.code)
			for kind, pair := range map[string][2][]string{"item": {want.items, rendered.items}, "cell": {want.cells, rendered.cells}, "line": {exact(want.code), exact(rendered.code)}} {
				for _, s := range missing(pair[0], pair[1]) {
					lost++
					t.Errorf("%s: %s: %s lost: %q", p.ID, format, kind, s)
				}
			}
		}
	}
	t.Logf("%d pages, both formats: %d items, %d cells, %d lines of code; %d lost", len(pages), items, cells, lines, lost)
	assert.Positive(t, items)
}

// structured picks articles with structure: those with code first, then tables,
// then lists.
func structured(pages []eval.Page) (picked []eval.Page) {
	seen := map[string]bool{}
	for _, choice := range []struct {
		tag  string
		most int
	}{{"<pre", 20}, {"<td", 35}, {"<li", structurePages}} {
		for _, p := range pages {
			if p.Kind == "article" && !seen[p.ID] && len(picked) < choice.most && bytes.Contains(p.HTML, []byte(choice.tag)) {
				seen[p.ID] = true
				picked = append(picked, p)
			}
		}
	}
	return picked
}

// exact keeps white space through a comparison of letters.
func exact(lines []string) []string {
	list := make([]string, 0, len(lines))
	for _, s := range lines {
		list = append(list, strings.NewReplacer("\t", "⇥", " ", "␣").Replace(strings.TrimRight(strings.ReplaceAll(s, "\u00a0", " "), " \t\r")))
		if strings.Trim(s, " \t0123456789") == "" {
			list[len(list)-1] = "" // a number of a line
		}
	}
	return list
}

// keptStructure returns what the page's own tree has, of what is kept: kept
// blocks that stand in items, cells that are kept blocks, lines of code in
// those that are.
func keptStructure(t testing.TB, r *extract.Result, page []byte) *structure {
	t.Helper()
	s := &structure{}
	paths := map[string]string{} // of kept blocks, by their letters
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Role != heuristics.Body || b.Hidden() {
			continue
		}
		path := b.Path() + ">"
		paths[letters(b.Text)] += path
		if strings.Contains(path, ">li>") && !strings.Contains(path, ">pre>") {
			s.items = append(s.items, b.Text)
		}
	}
	root, err := html.Parse(bytes.NewReader(page))
	require.NoError(t, err)
	for n := range root.Descendants() {
		switch n.Data {
		case "td", "th":
			if text := ownText(n); strings.Contains(paths[letters(text)], ">"+n.Data+">") {
				s.cells = append(s.cells, text)
			}
		case "pre":
			if text := rawText(n); strings.Contains(paths[letters(text)], ">pre>") {
				s.code = append(s.code, strings.Split(strings.TrimSpace(text), "\n")...)
			}
		}
	}
	return s
}

// missing returns what of want stands in nothing of got.
func missing(want, got []string) (list []string) {
	var all strings.Builder
	for _, s := range got {
		all.WriteString(signs.Replace(letters(s)) + "\n")
	}
	for _, s := range want {
		if !strings.Contains(all.String(), signs.Replace(letters(s))) {
			list = append(list, s)
		}
	}
	return list
}
