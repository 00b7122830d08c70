package render

import (
	"bytes"

	"golang.org/x/net/html"
)

// markdown writes Markdown. Whatever is written stands in the containers that
// are open - items, quotes, notes, definitions -, each of which puts something
// at the beginning of every line.
type markdown struct {
	bounds
	out    []byte
	prefix []byte // of the next line
	text   []byte // scratch

	fresh  bool // nothing but marks of containers stands in the line yet
	struck bool // the article has a <del> in it
	broken bool // a line break is due before the next text
	cell   bool // of a table: all of it is one line
	link   bool // text of a link or a picture
	head   bool // a heading: one line
	closed int  // length of out after the last closing mark of an emphasis
	ticked int  // and after that of code
	lead   int  // and after the last mark of a footnote or of a meaning

	marked []*html.Node // emphases that are open and written with marks
}

// within writes a container: head before its first line, rest before every
// later one. It tells whether anything is in it; if not, it is not there.
func (m *markdown) within(head, rest string, write func()) bool {
	start := len(m.out)
	m.out = append(m.out, head...)
	size := len(m.prefix)
	m.prefix = append(m.prefix, rest...)
	m.fresh = true
	write()
	m.prefix = m.prefix[:size]
	if len(m.out) > start+len(head) {
		return true
	}
	m.out = m.out[:start]
	return false
}

// next begins a line.
func (m *markdown) next() {
	m.out = append(m.trimmed(), '\n')
	m.out = append(m.out, m.prefix...)
	m.fresh = true
}

// blank leaves a line empty and begins another.
func (m *markdown) blank() {
	m.out = append(m.trimmed(), '\n')
	m.out = append(m.out, bytes.TrimRight(m.prefix, " ")...)
	m.out = append(m.out, '\n')
	m.out = append(m.out, m.prefix...)
	m.fresh = true
}

// trimmed is out without spaces at its end.
func (m *markdown) trimmed() []byte { return bytes.TrimRight(m.out, " ") }

// verbatim writes a line of code.
func (m *markdown) verbatim(line string) {
	m.out = append(m.out, '\n')
	if line == "" {
		m.out = append(m.out, bytes.TrimRight(m.prefix, " ")...)
		return
	}
	m.out = append(m.out, m.prefix...)
	m.out = append(m.out, line...)
}

// raw writes marks inside a text.
func (m *markdown) raw(s string) {
	m.due()
	m.out = append(m.out, s...)
	m.fresh = false
}

// due writes the line break that is due.
func (m *markdown) due() {
	if !m.broken {
		return
	}
	m.broken = false
	switch {
	case m.fresh: // nothing to break
	case m.head || m.link:
		m.out = append(m.out, ' ')
	case m.cell:
		m.out = append(m.out, "<br>"...)
	default:
		m.out = append(m.trimmed(), "  \n"...)
		m.out = append(m.out, m.prefix...)
		m.fresh = true
	}
}
