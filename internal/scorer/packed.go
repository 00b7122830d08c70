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

// hundredthsOf limits what a table holds to what a lane can.
func hundredthsOf(c *model.Centis) (n hundredths) {
	for r, x := range c {
		n[r] = max(-maxCenti, min(int32(x), maxCenti))
	}
	return n
}

func (n *hundredths) pack() (p packed) {
	for r, x := range n {
		p[r/lanes] += uint64(x) << (r % lanes * laneBits)
	}
	return p
}

// unpack returns the sums.
func (p *packed) unpack() (n hundredths) {
	const unused = 64 - laneBits
	for i := range len(p) - 1 {
		a := int64(p[i]) << unused >> unused
		rest := (int64(p[i]) - a) >> laneBits
		b := rest << unused >> unused
		n[lanes*i], n[lanes*i+1] = int32(a), int32(b)
		n[lanes*i+2] = int32((rest - b) >> laneBits << unused >> unused)
	}
	n[heuristics.NumRoles-1] = int32(int64(p[len(p)-1]) << unused >> unused)
	return n
}

// hundredths are sums for all roles in hundredths of a nat.
type hundredths [heuristics.NumRoles]int32

func (n *hundredths) nats() (s Sums) {
	for r, x := range n {
		s[r] = float32(x) / centi
	}
	return s
}

// best is [Sums.Best] of the same sums.
func (n *hundredths) best() heuristics.Role {
	best := largestOf(n)
	if best == heuristics.Body && n[best] < bodyFloor*centi {
		without := *n
		without[best] = math.MinInt32
		return largestOf(&without)
	}
	return best
}

// A list of one lane in the last word is what unpack rests on.
var _ = [1]struct{}{}[heuristics.NumRoles%lanes-1]
