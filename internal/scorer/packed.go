package scorer

import (
	"math"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// packed holds sums for all roles in hundredths of a nat, three to a word:
// lane i of word w is role 3w+i. A word is the sum of its lanes, each shifted
// to its place, so that adding words adds all lanes at once; a negative lane
// borrows from the next one up, which unpacking gives back.
//
// Tables have whole hundredths, so that sums are exact: a tie between roles is
// broken by their order and not by the noise of single precision.
type packed [(heuristics.NumRoles + lanes - 1) / lanes]uint64

const (
	lanes    = 3
	laneBits = 64 / lanes
	centi    = 100 // lanes count hundredths of a nat, as tables do

	// maxRows is more than the levels that a block can have at once: one a
	// measure, and the common words in it.
	maxRows = 1 << 10

	// maxCenti bounds a weight, in hundredths of a nat, so that maxRows of
	// them stay within a lane. The heaviest of the tables is under 5 nats.
	maxCenti = (1<<(laneBits-1) - 1) / maxRows
)

func (p *packed) add(q *packed) {
	p[0] += q[0]
	p[1] += q[1]
	p[2] += q[2]
	p[3] += q[3]
	p[4] += q[4]
	p[5] += q[5]
}

// settle rounds weights to what a lane can hold, and packs them.
func settle(w *model.Weights) (p packed) {
	if *w == (model.Weights{}) {
		return p // as many rows are
	}
	for r, x := range w {
		n := max(-maxCenti, min(int64(math.Round(float64(x)*centi)), maxCenti))
		w[r] = float32(n) / centi
		p[r/lanes] += uint64(n) << (r % lanes * laneBits)
	}
	return p
}

// unpack returns the sums in nats.
func (p *packed) unpack() (s Sums) {
	const unused = 64 - laneBits
	for i, w := range p {
		rest := int64(w)
		for r := i * lanes; r < min(len(s), (i+1)*lanes); r++ {
			n := rest << unused >> unused
			s[r] = float32(n) / centi
			rest = (rest - n) >> laneBits
		}
	}
	return s
}
