package segment

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// of is the kind of an element with this name.
func (t *tag) of(n *html.Node) kind {
	if t.kind == placed || n.Namespace != "" {
		return kindThere(n, t.kind)
	}
	return t.kind
}

// kindThere is the kind of an element in SVG or MathML, or of one whose text
// browsers show in one place and not in another: whatever stands in such an
// element by mistake, the whole page perhaps, is read where a browser shows it.
func kindThere(n *html.Node, k kind) kind {
	switch {
	case n.Namespace == "svg":
		return kindInDrawing(n)
	case k != placed:
		return k
	case n.DataAtom == atom.Template && parse.IsShadow(n):
		return drawing // menus and buttons, on pages that show any text
	case !instead(n):
		return inline
	}
	return dropped
}

// instead tells of an element whose kind depends on its place whether something
// else is shown instead of what is in it.
func instead(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Object:
		return embeds(n)
	case atom.Rt:
		return annotates(n)
	case atom.Template:
		return true
	}
	return n.Namespace == "math" && follows(n)
}

// follows tells whether an annotation of MathML stands behind what it annotates:
// of <semantics>, the first element is shown (MathML Core, 3.5).
func follows(n *html.Node) bool {
	if n.Parent == nil || n.Parent.Data != "semantics" {
		return false
	}
	before := n.PrevSibling
	for before != nil && before.Type != html.ElementNode {
		before = before.PrevSibling
	}
	return before != nil
}

// readsDrawing tells whether what is in a drawing, or in shadow DOM, is read.
func readsDrawing(n *html.Node, reveal, shadows bool) bool {
	return reveal && (shadows || n.DataAtom != atom.Template)
}

// kindInDrawing is the kind of an element of SVG. Labels of drawings are no text
// of the page.
func kindInDrawing(n *html.Node) kind {
	switch n.Data {
	case "svg", "g", "switch":
		return drawing
	case "a":
		return inline
	case "foreignObject":
		return boundary
	}
	return dropped
}

// embeds tells whether an <object> shows something else than what is in it.
func embeds(n *html.Node) bool {
	for i := range n.Attr {
		if key := n.Attr[i].Key; key == "data" || key == "classid" {
			return true
		}
	}
	return false
}

// rubyDepth is how far up <ruby> is sought, in elements: the base and its
// reading may be marked up once more.
const rubyDepth = 4

// A reading of a word is short, and of few elements: what takes more bytes or
// nodes is text that stands in <rt> by mistake.
const (
	longestReading = 120
	readingNodes   = 32
)

// annotates tells whether an <rt> is the reading of a word: it stands in <ruby>,
// is short, and no blocks stand in it.
func annotates(n *html.Node) bool {
	if !inRuby(n) {
		return false
	}
	nodes, size := 0, 0
	for m := parse.Next(n, n, true); m != nil; m = parse.Next(m, n, true) {
		nodes++
		if m.Type == html.TextNode {
			size += len(m.Data)
		}
		if nodes > readingNodes || size > longestReading || m.Type == html.ElementNode && tagOf(m).kind == boundary {
			return false
		}
	}
	return true
}

func inRuby(n *html.Node) bool {
	up := n.Parent
	for range rubyDepth {
		if up == nil || up.DataAtom == atom.Ruby {
			return up != nil
		}
		up = up.Parent
	}
	return false
}
