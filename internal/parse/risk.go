package parse

// Bounds up to which a page goes to the parser as it is. No page of the
// labelled sets reaches them; the parser is linear below them.
const (
	maxIgnored    = 1000    // tags that make no element
	maxUnclosed   = 16      // formatting elements open at once
	maxReopened   = 1 << 15 // nodes that may be opened again …
	reopenedShare = 32      // … and one more every so many bytes
	maxSame       = 64      // elements of a name that are taken to be open at once
)

// risk watches for markup on which the parser takes more than linear time or
// memory. It errs on the side of caution.
type risk struct {
	open      [1 << 10]uint8 // elements open, by the lowest bits of their hash
	unclosed  []unclosed     // formatting elements
	weight    int            // of unclosed
	reopened  int
	ignored   int
	nodes     int
	svg       bool
	structure uint64 // the last tag of a table, 0 behind the end of one
}

// unclosed is an open formatting element.
type unclosed struct {
	id     uint64
	weight int
}

// weight is the cost of opening an element again: a node is as large as two
// attributes.
func weight(t *token) int { return 1 + t.attributes/2 }

// risky tells whether the page is to be parsed with care. If it is not, it
// finds what the parser need not be given.
func risky(data string, lim Limits) (bool, []gap) {
	s := scanner{data: data}
	var r risk
	var t token
	var gaps gaps
	for s.next(&t) {
		gaps.see(data, &t)
		switch t.kind {
		case startTag:
			if t.attributes > lim.Attributes || r.start(&t) {
				return true, nil
			}
		case endTag:
			r.end(&t)
		case textToken:
			r.text(data[t.start:t.end])
		case comment:
			r.nodes++
		}
		s.foreign = r.svg
		if r.ignored > maxIgnored || r.nodes > lim.Nodes || r.reopened > maxReopened+len(data)/reopenedShare {
			return true, nil
		}
	}
	return false, gaps.list
}

func slot(id uint64) uint64 { return id & (1<<10 - 1) }

// start notes a start tag. It reports whether too much is unclosed.
func (r *risk) start(t *token) bool {
	if r.svg && t.traits&breakout == 0 {
		return false
	}
	r.svg = t.id == idSVG
	r.nodes++
	switch {
	case t.traits&once != 0 && r.open[slot(t.id)] > 0,
		t.traits&tablePart != 0 && r.open[slot(idTable)] == 0,
		t.id == idForm && r.open[slot(idForm)] > 0,
		r.open[slot(idSelect)] > 0 && t.traits&inSelect == 0:
		r.ignored++
	case t.id == idTable && r.open[slot(idTable)] > 0 && r.structure != idTd:
		return false // the table in a table that is in no cell ends the one around it
	}
	if t.traits&formatting != 0 {
		return r.format(t)
	}
	if t.traits&block != 0 {
		r.reopened += r.weight
	}
	r.structured(t)
	if n := &r.open[slot(t.id)]; t.traits&void == 0 && *n < maxSame {
		*n++
	}
	return false
}

// structured notes where in a table the page is.
func (r *risk) structured(t *token) {
	switch {
	case t.traits&marker != 0:
		r.structure = idTd
	case t.traits&noText != 0:
		r.structure = idTable
	}
}

func (r *risk) format(t *token) bool {
	if t.id == idA {
		r.close(idA) // a link in a link ends the one around it
	}
	r.unclosed = append(r.unclosed, unclosed{t.id, weight(t)})
	r.weight += weight(t)
	return len(r.unclosed) > maxUnclosed
}

// close takes out the last formatting element of a name, and tells whether
// there was one.
func (r *risk) close(id uint64) bool {
	for i := len(r.unclosed) - 1; i >= 0; i-- {
		if r.unclosed[i].id == id {
			r.weight -= r.unclosed[i].weight
			r.unclosed = append(r.unclosed[:i], r.unclosed[i+1:]...)
			return true
		}
	}
	return false
}

func (r *risk) end(t *token) {
	if r.svg {
		r.svg = t.id != idSVG
		return
	}
	if t.traits&(tablePart|noText) != 0 {
		r.structure = idTable
		if t.id == idTable {
			r.structure = 0
		}
	}
	n := &r.open[slot(t.id)]
	switch {
	case t.traits&formatting != 0:
		if !r.close(t.id) {
			r.ignored++
		}
	case t.traits&once != 0:
		r.ignored++
	case t.id == idP || t.id == idBr: // they make an element where there is none to end
		r.nodes++
		*n = max(*n, 1) - 1
	case *n == 0:
		r.ignored++
	default:
		*n--
	}
}

func (r *risk) text(s string) {
	r.nodes++
	if r.structure == idTable && r.open[slot(idTable)] > 0 && !blank(s) {
		r.ignored++
	}
}

func blank(s string) bool {
	for i := range len(s) {
		if !space(s[i]) {
			return false
		}
	}
	return true
}
