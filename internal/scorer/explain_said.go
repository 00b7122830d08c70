package scorer

import (
	"cmp"
	"encoding/binary"
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
}

const (
	drawers  = 128
	mostEach = math.MaxUint8      // pieces of evidence that can be counted
	atATime  = 8                  // numbers in a word
	oneEach  = 0x0101010101010101 // in each of them
)

// drawer returns where evidence belongs.
func (e said) drawer() uint32 {
	return uint32(max(0, drawers-1-size(e.weight))) % drawers
}

// add lists evidence, if there is any.
func (l *saidList) add(weight int32, label int) {
	if weight != 0 {
		l.said = append(l.said, said{weight, int32(label)})
	}
}

// addRows lists what rows say, whose labels stand from a place on.
func (l *saidList) addRows(rows []uint16, weights []int16, label int32) {
	n := len(l.said)
	list := slices.Grow(l.said, len(rows))[:n+len(rows)]
	for _, row := range rows {
		w := int32(weights[row])
		list[n] = said{w, label + int32(row)}
		if w != 0 {
			n++
		}
	}
	l.said = list[:n]
}

// heaviestFirst sorts the list. Evidence of the same weight keeps its order.
func (l *saidList) heaviestFirst() []said {
	if len(l.said) > mostEach {
		slices.SortStableFunc(l.said, func(a, b said) int { return cmp.Compare(size(b.weight), size(a.weight)) })
		return l.said
	}
	var places [drawers]uint8 // first how many there are in each, then where the next belongs
	for _, e := range l.said {
		places[e.drawer()]++
	}
	before := uint64(0) // in the drawers before, eight times
	for i := 0; i < drawers; i += atATime {
		n := binary.LittleEndian.Uint64(places[i:])
		upTo := n * oneEach // a number and all below it in the word
		binary.LittleEndian.PutUint64(places[i:], before+upTo-n)
		before += upTo >> 56 * oneEach
	}
	l.sorted = slices.Grow(l.sorted[:0], len(l.said))[:len(l.said)]
	for _, e := range l.said {
		place := &places[e.drawer()]
		l.sorted[*place] = e
		*place++
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
