package article

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// anchor remembers an element that links may lead to.
func (b *builder) anchor(out, node *html.Node) {
	if id := Attr(node, "id"); id != "" {
		setAttr(out, attrID, id)
		return
	}
	if first := firstElement(node); first != nil && Attr(first, "id") != "" {
		setAttr(out, attrID, Attr(first, "id"))
	}
}

// longestMark bounds the text of a reference to a footnote, in bytes: "[12]".
const longestMark = 6

// reference tells whether a link can be a reference to a footnote: it says so,
// or is a mark of few characters that is raised, in brackets, or a number.
func reference(a *html.Node) bool {
	if Attr(a, "role") == "doc-noteref" || Attr(a, "rel") == "footnote" || hasClass(a, "footnote-ref", "footnote", "fn", "noteref", "footnote-reference") {
		return true
	}
	mark := ""
	descend(a, func(m *html.Node) bool {
		if m.Type == html.TextNode {
			mark += strings.TrimSpace(m.Data)
		}
		return len(mark) <= longestMark
	})
	mark = strings.Trim(mark, "[]()^")
	if mark == "" || len(mark) > longestMark {
		return false
	}
	_, err := strconv.Atoi(mark)
	return err == nil || strings.Trim(mark, "*†‡§¶") == ""
}

// footnotes joins references with their notes: where a link like a reference
// leads to an item of a list that is in the article too, both get the number
// of the note. Other links into the page lead to the page's address.
func (b *builder) footnotes() {
	var links []*html.Node
	targets := map[string]*html.Node{}
	descend(b.article.Root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if id := Attr(n, attrID); id != "" && Tag(n) == "li" && targets[id] == nil {
			targets[id] = n
		}
		if Tag(n) == "a" && strings.HasPrefix(Attr(n, "href"), "#") {
			links = append(links, n)
		}
		return true
	})
	count := 0
	for _, a := range links {
		note := targets[strings.TrimPrefix(Attr(a, "href"), "#")]
		if note == nil || !hasAttr(a, attrReference) || standsIn(a, note) || len(Attr(note, AttrNote)) == 0 && Tag(note.Parent) != "ol" {
			continue
		}
		if Attr(note, AttrNote) == "" {
			count++
			setAttr(note, AttrNote, strconv.Itoa(count))
			setAttr(note.Parent, AttrNote, "list")
		}
		a.Data, a.DataAtom = TagFootnote, 0
		a.Attr = []html.Attribute{{Key: "n", Val: Attr(note, AttrNote)}}
		if sup := a.Parent; Tag(sup) == "sup" && sup.FirstChild == a && sup.LastChild == a {
			unwrap(sup, false)
		}
	}
	b.inward(links)
	b.article.Links = slices.DeleteFunc(b.article.Links, func(l Place) bool { return Tag(l.Node) != "a" })
}

// inward makes links into the page, which are no references to notes, lead to
// the page's address, if that is known and there is time.
func (b *builder) inward(links []*html.Node) {
	shown := b.opt.Links
	for i, a := range links {
		if shown && b.opt.Stop != nil && i%lookEvery == 0 {
			shown = !b.opt.Stop()
		}
		switch {
		case Tag(a) != "a": // a reference by now
		case backlink(a):
			removeBacklink(a)
		case shown && b.leads(a):
		case hasAttr(a, attrReference) && Tag(a.Parent) != "sup" && a.PrevSibling != nil && bareNumber(a):
			a.Data, a.DataAtom, a.Attr = "sup", atom.Sup, nil // or it would be read as part of the word before
		default:
			unwrap(a, false)
		}
	}
}

// leads gives a link its whole address and tells whether there is one.
func (b *builder) leads(a *html.Node) bool {
	to := b.opt.URL(Attr(a, "href"))
	if to == "" || strings.HasPrefix(to, "#") {
		return false
	}
	setAttr(a, "href", to)
	return true
}

// bareNumber tells whether a link is a number and nothing else, not even brackets.
func bareNumber(a *html.Node) bool {
	return a.FirstChild != nil && a.FirstChild == a.LastChild && a.FirstChild.Type == html.TextNode && strings.Trim(a.FirstChild.Data, "0123456789") == ""
}

// backlink tells whether a link leads from a footnote back to the text.
func backlink(a *html.Node) bool {
	if strings.HasPrefix(Attr(a, "href"), "#cite_ref") {
		return true // MediaWiki's, a letter each
	}
	if a.FirstChild == nil || a.FirstChild != a.LastChild {
		return false
	}
	switch strings.Trim(a.FirstChild.Data, "\ufe0e\ufe0f ") {
	case "↩", "↵", "⏎", "^", "↑", "⤴", "⬆", "↩︎":
		return true
	}
	return false
}

// removeBacklink takes a backlink out, with the arrow that stands before several
// of them.
func removeBacklink(a *html.Node) {
	note := a.Parent
	remove(a)
	if arrow := note.FirstChild; arrow != nil && arrow.Type == html.TextNode && strings.Trim(arrow.Data, "^↑ ") == "" {
		note.RemoveChild(arrow)
	}
}

// remove takes n out, and what nothing is left in after that.
func remove(n *html.Node) {
	parent := n.Parent
	if before := n.PrevSibling; before != nil && before.Type == html.TextNode && before.Data == " " {
		parent.RemoveChild(before)
	}
	parent.RemoveChild(n)
	if parent.FirstChild == nil && (Tag(parent) == "sup" || Tag(parent) == "p" || Tag(parent) == "strong") && parent.Parent != nil {
		remove(parent)
	}
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}
