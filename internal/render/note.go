package render

import (
	"bytes"
	"slices"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// noteIndent stands before the later lines of a footnote, and of what a term
// means.
const noteIndent = "    "

// note writes a footnote and tells whether there is anything in it.
func (m *markdown) note(n *html.Node) bool {
	mark := "[^" + article.Attr(n, article.AttrNote) + "]:"
	start := len(m.out) + len(mark)
	if !m.within(mark+" ", noteIndent, func() { m.behindMark(n.FirstChild) }) {
		return false
	}
	m.undefine(start)
	return true
}

// behindMark writes what stands behind the mark of a footnote or of a meaning.
//
// Readers that know no such mark take what follows for text up to the first
// empty line, and for code after it, since it is indented. Code may not stand in
// that text: a fence is none there, and what it holds would be read as HTML. See
// [markdown.apart].
func (m *markdown) behindMark(first *html.Node) {
	m.lead = len(m.out)
	m.blocks(first, false)
}

// apart leaves a line empty before a block right behind the mark of a footnote
// or of a meaning, if it is one that only is what it is where a line begins, or
// has such in it. Those who know the mark read it the same.
func (m *markdown) apart(n *html.Node) {
	if m.lead != len(m.out) {
		return
	}
	if tag := article.Tag(n); tag == "pre" || tag == "hr" || formed[tag] && holds(n, "pre") {
		m.blank()
	}
}

// formed are the blocks with marks of their own that may hold others.
var formed = map[string]bool{"ul": true, "ol": true, "dl": true, "blockquote": true, "aside": true}

// notAlone stands behind what would be the whole of a definition: a space that
// is not seen, by its name, so that it counts as text.
const notAlone = " &nbsp;"

// undefine makes sure that the footnote whose text begins at start is no
// definition of a link in CommonMark, which has the same mark: there, [^1]
// would lead to its first word. A definition is one word, and perhaps a title
// in quotation marks or brackets, up to the end of a line. Nothing in the word
// itself could prevent that, so something else follows in that line.
func (m *markdown) undefine(start int) {
	size := len(m.prefix)
	m.prefix = append(m.prefix, noteIndent...)
	empty := slices.Concat([]byte("\n"), bytes.TrimRight(m.prefix, " "), []byte("\n"))
	m.prefix = m.prefix[:size]

	text, rest, more := bytes.Cut(slices.Clone(m.out[start:]), empty)
	closing, defines := definition(text)
	if !defines {
		return
	}
	m.out = m.out[:start]
	for i, line := range bytes.Split(text, []byte("\n")) {
		if i > 0 {
			m.out = append(m.out, '\n')
		}
		words := bytes.TrimRight(line, spaces)
		m.out = append(m.out, words...)
		if closing == 0 && i == 0 || closing != 0 && bytes.HasSuffix(words, []byte{closing}) {
			m.out = append(m.out, notAlone...)
		}
		m.out = append(m.out, line[len(words):]...) // which break the line
	}
	if more {
		m.out = append(append(m.out, empty...), rest...)
	}
}

// spaces are those that part the words of a definition, whoever reads it.
const spaces = " \t\f\v"

// definition tells whether a text may be read as that of a definition, and
// which character ends its title, 0 if it has none.
func definition(text []byte) (closing byte, defines bool) {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	line = bytes.Trim(line, spaces)
	if len(line) == 0 {
		return 0, false // it begins with a block of its own
	}
	word := bytes.IndexAny(line, spaces)
	if word < 0 {
		return 0, true
	}
	switch c := bytes.TrimLeft(line[word:], spaces)[0]; c {
	case '"', '\'':
		return c, true
	case '(':
		return ')', true
	}
	return 0, false
}
