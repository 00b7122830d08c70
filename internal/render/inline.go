package render

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

// inline writes what is inside a text and returns what stands after it.
func (m *markdown) inline(n *html.Node) *html.Node {
	if n.Type == html.TextNode {
		return m.texts(n)
	}
	switch tag := article.Tag(n); tag {
	case "strong":
		m.emphasis(n, "**")
	case "em":
		m.emphasis(n, "*")
	case "del":
		m.emphasis(n, "~~")
	case "code":
		m.span(codeOf(n))
	case "sub", "sup", "kbd", "ins", "mark", "q":
		m.element(n)
	case "br":
		m.broken = true
	case "a":
		m.anchor(n)
	case "img":
		m.picture(n)
	case article.TagMath:
		m.formula(n)
	case article.TagFootnote:
		m.bracket("[^" + article.Attr(n, "n") + "]")
	default:
		m.inside(n)
	}
	return n.NextSibling
}

func (m *markdown) inside(n *html.Node) {
	for c := n.FirstChild; c != nil && !m.over(len(m.out)); {
		c = m.inline(c)
	}
}

// texts writes the texts that stand side by side as one.
func (m *markdown) texts(n *html.Node) *html.Node {
	s, next := n.Data, n.NextSibling
	if next != nil && next.Type == html.TextNode {
		m.text = append(m.text[:0], s...)
		for ; next != nil && next.Type == html.TextNode; next = next.NextSibling {
			m.text = append(m.text, next.Data...)
		}
		s = string(m.text)
	}
	if m.fresh || m.broken {
		s = strings.TrimLeft(s, " \t\r\n")
	}
	if s != "" {
		m.due()
		m.escape(s)
	}
	return next
}

// emphasis writes an element between marks, unless they would not be read as
// such: where a letter stands on the outer side of a mark and a sign on the
// inner, which is usual in scripts that do not space words, or another
// emphasis has just ended. Then it is written as HTML, which Markdown allows.
func (m *markdown) emphasis(n *html.Node, mark string) {
	if !shows(n) {
		m.inside(n)
		return
	}
	begins := flank{mark, m.outside(n, last), edge(n, first)}
	ends := flank{mark, m.outside(n, first), edge(n, last)}
	nested := len(m.marked) > 0 // where a mark that could be either is read as the end of the outer one
	if doubled(n) || m.closed == len(m.out) && !m.broken || !begins.reads(nested) || !ends.reads(nested) {
		m.element(n)
		return
	}
	m.raw(mark)
	m.marked = append(m.marked, n)
	m.inside(n)
	m.marked = m.marked[:len(m.marked)-1]
	m.out = append(m.out, mark...)
	m.closed = len(m.out)
}

// outside returns the character before or after the mark of an emphasis. Where
// it begins or ends together with the one that it stands in, their marks are
// read as one run: it is the character beside that.
func (m *markdown) outside(n *html.Node, at side) rune {
	for i := len(m.marked) - 1; i >= 0 && n.Parent == m.marked[i] && sibling(n, at) == 0; i-- {
		n = n.Parent
	}
	return beside(n, at)
}

// doubled tells whether an element stands in another of its kind.
func doubled(n *html.Node) bool {
	for up := n.Parent; up != nil && !blockTags[article.Tag(up)]; up = up.Parent {
		if up.Data == n.Data {
			return true
		}
	}
	return false
}

// flank is a mark of emphasis between two characters.
type flank struct {
	mark            string
	outside, inside rune
}

// reads tells whether the mark is read as one; if strict, whether it can only
// be one that faces this way.
func (f flank) reads(strict bool) bool {
	space := f.outside == 0 || unicode.IsSpace(f.outside)
	switch {
	case f.mark == "~~" && (f.outside == '~' || f.inside == '~'): // even if they are escaped
		return false
	case f.inside == 0 || unicode.IsSpace(f.inside):
		return false
	case sign(f.inside):
		return space || !strict && unicode.IsPunct(f.outside) // which symbols count differs
	}
	return !strict || space || unicode.IsPunct(f.outside)
}

func sign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// element writes an element as HTML.
func (m *markdown) element(n *html.Node) {
	if !shows(n) {
		m.inside(n)
		return
	}
	m.due()
	m.out = append(m.out, "<"+n.Data+">"...) // after which a line is as fresh as before: alone in it, the tag would begin a block
	m.inside(n)
	m.out = append(m.out, "</"+n.Data+">"...)
}

// span writes code inside a text.
func (m *markdown) span(s string) {
	if strings.ContainsAny(s, "\r\n") {
		s = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(s)
	}
	switch {
	case strings.TrimSpace(s) == "":
	case m.cell && strings.Contains(s, "|"), m.ticked == len(m.out) && !m.broken: // how a bar is escaped in code differs, and two spans side by side would be one
		m.raw("<code>")
		m.escape(s)
		m.out = append(m.out, "</code>"...)
	default:
		fence := strings.Repeat("`", 1+longestRun(s, '`'))
		if s[0] == '`' || s[len(s)-1] == '`' || s[0] == ' ' && s[len(s)-1] == ' ' {
			s = " " + s + " " // which the reader takes off
		}
		m.raw(fence + s + fence)
		m.ticked = len(m.out)
	}
}

// bracket writes what begins with a bracket.
func (m *markdown) bracket(s string) {
	m.due()
	if n := len(m.out); !m.fresh && n > 0 && m.out[n-1] == '!' {
		m.out = append(m.out[:n-1], `\!`...) // or it would be a picture
	}
	m.raw(s)
}

func (m *markdown) anchor(n *html.Node) {
	href := article.Attr(n, "href")
	if m.link || !safe.Shown(href) || !shows(n) {
		m.inside(n)
		return
	}
	m.bracket("[")
	m.link = true
	m.inside(n)
	m.link = false
	m.address(href)
}

func (m *markdown) picture(n *html.Node) {
	src := article.Attr(n, "src")
	if !safe.ImageShown(src) {
		return
	}
	m.raw("![")
	outer := m.link
	m.link = true
	m.escape(strings.TrimSpace(article.Attr(n, "alt")))
	m.link = outer
	m.address(src)
}

// address ends a link or a picture.
func (m *markdown) address(s string) {
	if !balanced(s) {
		s = "<" + s + ">"
	}
	m.out = append(m.out, "]("...)
	m.out = append(m.out, ampersands(s)...)
	m.out = append(m.out, ')')
}

// maxParentheses is how many readers of CommonMark let stand in each other.
const maxParentheses = 32

// balanced tells whether parentheses in an address come in pairs.
func balanced(s string) bool {
	open := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			open++
		case ')':
			open--
		}
		if open < 0 || open > maxParentheses {
			return false
		}
	}
	return open == 0
}

// formula writes $TeX$, or $$TeX$$ for one that stands on a line of its own.
func (m *markdown) formula(n *html.Node) {
	sign := "$"
	if article.Attr(n, "display") == "block" {
		sign = "$$"
	}
	m.raw(sign + inertTeX(textOf(n), m.cell, m.link) + sign)
}
