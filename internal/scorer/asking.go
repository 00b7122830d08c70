package scorer

import (
	"math"
	"math/bits"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// asking is the order in which measuring heuristics are asked: some about
// every block, the rest only where the marks or cues are that they need.
type asking struct {
	always  []question
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
	needs         uint64 // one of these marks, if any
}

func newAsking(list []heuristics.Heuristic, first []int) asking {
	var a asking
	for i := range list {
		h := &list[i]
		q := question{h.Measure, h.MeasureAll, uint16(first[i]), uint16(len(h.Levels)), uint64(h.Needs)}
		switch {
		case bits.OnesCount64(q.needs) == 1:
			put(a.marked[:], q.needs, q)
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
	marks := uint64(b.Marks)
	if e := p.Element(b); e != nil {
		marks |= uint64(e.All)
	}
	rows = appendRows(rows, a.always, marks, p, b)
	rows = appendAsked(rows, a.marked[:], marks, p, b)
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
		rows = appendRows(rows, lists[bit], allMarks, p, b)
	}
	return rows
}

const allMarks = math.MaxUint64

// appendRows asks heuristics that need none of the marks, or one that there is.
func appendRows(rows []uint16, list []question, marks uint64, p *heuristics.Page, b *heuristics.Block) []uint16 {
	for i := range list {
		q := &list[i]
		switch {
		case q.needs != 0 && q.needs&marks == 0:
		case q.measure != nil:
			if level := uint16(q.measure(p, b)); level < q.levels { // silence is far above
				rows = append(rows, q.first+level)
			}
		default:
			for _, level := range q.measureAll(p, b) {
				if uint16(level) < q.levels {
					rows = append(rows, q.first+uint16(level))
				}
			}
		}
	}
	return rows
}
