package scorer

import (
	"math"
	"slices"
)

// roundTo is how many parts of a nat weights in reasons are rounded to. Tables
// have hundredths.
const roundTo = 1e5

// said is a piece of evidence: its weight, and the place of its label.
type said struct{ weight, label int32 }

// saidList lists evidence in whole hundredths of a nat, and sorts it by drawers:
// one for each weight, the heaviest first, which all that is at least as heavy
// shares. Nearly nothing is compared, which the processor could not foresee. It
// has no pointers, so that it costs the collector nothing to move evidence around.
type saidList struct {
	said, sorted []said
	drawers      [drawers / lanesOfWord]uint64 // how much is in each
}

// There are as many pieces of evidence as a block has rows, so that four
// numbers of pieces fit in a word.
const (
	drawers     = 128
	lanesOfWord = 4
	laneWidth   = 64 / lanesOfWord
	oneInEach   = 1<<(3*laneWidth) | 1<<(2*laneWidth) | 1<<laneWidth | 1
)

// drawer returns where evidence belongs: a word and a shift.
func drawer(weight int32) (word, shift uint32) {
	d := uint32(max(0, drawers-1-size(weight)))
	return d / lanesOfWord, d % lanesOfWord * laneWidth
}

// begin forgets what was listed.
func (l *saidList) begin() {
	l.said = l.said[:0]
	clear(l.drawers[:])
}

// add lists evidence, if there is any.
func (l *saidList) add(weight int32, label int) {
	if weight != 0 {
		l.said = append(l.said, said{weight, int32(label)})
		word, shift := drawer(weight)
		l.drawers[word] += 1 << shift
	}
}

// addRows lists what rows say, whose labels stand from a place on.
func (l *saidList) addRows(rows []uint16, weights []int16, label int32) {
	n := len(l.said)
	list := slices.Grow(l.said, len(rows))[:n+len(rows)]
	for _, row := range rows {
		w := int32(weights[row])
		list[n] = said{w, label + int32(row)}
		word, shift := drawer(w)
		some := uint64(0)
		if w != 0 {
			some = 1
		}
		l.drawers[word] += some << shift
		n += int(some)
	}
	l.said = list[:n]
}

// heaviestFirst sorts the list. Evidence of the same weight keeps its order.
func (l *saidList) heaviestFirst() []said {
	before := uint64(0) // in drawers before, in each lane
	for i, n := range l.drawers {
		upTo := n * oneInEach // the sum of a lane and those below
		l.drawers[i] = before + upTo - n
		before += upTo >> (64 - laneWidth) * oneInEach
	}
	l.sorted = slices.Grow(l.sorted[:0], len(l.said))[:len(l.said)]
	for _, e := range l.said {
		word, shift := drawer(e.weight)
		l.sorted[uint16(l.drawers[word]>>shift)] = e
		l.drawers[word] += 1 << shift
	}
	heavy := l.sorted[:0]
	for _, e := range l.sorted {
		if size(e.weight) < drawers-1 {
			break
		}
		heavy = insert(heavy, e)
	}
	return l.sorted
}

// size is the weight of evidence for or against a role.
func size(weight int32) int32 { return max(weight, -weight) }

// rounded is a weight in parts of a nat, without the noise of single precision.
func rounded(weight float32) int32 {
	x := float64(weight) * roundTo
	return int32(x + math.Copysign(0.5, x))
}

// insert puts evidence where it belongs in a short list, heaviest first.
func insert(list []said, e said) []said {
	list = append(list, e)
	for i := len(list) - 1; i > 0 && size(list[i-1].weight) < size(e.weight); i-- {
		list[i-1], list[i] = e, list[i-1]
	}
	return list
}
