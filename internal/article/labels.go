package article

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// label is what a note begins with that is no item of a list: its number, which
// leads back to where the note is referred to.
type label struct {
	node   *html.Node // holds the number and no more
	id     string     // that references lead to
	number int
}

// labelReach is how many boxes may stand round the text of a note.
const labelReach = 4

// labelOf returns the label of the note that a block-level element is, nil if
// it is none. Names have to say so: lists of sections begin with numbers too.
func (b *builder) labelOf(n *html.Node) *label {
	switch n.DataAtom {
	case atom.Div, atom.Aside, atom.P, atom.Section:
	default:
		return nil
	}
	at := n
	for range labelReach {
		if at = firstSeen(at); at == nil || inText(at) {
			break
		}
	}
	if at == nil || !inText(at) {
		return nil
	}
	mark, link := markOf(at)
	number, err := strconv.Atoi(mark)
	if err != nil || link == nil || number < 1 || !strings.HasPrefix(b.local(Attr(link, "href")), "#") || !b.holdsNoMore(at, labelAmount) {
		return nil
	}
	for _, id := range []string{Attr(link, "id"), Attr(link, "name"), Attr(at, "id"), Attr(n, "id")} {
		name := strings.ToLower(id + " " + Attr(n, "class"))
		if id != "" && (strings.Contains(name, "note") || strings.Contains(name, "fn") || strings.Contains(name, "ftn")) && !strings.Contains(strings.ToLower(id), "ref") {
			return &label{at, id, number}
		}
	}
	return nil
}

// firstSeen returns the first child of n that is an element or has text.
func firstSeen(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode || c.Type == html.TextNode && !isBlank(c.Data) {
			return c
		}
	}
	return nil
}

// inText tells whether n is an element that stands inside a text.
func inText(n *html.Node) bool {
	return n.Type == html.ElementNode && (n.DataAtom == atom.Span || inlineTag(n) != "")
}

// markOf returns the text in n, without brackets, if it is as short as a mark,
// and the link in it.
func markOf(n *html.Node) (mark string, link *html.Node) {
	descend(n, func(m *html.Node) bool {
		switch {
		case m.Type == html.TextNode:
			mark += strings.TrimSpace(m.Data)
		case m.DataAtom == atom.A && link == nil:
			link = m
		}
		return len(mark) <= longestMark
	})
	return strings.Trim(mark, "[]()^."), link
}
