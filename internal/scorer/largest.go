package scorer

import (
	"math"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Roles are compared as whole numbers that are ordered as their sums are, each
// with the place of the role below, so that the first of several is the largest:
// that does not branch, and what a block is the processor cannot foresee.
const placeBits = 8

// placed puts the place of a role below a number.
func placed(n int32, r int) int64 {
	return int64(n)<<placeBits | int64(heuristics.NumRoles-r)
}

// place returns the role whose place stands below a number.
func place(n int64) heuristics.Role {
	return heuristics.Role(heuristics.NumRoles - n&(1<<placeBits-1))
}

// largest returns the role with the largest number, the first of several.
func largest(list *[heuristics.NumRoles]float32) heuristics.Role {
	top := int64(math.MinInt64)
	for r, x := range list {
		n := int32(math.Float32bits(x))
		top = max(top, placed(n^n>>31&math.MaxInt32, r))
	}
	return place(top)
}

// largestOf is largest for whole numbers.
func largestOf(list *hundredths) heuristics.Role {
	top := int64(math.MinInt64)
	for r, n := range list {
		top = max(top, placed(n, r))
	}
	return place(top)
}

// best returns the role with most words, and its share of all. Of all words at
// most one role's are below zero, so that their bits are ordered as they are.
func (s *Share) best() (heuristics.Role, float64) {
	top, total := int64(math.MinInt64), float32(0)
	for r, w := range s {
		total += w
		top = max(top, placed(int32(math.Float32bits(w)), r))
	}
	best := place(top)
	if total == 0 {
		return best, 0
	}
	return best, float64(s[best] / total)
}
