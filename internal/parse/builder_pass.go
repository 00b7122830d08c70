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
			if b.data[t.end-2] != '/' {
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

// passSVG passes over what is in an <svg>. It gives up on what would end it
// before its end tag, and on HTML in it.
func (b *builder) passSVG() {
	b.foreign = true
	defer func() { b.foreign = false }()
	open := append(b.passing[:0], idSVG)
	var t token
	for b.next(&t) {
		switch t.kind {
		case startTag:
			if t.traits&breakout != 0 || t.id == idForeignObject || t.id == idFont || t.id == idMath || t.id == idTemplate ||
				open[len(open)-1] == idTitle || open[len(open)-1] == idDesc {
				b.giveUp()
				return
			}
			if b.data[t.end-2] != '/' {
				open = append(open, t.id)
			} else if t.attributes > 0 && unquoted(b.data[t.start:t.end]) {
				b.giveUp()
				return
			}
		case endTag:
			i := len(open) - 1
			for i >= 0 && open[i] != t.id {
				i--
			}
			if i < 0 {
				b.giveUp()
				return
			}
			if open = open[:i]; i == 0 {
				b.passing = open
				return
			}
		case comment:
			if strings.HasPrefix(b.data[t.start:], "<![CDATA[") {
				b.giveUp()
				return
			}
		}
		if len(open)+len(b.open) > parserDepth {
			break
		}
	}
	b.giveUp()
}

// unquoted tells whether the slash at the end of a tag may belong to the
// value of its last attribute.
func unquoted(tag string) bool {
	inner := strings.TrimSuffix(tag, "/>")
	if inner == "" {
		return true
	}
	switch c := inner[len(inner)-1]; {
	case c == '"' || c == '\'' || space(c):
		return false
	}
	return strings.Contains(inner, "=")
}
