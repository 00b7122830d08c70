package extract

import (
	"fmt"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// RoleScore is how a block scores for one role, and why.
type RoleScore struct {
	Role    heuristics.Role
	Score   float64               // the logistic of the sum of the weights of Reasons
	Reasons []heuristics.Evidence // heaviest first
}

// Why explains the block at index i of Blocks: all roles, best first, each
// with the evidence for and against it.
func (r *Result) Why(i int) ([]RoleScore, error) {
	if i < 0 || i >= len(r.Blocks) {
		return nil, fmt.Errorf("extract: there is no block %d, the page has %d", i, len(r.Blocks))
	}
	if err := r.untouched(); err != nil {
		return nil, err
	}
	explainer, err := r.explainer()
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	byRole := explainer.Block(i)
	list := make([]RoleScore, 0, heuristics.NumRoles)
	for _, role := range scorer.Ranked(r.Blocks[i].Role, byRole) {
		list = append(list, RoleScore{Role: role, Score: scorer.Probability(scorer.Sum(byRole[role])), Reasons: byRole[role]})
	}
	return list, nil
}
