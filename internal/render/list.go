package render

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// list writes a list, and footnotes, which are items of one. Items that nothing
// is in are left out.
func (m *markdown) list(n *html.Node, other bool) {
	loose := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		loose = loose || !tight(c) || article.Attr(c, article.AttrNote) != ""
	}
	number, begun := numbers(n), false
	for c := n.FirstChild; c != nil && !m.over(len(m.out)); c = c.NextSibling {
		size := len(m.out)
		switch {
		case begun && loose:
			m.blank()
		case begun:
			m.next()
		}
		if m.item(c, itemMark(n, number(c), other)) {
			begun = true
		} else {
			m.out = m.out[:size]
		}
	}
}

// itemMark is what a list has before an item. One of two lists that stand one
// after the other has the other mark.
func itemMark(list *html.Node, number int, other bool) string {
	switch {
	case article.Tag(list) == "ul" && other:
		return "* "
	case article.Tag(list) == "ul":
		return "- "
	case other:
		return strconv.Itoa(number) + ") "
	}
	return strconv.Itoa(number) + ". "
}

// item writes an item and tells whether there is anything in it.
func (m *markdown) item(n *html.Node, mark string) bool {
	if article.Attr(n, article.AttrNote) != "" {
		return m.note(n)
	}
	rest := strings.Repeat(" ", len(mark))
	return m.within(mark, rest, func() { m.blocks(n.FirstChild, tight(n)) })
}

// definitions writes terms and, in lines that begin with a colon, what they
// mean.
func (m *markdown) definitions(n *html.Node) {
	var before *html.Node
	term := false // there has been one
	for c := n.FirstChild; c != nil && !m.over(len(m.out)); c = c.NextSibling {
		if !shows(c) {
			continue
		}
		if before != nil {
			if article.Tag(before) == "dd" && article.Tag(c) != "dd" || !term {
				m.blank()
			} else {
				m.next()
			}
		}
		switch {
		case article.Tag(c) != "dd":
			m.head = true
			m.blocks(c.FirstChild, false)
			m.head, term = false, true
		case term:
			m.within(":   ", noteIndent, func() { m.behindMark(c.FirstChild) })
		default:
			m.blocks(c.FirstChild, false)
		}
		before = c
	}
}
