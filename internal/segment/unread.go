package segment

import (
	"strings"

	"golang.org/x/net/html"
)

// passOver goes through an element without reading it: an inline one that is
// hidden, or SVG. Its text is no block, but counted, since a page may stand in
// such an element as a whole.
func (w *walker) passOver(n *html.Node) bool {
	w.passed = n
	return true
}

// pass counts what is in an element that is passed over, and tells whether the
// children of n are to be walked.
func (w *walker) pass(n *html.Node) bool {
	switch n.Type {
	case html.TextNode:
		for word := range strings.FieldsSeq(n.Data) {
			w.unread += len(word) + 1
		}
	case html.ElementNode:
		switch kindOf(n) {
		case dropped, field, noscript, lineBreak, picture:
			return false
		}
		return true
	}
	return false
}
