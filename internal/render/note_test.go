package render_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	goldmarkhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
)

// plainReaders know neither footnotes nor definitions.
var plainReaders = []goldmark.Markdown{
	goldmark.New(goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe())),
	goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe())),
}

// holdsPlain holds that readers of that kind find nothing active in a piece of
// Markdown, and no definition of a link.
func holdsPlain(t testing.TB, markdown string) {
	t.Helper()
	for _, reader := range plainReaders {
		var b bytes.Buffer
		found := parser.NewContext()
		require.NoError(t, reader.Convert([]byte(markdown), &b, parser.WithContext(found)))
		assert.Empty(t, found.References(), "%s", markdown)
		for _, active := range hostile.Active(b.String()) {
			assert.Regexp(t, `^<(input|t[dh] align=)`, active, "%s\n%s", markdown, &b) // tasks and columns of GFM
		}
	}
}

// noted is an article with a note.
func noted(note ...*html.Node) *html.Node {
	reference := node("footnote")
	reference.Attr = []html.Attribute{{Key: "n", Val: "1"}}
	p, list, item := node("p"), node("ol"), node("li")
	p.AppendChild(textNode("a"))
	p.AppendChild(reference)
	item.Attr = []html.Attribute{{Key: "data-note", Val: "1"}}
	for _, n := range note {
		item.AppendChild(n)
	}
	list.AppendChild(item)
	root := node("div")
	root.AppendChild(p)
	root.AppendChild(list)
	return root
}

func TestNotesAreNoDefinitions(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{`Two words`, `[^1]: Two words`, "is no definition"},
		{`javascript:alert(1)`, `[^1]: javascript:alert(1) &nbsp;`, "an address alone is one"},
		{`x "y"`, `[^1]: x "y" &nbsp;`, "so is one with a title"},
		{`x (y)<br>z`, "[^1]: x (y) &nbsp;  \n    z", "the rest is text then"},
		{`x 'y<br>z'`, "[^1]: x 'y  \n    z' &nbsp;", "a title of two lines"},
		{`x<br>(y)`, "[^1]: x &nbsp;  \n    (y)", "or in the second"},
		{`x (y) z`, `[^1]: x (y) z`, "no title"},
		{`x<code>y (z</code>)`, "[^1]: x`y (z`) &nbsp;", "blocks come before code"},
		{`&lt; javascript:alert(1)&gt;`, `[^1]: &lt; javascript:alert(1)>`, "an address with blanks in it"},
		{`<p>x</p><p>"y"</p>`, "[^1]: x &nbsp;\n\n    \"y\"", "two paragraphs"},
		{`<a href="/x">y</a>`, `[^1]: [y](/x) &nbsp;`, "a link is one word"},
		{"<pre>a\n\nb</pre>", "[^1]:\n\n    ```\n    a\n\n    b\n    ```", "code is none behind the mark"},
		{"<ul><li><pre>a</pre></li></ul>", "[^1]:\n\n    - ```\n      a\n      ```", "nor in a list there"},
		{`<ul><li>a</li></ul>`, `[^1]: - a`, "other lists may stand there"},
		{`<hr>`, "[^1]:\n\n    ___", "a break is one word"},
	} {
		root := parsed(t, tt.in)
		var children []*html.Node
		for c := root.FirstChild; c != nil; c = root.FirstChild {
			root.RemoveChild(c)
			children = append(children, c)
		}
		markdown := markdownOf(noted(children...))
		assert.Equal(t, "a[^1]\n\n"+tt.want, markdown, tt.reason)
		holdsPlain(t, markdown)
		assert.Contains(t, read(t, markdown), `id="fn:1"`, tt.reason)
	}
}

// TestInertInNotes holds that readers without notes and definitions find
// nothing in any article that stands in one.
func TestInertInNotes(t *testing.T) {
	for _, program := range programs(*trees) {
		holdsPlain(t, markdownOf(noted(tree(program))))
		term, meaning, list, root := node("dt"), node("dd"), node("dl"), node("div")
		term.AppendChild(textNode("term"))
		meaning.AppendChild(tree(program))
		list.AppendChild(term)
		list.AppendChild(meaning)
		root.AppendChild(list)
		holdsPlain(t, markdownOf(root))
	}
}
