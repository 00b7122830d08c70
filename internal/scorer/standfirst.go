package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// In plain text nothing but its place and its shape tells a standfirst: the line
// behind the headline, as long as a sentence, and without the stop that ends
// one. The weights are set by hand: the fit weighs the place and the shape each
// by itself, and what tells is both together.
const (
	standfirstName   = "standfirst"
	standfirstReason = "the line behind the headline, a sentence without a stop"

	headlineMost    = 20 // words of the line before
	standfirstLeast = 8  // words
	standfirstMost  = 40 // words
)

var standfirstWeights = model.Weights{h.Dek: 1, h.Body: -1}

// standfirst tells whether block i is such a line.
func (v *View) standfirst(i int) bool {
	if !v.Page.Plain || i != 1 {
		return false
	}
	head, b := &v.Page.Blocks[0], &v.Page.Blocks[1]
	return head.Words <= headlineMost && b.Words >= standfirstLeast && b.Words <= standfirstMost &&
		head.End != h.CharStop && b.End == h.CharOther // a letter
}
