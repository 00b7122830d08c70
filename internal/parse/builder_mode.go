package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mode is where in the page the builder is (HTML, 13.2.4.1).
type mode uint8

const (
	initial mode = iota
	beforeHTML
	beforeHead
	inHead
	afterHead
	inBody
	inTable
	inCaption
	inColumns
	inTableBody
	inRow
	inCell
	afterBody
	afterAfterBody
)

// leave goes on to the next mode where something comes that has no place in
// this one, and makes the elements that the page left out.
func (m mode) leave(b *builder) {
	switch m {
	case initial:
		b.quirks = true
		b.mode = beforeHTML
	case beforeHTML:
		b.imply(idHTML)
		b.mode = beforeHead
	case beforeHead:
		b.head = b.imply(idHead)
		b.mode = inHead
	case inHead:
		b.pop()
		b.mode = afterHead
	case afterHead:
		b.imply(idBody)
		b.mode = inBody
	case inColumns:
		b.pop()
		b.mode = inTable
	default:
		b.mode = inBody
	}
}

// finish makes what every page has.
func (m mode) finish(b *builder) {
	for b.mode < inBody {
		b.mode.leave(b)
	}
}

// reset finds out where in the page the builder is, by what is open.
func (b *builder) reset() {
	for i := len(b.open) - 1; i >= 0; i-- {
		switch b.open[i].DataAtom {
		case atom.Td, atom.Th:
			b.mode = inCell
		case atom.Tr:
			b.mode = inRow
		case atom.Tbody, atom.Thead, atom.Tfoot:
			b.mode = inTableBody
		case atom.Caption:
			b.mode = inCaption
		case atom.Table:
			b.mode = inTable
		case atom.Body:
			b.mode = inBody
		default:
			continue
		}
		return
	}
	b.mode = inBody // of a fragment
}

// start takes in a start tag, in one mode after the other until one knows
// what to do with it.
func (b *builder) start() {
	for !b.failed && !b.startIn() {
	}
}

func (b *builder) startIn() bool {
	name := b.tag.atom
	switch b.mode {
	case beforeHTML:
		if name == atom.Html {
			b.push(b.insertIn(b.doc), b.tag.traits)
			b.mode = beforeHead
			return true
		}
	case beforeHead:
		switch name {
		case atom.Html:
			return b.startInBody()
		case atom.Head:
			b.insertOpen()
			b.head = b.top()
			b.mode = inHead
			return true
		}
	case inHead:
		switch name {
		case atom.Html:
			return b.startInBody()
		case atom.Head:
			return true
		case atom.Noscript:
			b.insertRaw(b.top())
			return true
		}
		if b.tag.traits&ofHead != 0 {
			b.insertHead(b.top())
			return true
		}
	case afterHead:
		switch name {
		case atom.Html:
			return b.startInBody()
		case atom.Body:
			b.insertOpen()
			b.mode = inBody
			return true
		case atom.Frameset:
			b.giveUp()
			return true
		case atom.Head:
			return true
		}
		if b.tag.traits&ofHead != 0 {
			b.insertHead(b.head)
			return true
		}
	case inBody:
		return b.startInBody()
	case inTable, inCaption, inColumns, inTableBody, inRow, inCell:
		return b.startInTable()
	case afterBody, afterAfterBody:
		if name == atom.Html {
			return b.startInBody()
		}
	}
	b.mode.leave(b)
	return false
}

// insertHead makes an element that belongs into <head>, wherever it stands.
func (b *builder) insertHead(parent *html.Node) {
	switch b.tag.atom {
	case atom.Script, atom.Style, atom.Title, atom.Noframes:
		b.insertRaw(parent)
	case atom.Template:
		template := b.insertIn(parent)
		if IsShadow(template) { // what is in it is read
			b.giveUp()
			return
		}
		b.streamed = isPlace(template) || b.streamed
		b.passTemplate()
	default:
		b.insertIn(parent)
	}
}

// end takes in an end tag.
func (b *builder) end() {
	for !b.failed && !b.endIn() {
	}
}

func (b *builder) endIn() bool {
	name := b.tag.atom
	switch b.mode {
	case beforeHTML, beforeHead, inHead, afterHead:
		switch {
		case name == atom.Head && b.mode != afterHead:
			if b.mode == inHead {
				b.pop()
				b.mode = afterHead
				return true
			}
		case name == atom.Body || name == atom.Html || name == atom.Br:
		default:
			return true
		}
	case inBody:
		return b.endInBody()
	case inTable, inCaption, inColumns, inTableBody, inRow, inCell:
		return b.endInTable()
	case afterBody:
		if name == atom.Html {
			if !b.fragment {
				b.mode = afterAfterBody
			}
			return true
		}
	}
	b.mode.leave(b)
	return false
}
