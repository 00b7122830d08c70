package scorer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// TestBalance: among roles other than body, sums are balanced before they are
// compared; the sums themselves stay as they are.
func TestBalance(t *testing.T) {
	const nav, related = heuristics.Nav, heuristics.Related
	tests := []struct {
		name   string
		prior  model.Weights
		own    float64 // what the caller says for related
		want   heuristics.Role
		reason string
	}{
		{"halved", model.Weights{heuristics.Body: -3, nav: 1.5, related: 2}, 0, nav, "two nats for related are worth one"},
		{"still the best", model.Weights{heuristics.Body: -3, nav: 0.5, related: 2}, 0, related, "one is more than a half"},
		{"body", model.Weights{heuristics.Body: 3, nav: 1.5, related: 2}, 0, heuristics.Body, "body is no part of it"},
		{"the caller's word", model.Weights{heuristics.Body: -3, nav: 1.5, related: 2}, 1, related, "what the caller says is not halved"},
	}
	p := read(t, "<p>one two three four five six seven eight nine ten eleven twelve</p>")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set := model.Empty()
			set.Markup.Prior = test.prior
			factors := evenly(1)
			factors[related] = 0.5
			set.Context.Set(scorer.BalanceName, []model.Weights{factors, {}})
			own := heuristics.Heuristic{Name: "own", Doc: "the caller's word", Judge: func(*heuristics.Page, *heuristics.Block) []heuristics.Evidence {
				return []heuristics.Evidence{{Role: related, Weight: test.own, Reason: "I say so"}}
			}}
			r, err := scorer.New([]heuristics.Heuristic{own}, set).Score(p, &scorer.Memory{})
			require.NoError(t, err)
			assert.Equal(t, test.want, r.Roles[0], test.reason)
			assert.InDelta(t, float64(test.prior[related])+test.own, r.Sums[0][related], 1e-6, "the sum is as it was")
		})
	}
}
