package scorer

import (
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// With returns a scorer that also asks one that judges; s stays as it is.
func (s *Scorer) With(judge heuristics.Heuristic) *Scorer {
	more := *s
	more.judging = append(slices.Clip(s.judging), judge)
	return &more
}
