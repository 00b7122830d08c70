package scorer

import "math"

// roundTo is how many parts of a nat weights in reasons are rounded to. Tables
// have hundredths.
const roundTo = 1e5

// said is a piece of evidence: its weight in parts of a nat, and the place of
// its label.
type said struct {
	weight, label int32
	order         uint32 // the less, the heavier
}

// saidList lists evidence. It has no pointers, so that it costs the collector
// nothing to move pieces of it around.
type saidList struct {
	said, other []said
}

// Lists are sorted by digits of the order.
const (
	digits    = 3
	digitBits = 7
	oneDigit  = 1<<digitBits - 1
	lightest  = 1<<(digits*digitBits) - 1 // parts of a nat: 21 nats; heavier evidence keeps its order
)

// add lists evidence, if there is any. It takes the noise of single precision
// off a weight.
func (l *saidList) add(weight float32, label int) {
	if weight == 0 {
		return
	}
	x := float64(weight) * roundTo
	w := int32(x + math.Copysign(0.5, x))
	l.said = append(l.said, said{w, int32(label), uint32(max(0, lightest-max(w, -w)))})
}

// heaviestFirst sorts the list, digit by digit: without a comparison, which the
// processor could not foresee. Evidence of the same weight keeps its order.
func (l *saidList) heaviestFirst() []said {
	var places [digits][1 << digitBits]int32 // of the next with a digit
	for i := range l.said {
		for d := range places {
			places[d][l.said[i].order>>(d*digitBits)&oneDigit]++
		}
	}
	from, to := l.said, append(l.other[:0], l.said...)
	for d := range places {
		at := int32(0)
		for i, n := range places[d] {
			places[d][i] = at
			at += n
		}
		for i := range from {
			next := &places[d][from[i].order>>(d*digitBits)&oneDigit]
			to[*next] = from[i]
			*next++
		}
		from, to = to, from
	}
	l.said, l.other = from, to
	return from
}
