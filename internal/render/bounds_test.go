package render_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
	"github.com/seed-1beecd1b/bodycopy/internal/render"
)

// mixed has every sort of element, and text that would be HTML if a mark
// before it were missing.
const mixed = "<h2>A &lt;script>alert(1)&lt;/script></h2><p>one <strong>two <em>three &lt;img src=x onerror=alert(1)></em></strong> <a href=\"https://a.example/\">four</a></p>" +
	"<ul><li>five<ol><li>six<pre><code>&lt;script>alert(1)&lt;/script>\n\n~~~\n```\n</code></pre></li></ol></li></ul>" +
	"<blockquote><p>seven</p><pre>\n&lt;iframe src=x>\n</pre></blockquote><table><tr><th>a</th><th>b|</th></tr><tr><td>c</td><td><pre>&lt;b onclick=x></pre></td></tr></table>" +
	"<dl><dt>eight</dt><dd>nine</dd></dl><p>`&lt;script>`</p>"

type writer = func(*html.Node, render.Bounds) (string, render.End)

// TestBytes holds that wherever a rendering is cut, nothing active is in it,
// and that it is hardly longer than it may be.
func TestBytes(t *testing.T) {
	const piece = 60 // bytes that are written between two looks at the length
	root := parsed(t, mixed)
	for name, write := range map[string]writer{"HTML": render.HTML, "Markdown": render.Markdown, "text": render.Text} {
		whole, end := write(root, render.Bounds{})
		assert.Equal(t, render.Whole, end, name)
		for most := 1; most < len(whole); most++ {
			s, end := write(root, render.Bounds{Bytes: most})
			if end == render.Whole {
				assert.Equal(t, whole, s, "%s: %d", name, most)
				continue
			}
			assert.Equal(t, render.TooLong, end)
			assert.LessOrEqual(t, len(s), most+3*piece, name)
			switch name {
			case "HTML":
				assert.Empty(t, hostile.Active(s), "%d", most)
			case "Markdown":
				assert.Empty(t, hostile.Active(read(t, s)), "%d: %s", most, s)
			}
		}
	}
}

// TestStop holds that every rendering asks often enough whether to go on, in
// whatever element it is.
func TestStop(t *testing.T) {
	for _, unit := range []string{"<p>x</p>", "x<br>", "<ul><li>x</li></ul>", "<table><tr><td>x</td></tr></table>", "<b>x</b>", "<dl><dd>x</dd></dl>", "<blockquote>x</blockquote>"} {
		for _, around := range []string{"div", "ul", "table", "blockquote", "p"} {
			inside := strings.Repeat(unit, 10_000)
			root := parsed(t, "<"+around+">"+inside+"</"+around+">")
			for name, write := range map[string]writer{"HTML": render.HTML, "Markdown": render.Markdown, "text": render.Text} {
				whole, _ := write(root, render.Bounds{})
				if whole == "" { // a list has no text but in items
					continue
				}
				asked := 0
				s, end := write(root, render.Bounds{Stop: func() bool { asked++; return asked == 3 }})
				assert.Equal(t, render.Stopped, end, "%s of %s in %s", name, unit, around)
				assert.Less(t, len(s), len(whole)/2, "%s of %s in %s", name, unit, around)
			}
		}
	}
}

// TestSpare holds that text with few references is read as the same text.
func TestSpare(t *testing.T) {
	for _, text := range []string{"a & b && \"c\" 'd'", "&amp; &#1; &lt &x;y &;", "1 < 2 > 0 <b>x</b>", "the end &", "&&lt;&", "é&é"} {
		root := parsed(t, "<p>"+html.EscapeString(text)+"</p>")
		s, _ := render.HTML(root, render.Bounds{Spare: true})
		assert.Equal(t, text, strings.TrimSuffix(allText(parsed(t, s)), "\n"), s)
		assert.Empty(t, hostile.Active(s))
	}
	s, _ := render.HTML(parsed(t, "<p>&amp;\"&amp;\"</p>"), render.Bounds{Spare: true})
	assert.Equal(t, "<p>&\"&\"</p>", s)
}

// allText is all text of a tree.
func allText(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}
