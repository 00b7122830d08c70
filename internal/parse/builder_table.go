package parse

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// startInTable takes in a start tag in a table, in a cell or elsewhere. It
// reports whether the tag was used up.
func (b *builder) startInTable() bool {
	t := &b.tag
	if b.mode == inCell || b.mode == inCaption {
		if t.traits&tablePart == 0 || b.mode == inCaption && t.atom == atom.Th {
			return b.startInBody()
		}
		return !b.endCell()
	}
	switch t.atom {
	case atom.Tr:
		return b.startRow()
	case atom.Td, atom.Th:
		return b.startCell()
	case atom.Tbody, atom.Thead, atom.Tfoot, atom.Caption, atom.Colgroup, atom.Col:
		return b.startPart()
	}
	if b.mode == inColumns {
		if t.atom != atom.Html && t.atom != atom.Template {
			b.mode.leave(b)
			return false
		}
		b.giveUp()
		return true
	}
	switch t.atom {
	case atom.Table:
		if b.closeScope(atom.Table, limitsTable) {
			b.reset()
			return false
		}
	case atom.Style, atom.Script, atom.Template:
		b.insertHead(b.top())
	case atom.Input:
		if !hiddenInput(t) {
			return b.fosterStart()
		}
		b.insert()
	case atom.Form:
		if b.form == nil {
			b.form = b.insert()
		}
	default:
		return b.fosterStart()
	}
	return true
}

func hiddenInput(t *tag) bool {
	for i := range t.values {
		if t.values[i].Key == "type" {
			return strings.EqualFold(t.values[i].Val, "hidden")
		}
	}
	return false
}

// endCell ends the cell or caption that is open, and tells whether there is
// one.
func (b *builder) endCell() bool {
	name, next := atom.Caption, inTable
	if b.mode == inCell {
		name, next = atom.Td, inRow
		if b.scope(atom.Th, limitsTable) > b.scope(atom.Td, limitsTable) {
			name = atom.Th
		}
	}
	if !b.closeScope(name, limitsTable) {
		return false
	}
	b.unmark()
	b.mode = next
	return true
}

// clearTo closes what is open in the innermost element of a kind.
func (b *builder) clearTo(names ...atom.Atom) {
	for i := len(b.open) - 1; i >= 0; i-- {
		if name := b.open[i].DataAtom; name == atom.Html || slices.Contains(names, name) {
			b.popTo(i + 1)
			return
		}
	}
}

func (b *builder) startRow() bool {
	switch b.mode {
	case inRow:
		return !b.endRow()
	case inTableBody:
		b.clearTo(atom.Tbody, atom.Tfoot, atom.Thead)
		b.insertOpen()
		b.mode = inRow
		return true
	case inColumns:
		b.mode.leave(b)
		return false
	}
	b.clearTo(atom.Table)
	b.imply(idTbody)
	b.mode = inTableBody
	return false
}

// endRow ends the row that is open, and tells whether there is one.
func (b *builder) endRow() bool {
	i := b.scope(atom.Tr, limitsTable)
	if i < 0 {
		return false
	}
	b.popTo(i)
	b.mode = inTableBody
	return true
}

func (b *builder) startCell() bool {
	if b.mode != inRow {
		if b.mode == inTableBody {
			b.clearTo(atom.Tbody, atom.Tfoot, atom.Thead)
			b.imply(idTr)
			b.mode = inRow
			return false
		}
		return b.startRow()
	}
	b.clearTo(atom.Tr)
	b.insertOpen()
	b.mark()
	b.mode = inCell
	return true
}

// startPart begins a group of rows or columns, or a caption.
func (b *builder) startPart() bool {
	switch b.mode {
	case inRow:
		return !b.endRow()
	case inTableBody:
		return !b.endGroup()
	case inColumns:
		if b.tag.atom == atom.Col {
			b.insert()
			return true
		}
		b.mode.leave(b)
		return false
	}
	b.clearTo(atom.Table)
	switch b.tag.atom {
	case atom.Col:
		b.imply(idColgroup)
		b.mode = inColumns
		return false
	case atom.Caption:
		b.mark()
		b.mode = inCaption
	case atom.Colgroup:
		b.mode = inColumns
	default:
		b.mode = inTableBody
	}
	b.insertOpen()
	return true
}

// endGroup ends the group of rows that is open, and tells whether there is
// one.
func (b *builder) endGroup() bool {
	for i := len(b.open) - 1; i >= 0; i-- {
		switch b.open[i].DataAtom {
		case atom.Tbody, atom.Thead, atom.Tfoot:
			b.popTo(i)
			b.mode = inTable
			return true
		case atom.Html, atom.Table, atom.Template:
			return false
		}
	}
	return false
}

// endInTable takes in an end tag in a table, in a cell or elsewhere. It
// reports whether the tag was used up.
func (b *builder) endInTable() bool {
	t := &b.tag
	if b.mode == inColumns && t.atom != atom.Col && t.atom != atom.Template {
		b.mode.leave(b)
		return t.atom == atom.Colgroup
	}
	switch t.atom {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr:
		return b.endTablePart()
	case atom.Td, atom.Th:
		if b.mode == inCell && b.closeScope(t.atom, limitsTable) {
			b.unmark()
			b.mode = inRow
		}
	case atom.Caption:
		if b.mode == inCaption {
			b.endCell()
		}
	case atom.Body, atom.Html, atom.Col, atom.Colgroup, atom.Template:
	default:
		if b.mode == inCell || b.mode == inCaption {
			return b.endInBody()
		}
		return b.fosterEnd()
	}
	return true
}

func (b *builder) endTablePart() bool {
	t := &b.tag
	switch b.mode {
	case inCaption:
		return t.atom != atom.Table || !b.endCell()
	case inCell:
		if b.scope(t.atom, limitsTable) < 0 {
			return true
		}
		b.endCell()
		b.mode = inRow
		return false
	case inRow:
		if t.atom != atom.Tr && t.atom != atom.Table && b.scope(t.atom, limitsTable) < 0 {
			return true
		}
		return !b.endRow() || t.atom == atom.Tr
	case inTableBody:
		if t.atom == atom.Tr {
			return true
		}
		if t.atom == atom.Table {
			return !b.endGroup()
		}
		if b.scope(t.atom, limitsTable) >= 0 {
			b.endGroup()
		}
		return true
	}
	if t.atom == atom.Table && b.closeScope(atom.Table, limitsTable) {
		b.reset()
	}
	return true
}
