package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// insertRaw makes the element of the tag with the text that follows, in which
// no tag is one, and passes over its end tag. Scripts and style sheets stay
// empty unless they may be JSON, which metadata comes in.
func (b *builder) insertRaw(parent *html.Node) {
	n := b.insertIn(parent)
	read := mayBeJSON(b.data[b.tag.start:b.pos])
	b.raw = b.tag.name
	text := b.data[b.pos:b.endOfRaw()]
	b.raw = ""
	b.pos += len(text)
	switch n.DataAtom {
	case atom.Textarea:
		text = firstLine(unescape(text))
	case atom.Title:
		text = unescape(text)
	case atom.Style:
		text = ""
	case atom.Script:
		if !read {
			text = ""
		}
	}
	b.addTextIn(n, text)
	if b.pos < len(b.data) {
		b.readTag(b.pos + len("</"))
	}
}

// firstLine leaves out the line break that <pre> and <textarea> begin with.
func firstLine(s string) string {
	return strings.TrimPrefix(strings.TrimPrefix(s, "\r"), "\n")
}

// passTemplate passes over what is in a <template>. It gives up where
// formatting would get out of it, past cells or objects that are not closed.
func (b *builder) passTemplate() {
	var t token
	var marks []uint64 // open cells and objects
	formatted := len(b.active) > 0
	for depth := 1; b.next(&t); b.pos = t.end {
		switch {
		case t.kind == startTag && t.id == idTemplate:
			depth++
		case t.kind == startTag && t.traits&marker != 0:
			marks = append(marks, t.id)
		case t.kind == startTag && t.traits&formatting != 0:
			formatted = true
		case t.kind == endTag && len(marks) > 0 && t.id == marks[len(marks)-1]:
			marks = marks[:len(marks)-1]
		case t.kind == startTag && t.id == idSVG:
			b.raw, b.pos = "", t.end
			if !b.closesItself(&t) {
				b.passSVG()
			}
			t.end = b.pos
		case t.kind == startTag && t.id == idMath:
			b.giveUp()
			return
		case t.kind == endTag && t.id == idTemplate:
			if depth--; depth == 0 {
				b.failed = b.failed || len(marks) > 0 && formatted
				return
			}
		}
	}
	b.giveUp()
}

// passSVG passes over what is in an <svg>. HTML that has no place there ends it.
// It gives up on end tags that may be those of elements around it, and on HTML
// that has a place.
func (b *builder) passSVG() {
	b.foreign = true
	defer func() { b.foreign = false }()
	open := append(b.passing[:0], idSVG)
	var t token
	for b.next(&t) {
		switch t.kind {
		case startTag:
			if t.id == idForeignObject || t.id == idFont || t.id == idMath || t.id == idTemplate ||
				open[len(open)-1] == idTitle || open[len(open)-1] == idDesc {
				b.giveUp()
				return
			}
			if t.traits&breakout != 0 {
				b.pos, b.passing = t.start, open
				return
			}
			if !b.closesItself(&t) {
				open = append(open, t.id)
			}
		case endTag:
			i := len(open) - 1
			for i >= 0 && open[i] != t.id {
				i--
			}
			if i < 0 {
				if !b.stray(&t) {
					b.giveUp()
					return
				}
				continue
			}
			if open = open[:i]; i == 0 {
				b.passing = open
				return
			}
		case comment:
			if text, ok := strings.CutPrefix(b.data[t.start:], "<![CDATA["); ok {
				text, _, _ = strings.Cut(text, "]]>")
				b.pos = min(t.start+len("<![CDATA[")+len(text)+len("]]>"), len(b.data))
			}
		}
		if len(open)+len(b.open) > parserDepth {
			b.giveUp()
			return
		}
	}
}

// closesItself tells whether a start tag ends in a slash that does not belong to
// the value of its last attribute.
func (b *builder) closesItself(t *token) bool {
	if b.data[t.end-2] != '/' || t.attributes == 0 || !unquoted(b.data[t.start:t.end]) {
		return b.data[t.end-2] == '/'
	}
	b.readTag(t.start + len("<"))
	b.pos = t.end
	return b.tag.selfClose
}

// stray tells whether an end tag is of no element that is open, as far as its
// kind reaches.
func (b *builder) stray(t *token) bool {
	if t.traits != 0 {
		return false
	}
	name := b.data[t.start+len("</") : t.end]
	for n := range len(name) {
		if delimiter(name[n]) {
			name = name[:n]
			break
		}
	}
	for i := len(b.open) - 1; i >= 0 && b.open[i].traits&special == 0; i-- {
		if strings.EqualFold(b.open[i].Data, name) {
			return false
		}
	}
	return true
}

// unquoted tells whether the slash at the end of a tag may belong to the
// value of its last attribute.
func unquoted(tag string) bool {
	inner := strings.TrimSuffix(tag, "/>")
	if inner == "" {
		return true
	}
	last := inner[len(inner)-1]
	return last != '"' && last != '\'' && !space(last) && strings.Contains(inner, "=")
}
