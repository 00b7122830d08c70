package render_test

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldmarkhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
	"github.com/seed-1beecd1b/bodycopy/internal/sanitise"
)

var reader = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.DefinitionList, extension.Footnote), goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe()))

func read(t testing.TB, markdown string) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, reader.Convert([]byte(markdown), &b))
	return b.String()
}

// outline is the text of a piece of HTML without white space, with the
// elements in it that Markdown has a form for.
func outline(t testing.TB, markup string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(markup))
	require.NoError(t, err)
	var b strings.Builder
	var write func(n *html.Node)
	write = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, n.Data))
			return
		}
		named := outlined[n.Data] && n.Type == html.ElementNode && (n.FirstChild != nil || n.Data == "img")
		var inner strings.Builder
		if named {
			inner, b = b, inner
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			write(c)
		}
		if named {
			inner, b = b, inner
			s := inner.String()
			if n.Data == "strong" && allEm(s) {
				s = strongWithin(s)
			} else if s != "" || n.Data == "img" {
				b.WriteString("<" + n.Data)
				for _, a := range n.Attr {
					if a.Key == "href" || a.Key == "src" || a.Key == "alt" || a.Key == "start" && a.Val != "1" {
						b.WriteString(" " + a.Key + "=" + strings.Join(strings.Fields(a.Val), ""))
					}
				}
				s = ">" + s + "</" + n.Data + ">"
			}
			b.WriteString(s)
		}
	}
	write(root)
	return b.String()
}

// strongWithin puts <strong> inside of every <em> that holds all of the
// outline: *** may be read either way round.
func strongWithin(s string) string {
	if !allEm(s) {
		return "<strong>" + s + "</strong>"
	}
	return "<em>" + strongWithin(s[len("<em>"):len(s)-len("</em>")]) + "</em>"
}

// allEm tells whether an outline is one <em> and nothing else.
func allEm(s string) bool {
	if !strings.HasPrefix(s, "<em>") {
		return false
	}
	depth := 0
	for i := range s {
		switch {
		case strings.HasPrefix(s[i:], "<em>"):
			depth++
		case strings.HasPrefix(s[i:], "</em>"):
			if depth--; depth == 0 {
				return i == len(s)-len("</em>")
			}
		}
	}
	return false
}

var outlined = map[string]bool{"ul": true, "ol": true, "li": true, "blockquote": true, "pre": true, "code": true, "h2": true, "td": true, "th": true, "dt": true, "dd": true,
	"strong": true, "em": true, "del": true, "a": true, "img": true, "sub": true, "sup": true, "kbd": true, "mark": true, "q": true, "ins": true}

// sameOutline holds that Markdown, read back, is what HTML says.
func sameOutline(t testing.TB, root *html.Node) {
	t.Helper()
	markup, markdown := htmlOf(root), markdownOf(root)
	if want, got := outline(t, markup), outline(t, read(t, markdown)); want != got {
		t.Fatalf("HTML:\n%s\nMarkdown:\n%s\nwant %s\ngot  %s", markup, markdown, want, got)
	}
}

// holds checks what is true of any article: its Markdown is read as what its
// HTML says, a sanitiser changes nothing in the HTML, and there is nothing
// active in either.
func holds(t testing.TB, root *html.Node) {
	t.Helper()
	sameOutline(t, root)
	markup := htmlOf(root)
	if again := strings.TrimSpace(sanitise.HTML(markup)); again != markup {
		t.Fatalf("sanitised:\n%q\n%q", markup, again)
	}
	if active := hostile.Active(markup); len(active) > 0 {
		t.Fatalf("HTML: %v", active)
	}
	if active := hostile.Active(read(t, markdownOf(root))); len(active) > 0 {
		t.Fatalf("Markdown: %v", active)
	}
}

var trees = flag.Int("trees", 1500, "how many random articles TestTrees makes")

// programs makes programs for trees, the same every time.
func programs(n int) (list [][]byte) {
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		program := make([]byte, 4+r.IntN(60))
		for i := range program {
			program[i] = byte(r.IntN(256))
		}
		list = append(list, program)
	}
	return list
}

func TestTrees(t *testing.T) {
	for _, program := range programs(*trees) {
		holds(t, tree(program))
	}
}

func TestEmphasisInEmphasis(t *testing.T) {
	for _, markup := range []string{
		`<p><em><strong>a</strong></em></p>`,
		`<p><strong><em>a</em></strong></p>`,
		`<p><strong><em><em>a</em></em></strong></p>`,
		`<p><em><strong><em>a</em></strong></em></p>`,
		`<p><strong><em><em> <a href="https://a.example/">a</a></em></em></strong></p>`,
		`<p><strong><em>a</em><em>b</em></strong></p>`,
	} {
		holds(t, parsed(t, markup))
	}
}

func FuzzTree(f *testing.F) {
	for _, program := range programs(40) {
		f.Add(program)
	}
	f.Fuzz(func(t *testing.T, program []byte) { holds(t, tree(program)) })
}
