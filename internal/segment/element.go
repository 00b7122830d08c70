package segment

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// addElement appends the element of an open frame that holds the next block.
func (w *walker) addElement(f *frame, parent int) {
	n := f.node
	var e *heuristics.Element
	w.elements, e = next(w.elements)
	e.Tag, e.Index, e.Parent, e.First = n.Data, len(w.elements)-1, parent, len(w.blocks)
	if n.Type == html.DocumentNode {
		e.Tag = "#document"
	}
	e.Own = f.tag.marks
	class := uint64(fnvOffset) // of no class
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "class":
			c := w.classes.look(a.Val)
			e.Class, class = a.Val, c.signature
			e.Own |= c.marks
		case "id":
			e.ID = a.Val
			e.Own |= w.classes.look(a.Val).marks
		case "data-nosnippet":
			e.Own |= heuristics.MarkUnprinted
		case "role":
			e.Own |= ariaRoles[strings.ToLower(strings.TrimSpace(a.Val))]
		case "itemprop":
			e.Own |= itemprops[a.Val]
		case "itemtype":
			if strings.HasSuffix(a.Val, "/Comment") || strings.HasSuffix(a.Val, "/UserComments") {
				e.Own |= heuristics.PropComment
			}
		}
	}
	e.Signature = fnv(fnv(class, " "), e.Tag)
	e.Near, e.All = e.Own, e.Own
	if parent >= 0 {
		up := &w.elements[parent]
		e.Depth = up.Depth + 1
		e.Near |= up.Own
		e.All |= up.All
		if up.Parent >= 0 {
			e.Near |= w.elements[up.Parent].Own
		}
	}
}
