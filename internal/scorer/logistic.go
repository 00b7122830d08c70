package scorer

import (
	"sync"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// logisticTable holds the logistic function for all sums of whole hundredths
// of a nat within ±span nats, which is nearly all that occur.
type logisticTable [2*span*centi + 1]float32

const span = 20 // nats; beyond, a probability is within 2e-9 of 0 or 1

var logistic = sync.OnceValue(func() *logisticTable {
	t := &logisticTable{}
	for i := range t {
		t[i] = float32(Probability(float32(i-span*centi) / centi))
	}
	return t
})

// of fills in the probability of each role. It returns the sum of them.
func (t *logisticTable) of(s *Sums, chance *Share) (total float32) {
	const noise = 1e-3 // hundredths of a nat: single precision beside a whole number
	for r, x := range s {
		at := x*centi + span*centi
		i := int(at + 0.5)
		p := float32(0)
		if off := at - float32(i); uint(i) < uint(len(t)) && off < noise && off > -noise {
			p = t[i]
		} else {
			p = float32(Probability(x)) // evidence of a heuristic with weights of its own
		}
		chance[r] = p
		total += p
	}
	return total
}

// ofWhole is of where nothing but whole hundredths was added up.
func (t *logisticTable) ofWhole(n *hundredths, chance *Share) (total float32) {
	for r, x := range n {
		p := float32(0)
		if i := int(x) + span*centi; uint(i) < uint(len(t)) {
			p = t[i]
		} else {
			p = float32(Probability(float32(x) / centi))
		}
		chance[r] = p
		total += p
	}
	return total
}

// outOf makes the probabilities of all roles add up to one.
func (s *Share) outOf(total float32, best heuristics.Role) Likely {
	for r := range s {
		s[r] /= total
	}
	return Likely{Role: best, P: s[best], Body: s[heuristics.Body]}
}
