package scorer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// bodyBy returns a heuristic that gives body the nats that a block begins with.
func bodyBy() heuristics.Heuristic {
	return heuristics.Heuristic{Name: "own", Doc: "nats are written on the block", Judge: func(_ *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
		var nats float64
		if _, err := fmt.Sscan(b.Text, &nats); err != nil {
			return nil
		}
		return []heuristics.Evidence{{Role: heuristics.Body, Weight: nats, Reason: "written on it"}}
	}}
}

// paragraphs of twenty words, each with nats for body.
func paragraphs(nats ...float64) string {
	var b strings.Builder
	for _, x := range nats {
		fmt.Fprintf(&b, "<p>%v%s</p>", x, strings.Repeat(" word", 20))
	}
	return b.String()
}

// TestBorder: on a page that is no story body begins where the expected F1 of
// its words is best, and roles that only stories were labelled with stand back.
func TestBorder(t *testing.T) {
	const doubtful = -1.25 // of this block: alone it would not be body
	unsure := append(slices.Repeat([]float64{-1.5}, 12), -0.5, doubtful)
	menus := slices.Repeat([]float64{doubtful}, 12)
	tests := []struct {
		name   string
		kind   scorer.Kind
		also   float32 // nats for a listing, where 20 are for the kind
		nats   []float64
		body   bool
		reason string
	}{
		{"sure", scorer.Listing, 20, []float64{6, 6, 6, 6, 6, 6, doubtful}, false, "most of the text is sure to be right: the block would cost more than it may gain"},
		{"unsure", scorer.Listing, 20, unsure, true, "little is right anyhow"},
		{"nothing", scorer.Listing, 20, menus, false, "none may be body by itself, as among menus alone"},
		{"story", scorer.Article, -20, unsure, false, "on a story the border stays"},
		{"perhaps a story", scorer.Article, 2, unsure, true, "the page is nearly as likely a listing"},
		{"perhaps a story, and mostly sure", scorer.Article, 2, append(slices.Repeat([]float64{6}, 12), -0.5), true, "it would be text on a story: the border is not moved up"},
		{"no story, and mostly sure", scorer.Listing, 20, append(slices.Repeat([]float64{6}, 12), -0.5), false, "the same on a listing is none"},
		{"short, perhaps a story", scorer.Article, 2, unsure[8:], false, "of short pages nobody knows the kind"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set := model.Empty()
			set.Kinds = surely(test.kind)
			set.Kinds.Trees[scorer.Listing] = []model.Tree{{{Bound: test.also}}}
			set.Markup.Prior[heuristics.Title] = -9 // no title, which a page has whatever its kind
			s := scorer.New([]heuristics.Heuristic{bodyBy()}, set)
			r, err := s.Score(read(t, paragraphs(test.nats...)), &scorer.Memory{})
			require.NoError(t, err)
			require.Equal(t, test.kind, r.Kind)
			last := len(test.nats) - 1
			assert.Equal(t, test.body, r.Roles[last] == heuristics.Body, test.reason)
			for _, role := range heuristics.Roles() {
				list := s.Explain(r).Role(last, role)
				assert.InDelta(t, r.Sums[last][role], scorer.Sum(list), 1e-4, "reasons add up for %s", role)
				for _, e := range list {
					assert.NoError(t, heuristics.ValidateEvidence(e))
				}
			}
		})
	}
}

// TestBorderLeavesRoles: what is no body has the role that it would have on a
// story, though roles that only stories were labelled with stand back for body.
func TestBorderLeavesRoles(t *testing.T) {
	set := model.Empty()
	set.Kinds = surely(scorer.Listing)
	set.Markup.Prior = model.Weights{heuristics.Body: -9, heuristics.Related: 1, heuristics.Newsletter: -4}
	set.Context.Set(scorer.BalanceName, []model.Weights{evenly(1), {}})
	r, err := scorer.New(nil, set).Score(read(t, paragraphs(0, 0)), &scorer.Memory{})
	require.NoError(t, err)
	assert.Equal(t, heuristics.Related, r.Roles[0], "the next best after roles that were moved would be newsletter")
}

// TestBorderLeavesOwn: a role that the caller's heuristics speak for is not moved.
func TestBorderLeavesOwn(t *testing.T) {
	set := model.Empty()
	set.Kinds = surely(scorer.Listing)
	own := heuristics.Heuristic{Name: "own", Doc: "the caller's word", Judge: func(*heuristics.Page, *heuristics.Block) []heuristics.Evidence {
		return []heuristics.Evidence{{Role: heuristics.Promo, Weight: 2, Reason: "I say so"}}
	}}
	r, err := scorer.New([]heuristics.Heuristic{own}, set).Score(read(t, paragraphs(0)+"<p><a href=/>Home</a>"), &scorer.Memory{})
	require.NoError(t, err)
	assert.InDelta(t, 2, r.Sums[0][heuristics.Promo], 1e-6, "spoken for")
	assert.Less(t, r.Sums[0][heuristics.Related], float32(-5), "not spoken for")
}

// evenly gives the same weight to all roles.
func evenly(x float32) (w model.Weights) {
	for r := range w {
		w[r] = x
	}
	return w
}
