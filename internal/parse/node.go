package parse

import (
	"strings"

	"golang.org/x/net/html"
)

// Next returns the node that comes after n in document order, without
// recursion: the first in it if that is to be entered, else the next beside it
// or beside what it stands in. It is nil where what stands in root, or in the
// whole tree if root is nil, ends.
func Next(n, root *html.Node, enter bool) *html.Node {
	if enter && n.FirstChild != nil {
		return n.FirstChild
	}
	for n != root && n.NextSibling == nil {
		n = n.Parent
	}
	if n == root {
		return nil
	}
	return n.NextSibling
}

// Attr returns an attribute of a node, "" if it has none of the name.
func Attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// IsShadow tells whether a <template> is declarative shadow DOM (HTML, 4.12.3): a
// browser shows what is in it as that of the element around.
func IsShadow(n *html.Node) bool {
	mode := Attr(n, "shadowrootmode")
	return strings.EqualFold(mode, "open") || strings.EqualFold(mode, "closed")
}
