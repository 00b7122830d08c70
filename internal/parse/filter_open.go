package parse

import "slices"

// start passes a start tag on or leaves it out.
func (f *filter) start(t *token) {
	f.dropRaw = false
	if t.id == idSVG {
		if f.data[max(t.end-2, 0)] != '/' {
			f.svg, f.foreignObject = 1, 0
		}
		return
	}
	if f.count[idSelect] > 0 && t.traits&endsSelect != 0 {
		f.endOne([]uint64{idSelect}, nil)
		if t.id == idSelect {
			f.write(t)
			return
		}
	}
	if f.ignored(t) {
		f.dropRaw = true
		return
	}
	f.imply(t)
	keep := f.kept < f.depth && t.id != idMath && (t.id != idForm || f.count[idForm] == 0)
	switch {
	case t.traits&void != 0:
		f.reopen()
		f.write(t)
		return
	case t.traits&rawElement != 0: // nothing nests in it
		f.write(t)
		f.push(t.id, t.traits, true)
		return
	case t.traits&formatting != 0:
		f.format(t, keep)
		return
	case !keep:
		f.drop(t)
		return
	case t.traits&block == 0:
		f.separate()
		f.reopen()
	default:
		f.breakDue = false // the element is a boundary itself
	}
	f.write(t)
	f.push(t.id, t.traits, true)
}

// drop leaves out the tag of an element, and later its end tag.
func (f *filter) drop(t *token) {
	if t.id != idMath && t.id != idForm {
		f.cut |= CutDepth
	}
	f.breakDue = f.breakDue || t.traits&block != 0
	f.push(t.id, t.traits, false)
}

// ignored tells whether the parser would make no element of a start tag. The
// tag is left out, since it makes no difference but for the work.
func (f *filter) ignored(t *token) bool {
	if t.traits&once != 0 {
		again := f.seen[t.id] || f.depth == 0
		f.seen[t.id] = true
		if !again {
			f.write(t)
		}
		return true
	}
	return t.traits&tablePart != 0 && f.count[idTable] == 0 ||
		f.count[idSelect] > 0 && t.traits&inSelect == 0
}

// reach is how many open elements are looked at to find the one that a tag
// ends. What is further up is not ended by it.
const reach = parserDepth

// imply ends the elements that a start tag ends.
func (f *filter) imply(t *token) {
	if t.traits&closesP != 0 {
		f.endParagraph()
	}
	if e, ok := implied[t.id]; ok {
		f.endOne(e.closes, e.stops)
	}
}

func (f *filter) endParagraph() {
	if f.count[idP] > 0 {
		f.endOne([]uint64{idP}, nil)
	}
}

// endOne ends the innermost open element of some names, if there is one this
// side of the nearest that stops the search.
func (f *filter) endOne(closes, stops []uint64) {
	for i := len(f.stack) - 1; i >= 0 && i >= len(f.stack)-reach; i-- {
		o := &f.stack[i]
		if slices.Contains(closes, o.id) {
			f.popTo(i)
			return
		}
		if slices.Contains(stops, o.id) || o.traits&scope != 0 {
			return
		}
	}
}

func (f *filter) push(id uint64, tr traits, kept bool) {
	f.stack = append(f.stack, open{id: id, traits: tr, kept: kept, active: uint8(len(f.active))})
	f.count[id]++
	if kept {
		f.kept++
	}
}

// popTo ends the open elements from the i-th on.
func (f *filter) popTo(i int) {
	for len(f.stack) > i {
		o := f.stack[len(f.stack)-1]
		f.stack = f.stack[:len(f.stack)-1]
		f.closed(o)
		if o.kept && o.traits&marker != 0 {
			f.active = f.active[:min(len(f.active), int(o.active))]
		}
		if o.kept && o.traits&formatting != 0 {
			f.lose(o.id)
		}
	}
}

// closed counts an element that is open no more.
func (f *filter) closed(o open) {
	if o.kept {
		f.kept--
	}
	if f.count[o.id]--; f.count[o.id] <= 0 {
		delete(f.count, o.id)
	}
}

// end passes an end tag on, if it ends something.
func (f *filter) end(t *token) {
	f.dropRaw = false
	switch {
	case t.id == idHead && !f.seen[^idHead]:
		f.seen[^idHead] = true
		f.write(t)
		return
	case t.id == idBr, t.id == idP && f.count[idP] == 0: // they make an element
		f.write(t)
		return
	case t.traits&formatting != 0:
		f.endFormat(t)
		return
	case f.count[t.id] == 0:
		return
	}
	for i := len(f.stack) - 1; i >= 0 && i >= len(f.stack)-reach; i-- {
		o := &f.stack[i]
		if o.id == t.id {
			if o.kept {
				f.out = append(f.out, f.data[t.start:t.end]...)
			}
			f.breakDue = f.breakDue || !o.kept && o.traits&block != 0
			f.popTo(i)
			return
		}
		if o.kept && f.stops(t, o) {
			return
		}
	}
}

// stops tells whether an end tag does not reach past an open element.
func (f *filter) stops(t *token, o *open) bool {
	switch {
	case t.traits&(tablePart|noText) != 0:
		return o.id == idTable
	case t.traits&(block|scope) != 0:
		return o.traits&scope != 0
	}
	return o.traits&(block|scope) != 0
}
