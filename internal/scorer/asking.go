package scorer

import (
	"math/bits"
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// asking is the order in which measuring heuristics are asked: some about
// every block, the rest only where the marks or cues are that they need.
type asking struct {
	always  []question
	several []question     // that need one of several marks
	marked  [64][]question // by bit of Needs
	wording [heuristics.NumCues][]question
	heading [heuristics.NumCues][]question
	nearby  [heuristics.NumCues][]question
}

// question is a heuristic with the row of its first level.
type question struct {
	measure       func(*heuristics.Page, *heuristics.Block) heuristics.Level
	measureAll    func(*heuristics.Page, *heuristics.Block) []heuristics.Level
	first, levels uint16
	needs         heuristics.Marks // one of these, if any
}

func newAsking(list []heuristics.Heuristic, first []int) asking {
	var a asking
	for i := range list {
		h := &list[i]
		q := question{h.Measure, h.MeasureAll, uint16(first[i]), uint16(len(h.Levels)), h.Needs}
		switch {
		case bits.OnesCount64(uint64(q.needs)) == 1:
			put(a.marked[:], uint64(q.needs), q)
		case q.needs != 0:
			a.several = append(a.several, q)
		case bits.OnesCount32(uint32(h.Wording)) == 1:
			put(a.wording[:], uint64(h.Wording), q)
		case bits.OnesCount32(uint32(h.Heading)) == 1:
			put(a.heading[:], uint64(h.Heading), q)
		case bits.OnesCount32(uint32(h.Nearby)) == 1:
			put(a.nearby[:], uint64(h.Nearby), q)
		default:
			a.always = append(a.always, q)
		}
	}
	return a
}

func put(lists [][]question, bit uint64, q question) {
	i := bits.TrailingZeros64(bit)
	lists[i] = append(lists[i], q)
}

// appendRows appends the rows of all levels that a block has.
func (a *asking) appendRows(rows []uint16, p *heuristics.Page, b *heuristics.Block) []uint16 {
	marks := b.Marks
	if e := p.Element(b); e != nil {
		marks |= e.All
	}
	rows = appendRows(rows, a.always, p, b)
	for i := range a.several {
		if a.several[i].needs&marks != 0 {
			rows = appendRows(rows, a.several[i:i+1], p, b)
		}
	}
	rows = appendAsked(rows, a.marked[:], uint64(marks), p, b)
	rows = appendAsked(rows, a.wording[:], uint64(b.CueSet), p, b)
	if above := p.Above(b); above != nil {
		rows = appendAsked(rows, a.heading[:], uint64(above.CueSet), p, b)
	}
	return appendAsked(rows, a.nearby[:], uint64(cuesNear(p, b.Index)), p, b)
}

// cuesNear are the cues of the blocks up to two places before and behind.
func cuesNear(p *heuristics.Page, i int) (set heuristics.CueSet) {
	const reach = 2
	for j := max(0, i-reach); j < min(len(p.Blocks), i+reach+1); j++ {
		if j != i {
			set |= p.Blocks[j].CueSet
		}
	}
	return set
}

// appendAsked asks the heuristics of every bit that is set.
func appendAsked(rows []uint16, lists [][]question, set uint64, p *heuristics.Page, b *heuristics.Block) []uint16 {
	for ; set != 0; set &= set - 1 {
		bit := bits.TrailingZeros64(set)
		if bit >= len(lists) {
			break
		}
		rows = appendRows(rows, lists[bit], p, b)
	}
	return rows
}

// appendRows asks heuristics. It makes room for an answer of each and asks
// without a branch on the answers, which the processor could not foresee.
func appendRows(rows []uint16, list []question, p *heuristics.Page, b *heuristics.Block) []uint16 {
	n := len(rows)
	rows = roomFor(rows, len(list))
	for i := range list {
		q := &list[i]
		if q.measure == nil {
			rows = q.appendAll(rows[:n], p, b)
			n, rows = len(rows), roomFor(rows, len(list)-i)
			continue
		}
		level := uint16(q.measure(p, b))
		rows[n] = q.first + level
		if level < q.levels { // silence is far above
			n++
		}
	}
	return rows[:n]
}

// roomFor returns rows with as many more behind them, to be written over.
func roomFor(rows []uint16, more int) []uint16 {
	rows = slices.Grow(rows, more)
	return rows[:cap(rows)]
}

func (q *question) appendAll(rows []uint16, p *heuristics.Page, b *heuristics.Block) []uint16 {
	for _, level := range q.measureAll(p, b) {
		if uint16(level) < q.levels {
			rows = append(rows, q.first+uint16(level))
		}
	}
	return rows
}
