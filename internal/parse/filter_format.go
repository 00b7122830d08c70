package parse

// format passes the start tag of a formatting element on, unless too many are
// open already.
func (f *filter) format(t *token, keep bool) {
	if t.id == idA {
		f.forget(idA)
	}
	if !keep || len(f.active) >= maxUnclosed || f.spent() {
		if keep {
			f.cut |= CutMarkup
		}
		f.drop(t)
		return
	}
	f.separate()
	f.reopen()
	f.write(t)
	f.push(t.id, t.traits, true)
	f.active = append(f.active, active{id: t.id, weight: weight(t)})
}

// spent tells whether all is used up that may be opened again.
func (f *filter) spent() bool { return f.reopened > maxReopened+len(f.data)/reopenedShare }

// reopen follows the parser, which opens formatting elements again in the
// next block when they were not closed. Once too many were, it closes them.
func (f *filter) reopen() {
	from := 0
	for i := len(f.stack) - 1; i >= 0 && i >= len(f.stack)-reach; i-- {
		if f.stack[i].kept && f.stack[i].traits&marker != 0 {
			from = min(int(f.stack[i].active), len(f.active))
			break
		}
	}
	kept := f.active[:from]
	for _, a := range f.active[from:] {
		if !a.lost {
			kept = append(kept, a)
			continue
		}
		f.reopened += a.weight
		if f.spent() || f.kept >= f.depth {
			f.cut |= CutMarkup
			f.out = append(append(append(f.out, "</"...), lookup(a.id).name...), '>')
			continue
		}
		f.nodes++
		a.lost = false
		kept = append(kept, a)
		f.push(a.id, formatting, true)
	}
	f.active = kept
}

// lose marks the last formatting element of a name as ended by its block.
func (f *filter) lose(id uint64) {
	for i := len(f.active) - 1; i >= 0; i-- {
		if a := &f.active[i]; a.id == id && !a.lost {
			a.lost = true
			return
		}
	}
}

// forget takes the last formatting element of a name out of those that go on
// into the next block, and tells whether there was one.
func (f *filter) forget(id uint64) bool {
	for i := len(f.active) - 1; i >= 0; i-- {
		if f.active[i].id == id {
			f.active = append(f.active[:i], f.active[i+1:]...)
			return true
		}
	}
	return false
}

// endFormat passes the end tag of a formatting element on. If there are
// blocks open in it, the parser takes them apart; the blocks stay open.
func (f *filter) endFormat(t *token) {
	for i := len(f.stack) - 1; i >= 0 && i >= len(f.stack)-reach; i-- {
		o := f.stack[i]
		switch {
		case o.id != t.id:
			if o.kept && o.traits&scope != 0 {
				return
			}
		case !o.kept:
			f.stack = append(f.stack[:i], f.stack[i+1:]...)
			f.closed(o)
			return
		default:
			f.write(t)
			f.forget(t.id)
			f.stack = append(f.stack[:i], f.stack[i+1:]...)
			f.closed(o)
			return
		}
	}
	if f.forget(t.id) { // its block is closed, it is not
		f.write(t)
	}
}
