package parse

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var noBlanks = Limits{Nodes: defaults.Nodes, Depth: defaults.Depth, Attributes: defaults.Attributes}

func TestBlanks(t *testing.T) {
	for _, c := range []struct {
		reason, page string
		blanks       int // texts of nothing but white space in the tree
	}{
		{"between blocks", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>c</p>\n", 0},
		{"in the head and around it", "<html>\n<head>\n<meta a>\n<title>b</title>\n</head>\n<body>\n<p>c", 0},
		{"in tables", "<table>\n<colgroup> <col> </colgroup>\n<tr>\n<td>\n<p>a</td>\n</tr>\n</table>\n", 1}, // behind <col>
		{"before what stands in a line, at its beginning", "<p> <b>a</b>", 0},
		{"between words", "<p><b>a</b> <i>b</i>", 1},
		{"behind a line break", "<p>a<br> <i>b</i>", 1},
		{"behind a tag of a block that makes none", "<b>a</b></div> <i>b</i><tr> <i>c</i>", 2},
		{"in code, where it is text", "<pre> <p>a</p>\n<p>b</p>\n</pre>\n<p>c", 3},
		{"in formatting that goes on", "<p><b>a</p> <p>b", 1},
	} {
		root, _, err := Document([]byte(c.page), noBlanks)
		require.NoError(t, err)
		n := 0
		for d := range root.Descendants() {
			if d.Type == html.TextNode && blank(d.Data) {
				n++
			}
		}
		assert.Equal(t, c.blanks, n, c.reason)
		sameButBlanks(t, c.reason, c.page)
	}
}

// TestBlanksOfPages holds that nothing else is missing from whole pages.
func TestBlanksOfPages(t *testing.T) {
	for name, page := range pages(t, 100) {
		sameButBlanks(t, name, strings.ToValidUTF8(string(page), "\uFFFD"))
	}
}

// sameButBlanks holds that the builder leaves out nothing but white space at the
// edges of blocks.
func sameButBlanks(t testing.TB, name, page string) {
	got, _, ok := build(page, noBlanks)
	if !ok {
		return
	}
	want, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	trim(want)
	trim(got)
	if a, b := outline(want), outline(got); a != b {
		assert.Equal(t, a, b, name)
	}
}

// trim takes out white space that no text stands before in its block.
func trim(root *html.Node) {
	edge := true
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		traits := lookup(hash(n.Data)).traits
		switch {
		case n.DataAtom == atom.Svg, n.DataAtom == atom.Template, n.DataAtom == atom.Script, n.DataAtom == atom.Style: // what is in them is passed over
		case n.Type == html.TextNode:
			if n.Parent.DataAtom == atom.Head || n.Parent.DataAtom == atom.Html || n.Parent.DataAtom == atom.Colgroup || edge && !verbatim(n) {
				n.Data = strings.TrimLeftFunc(n.Data, func(r rune) bool { return r <= ' ' })
			}
			if edge = edge && n.Data == ""; n.Data == "" {
				n.Parent.RemoveChild(n)
			}
		case n.Type == html.ElementNode && traits&void != 0:
			edge = traits&block != 0
		default:
			edge = edge || traits&block != 0
			for c := n.FirstChild; c != nil; {
				next := c.NextSibling
				walk(c)
				c = next
			}
			edge = edge || traits&block != 0
		}
	}
	walk(root)
}

func verbatim(n *html.Node) bool {
	for up := range n.Ancestors() {
		if up.DataAtom == atom.Pre || up.DataAtom == atom.Listing || up.DataAtom == atom.Xmp || up.DataAtom == atom.Textarea {
			return true
		}
	}
	return false
}
