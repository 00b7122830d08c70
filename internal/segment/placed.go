package segment

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
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
	case n.DataAtom == atom.Object && !embeds(n),
		n.DataAtom == atom.Rt && !annotates(n),
		n.DataAtom != atom.Object && n.DataAtom != atom.Rt && n.Namespace != "math":
		return inline
	}
	return dropped
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

// annotates tells whether an <rt> is the reading of a word: it stands in <ruby>,
// and no blocks stand in it.
func annotates(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && tagOf(c).kind == boundary {
			return false
		}
	}
	up := n.Parent
	for range rubyDepth {
		if up == nil || up.DataAtom == atom.Ruby {
			return up != nil
		}
		up = up.Parent
	}
	return false
}
