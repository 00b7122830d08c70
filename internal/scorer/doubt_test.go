package scorer_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// TestDoubt: on a story a short block that may be something else must be surer to
// be text; reasons add up to what is left.
func TestDoubt(t *testing.T) {
	weights := func(of map[heuristics.Role]float64) heuristics.Heuristic {
		return heuristics.Heuristic{Name: "own", Doc: "for a test", Judge: func(*heuristics.Page, *heuristics.Block) (list []heuristics.Evidence) {
			for _, r := range heuristics.Roles() {
				if w := of[r]; w != 0 {
					list = append(list, heuristics.Evidence{Role: r, Weight: w, Reason: "written down"})
				}
			}
			return list
		}}
	}
	const text = 2 // nats for body, from the tables
	for _, c := range []struct {
		reason string
		kind   scorer.Kind
		words  int
		own    map[heuristics.Role]float64
		least  float32 // of the sum of body
		most   float32
	}{
		{"short, and as likely a promo", scorer.Article, 12, map[heuristics.Role]float64{heuristics.Promo: 2}, text - 5, text - 3},
		{"or a teaser", scorer.Article, 12, map[heuristics.Role]float64{heuristics.Related: 2}, text - 5, text - 3},
		{"but not a caption, which many keep", scorer.Article, 12, map[heuristics.Role]float64{heuristics.Caption: 2}, text - 1.5, text},
		{"nothing else is likely", scorer.Article, 12, map[heuristics.Role]float64{heuristics.Promo: -6, heuristics.Related: -6, heuristics.Bio: -6, heuristics.Newsletter: -6}, text - 0.01, text},
		{"long", scorer.Article, 200, map[heuristics.Role]float64{heuristics.Promo: 2}, text - 0.5, text - 0.2},
		{"no story: the border alone moves it", scorer.Documentation, 12, map[heuristics.Role]float64{heuristics.Promo: 2}, text - 3, text - 2},
		{"the caller says that it is text", scorer.Article, 12, map[heuristics.Role]float64{heuristics.Promo: 2, heuristics.Body: 1}, text + 1, text + 1},
	} {
		set := model.Empty()
		set.Kinds = surely(c.kind)
		set.Markup.Prior[heuristics.Body] = text
		s := scorer.New([]heuristics.Heuristic{weights(c.own)}, set)
		r, err := s.Score(read(t, "<p>"+strings.Repeat("word ", c.words)+"<p><a href=/>Home</a>"), &scorer.Memory{})
		require.NoError(t, err)
		require.Equal(t, c.kind, r.Kind)
		sum := r.Sums[0][heuristics.Body]
		assert.GreaterOrEqual(t, sum, c.least, c.reason)
		assert.LessOrEqual(t, sum, c.most, c.reason)
		assert.InDelta(t, sum, scorer.Sum(s.Explain(r).Role(0, heuristics.Body)), 1e-4, "reasons add up: %s", c.reason)
	}
}
