package segment

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

func (w *walker) newElement(n *html.Node, parent int) heuristics.Element {
	e := heuristics.Element{Tag: n.Data, Index: len(w.elements), Parent: parent, First: len(w.blocks)}
	if n.Type == html.DocumentNode {
		e.Tag = "#document"
	}
	e.Own = tagMarks(n.DataAtom)
	for _, a := range n.Attr {
		switch a.Key {
		case "class":
			e.Class = a.Val
			e.Own |= w.classMarks(a.Val)
		case "id":
			e.ID = a.Val
			e.Own |= w.classMarks(a.Val)
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
	e.Signature = signature(e.Tag, e.Class)
	return e
}

// classMarks classifies a class or id attribute once a distinct value.
func (w *walker) classMarks(names string) heuristics.Marks {
	m, ok := w.classes[names]
	if !ok {
		m = lexicon.Marks(names)
		w.classes[strings.Clone(names)] = m
	}
	return m
}

// signature is the FNV-1a hash of a tag and its class attribute, digits left
// out, so that post-1 and post-2 are alike.
func signature(tag, class string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := 0; i < len(tag); i++ {
		h = (h ^ uint64(tag[i])) * prime
	}
	h = (h ^ ' ') * prime
	for i := 0; i < len(class); i++ {
		if c := class[i]; c < '0' || c > '9' {
			h = (h ^ uint64(c)) * prime
		}
	}
	return h
}
