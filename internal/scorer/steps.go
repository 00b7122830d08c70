package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// steps sorts x into one level more than there are bounds.
func steps(x float64, bounds ...float64) h.Level {
	level := 0
	for _, b := range bounds {
		if !(x < b) { // no early end: a wrong guess of the processor costs more than all comparisons
			level++
		}
	}
	return h.Level(level)
}
