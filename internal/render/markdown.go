// Package render shows an article's tree as Markdown, HTML and plain text. The
// tree is only read.
package render

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// Markdown returns the article as CommonMark with GFM tables. Notes, lists of
// definitions and formulas are in the forms that Pandoc and GitHub read, which
// are ordinary text to other readers.
//
// As in [HTML], only what is named here is written; text of the page is
// escaped, so that none of it is read as a mark or as HTML.
func Markdown(root *html.Node, within Bounds) (string, End) {
	m := markdown{bounds: bounds{Bounds: within}, fresh: true, struck: holds(root, "del"), closed: -1, ticked: -1, lead: -1}
	m.blocks(root, false)
	return strings.TrimSpace(string(m.out)), m.end
}

// blocks writes first and what stands after it, one block after the other. In
// tight items, lists follow their text without an empty line.
func (m *markdown) blocks(first *html.Node, tight bool) {
	var before *html.Node // the last that was written
	other := false        // it is a list with the other mark
	for c := first; c != nil && !m.over(len(m.out)); {
		size, fresh := len(m.out), m.fresh
		if before != nil {
			m.between(c, tight)
		}
		start, next := len(m.out), c.NextSibling
		if blockTags[article.Tag(c)] {
			other = listTag(c) != "" && listTag(c) == listTag(before) && !other
			m.block(c, other)
		} else {
			next = m.run(c)
		}
		if len(m.out) == start {
			m.out, m.fresh = m.out[:size], fresh // nothing came of it
		} else {
			before = c
		}
		c = next
	}
}

// between parts a block from the one before it.
func (m *markdown) between(block *html.Node, tight bool) {
	switch tag := listTag(block); {
	case m.cell:
		m.raw("<br>")
	case tight && (tag == "ul" || tag == "ol" && startOf(block) == 1): // no other list ends a text
		m.next()
	default:
		m.blank()
	}
}

// listTag is the tag of a list, "" for anything else.
func listTag(n *html.Node) string {
	if tag := article.Tag(n); tag == "ul" || tag == "ol" {
		return tag
	}
	return ""
}

// block writes one element. A list with the other mark is not read as part of
// the one before it.
func (m *markdown) block(n *html.Node, other bool) {
	if m.cell {
		m.inCell(n)
		return
	}
	m.apart(n)
	switch tag := article.Tag(n); tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		m.heading(n, int(tag[1]-'0'))
	case "pre":
		m.code(n)
	case "ul", "ol":
		m.list(n, other)
	case "dl":
		m.definitions(n)
	case "blockquote":
		m.within("> ", "> ", func() { m.blocks(n.FirstChild, false) })
	case "aside":
		m.admonition(n)
	case "table":
		m.table(n)
	case "hr":
		m.rule()
	default:
		m.blocks(n.FirstChild, false)
	}
}

// run writes a text, from c to the next block, which it returns.
func (m *markdown) run(c *html.Node) *html.Node {
	start := len(m.out)
	for c != nil && !blockTags[article.Tag(c)] && !m.over(len(m.out)) {
		c = m.inline(c)
	}
	m.broken = false // nothing comes after it
	for len(m.out) > start && m.out[len(m.out)-1] == ' ' {
		m.out = m.out[:len(m.out)-1]
	}
	return c
}

// rule writes a thematic break. Behind the mark of an item, hyphens would be
// read together with it.
func (m *markdown) rule() {
	if len(m.prefix) > 0 {
		m.raw("___")
	} else {
		m.raw("---")
	}
}

func (m *markdown) heading(n *html.Node, level int) {
	if !shows(n) {
		return
	}
	m.out = append(m.out, "###### "[6-level:]...)
	start := len(m.out)
	m.head, m.fresh = true, false
	m.run(n.FirstChild)
	m.head = false
	text := string(m.out[start:])
	if rest := strings.TrimRight(text, "#"); rest != text && (rest == "" || rest[len(rest)-1] == ' ') { // they would close the heading
		m.out = append(m.out[:len(m.out)-1], `\#`...)
	}
}

// code writes a fenced block of code.
func (m *markdown) code(n *html.Node) {
	code, name := n, ""
	if c := n.FirstChild; article.Tag(c) == "code" {
		code, name = c, language(article.Attr(c, "class"))
	}
	text := codeOf(code)
	if strings.Contains(text, "\r") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	fence := strings.Repeat("`", max(3, 1+longestRun(text, '`')))
	m.out = append(m.out, fence+name...)
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		if m.over(len(m.out)) {
			break
		}
		m.verbatim(line)
	}
	m.verbatim(fence)
}

// longestRun is the length of the longest run of c in s.
func longestRun(s string, c byte) (longest int) {
	run := 0
	for i := 0; i < len(s); i++ {
		if run++; s[i] != c {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}
