package scorer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// TestTables: cells that look like nothing are text where the rest of their table
// is.
func TestTables(t *testing.T) {
	const (
		row    = "<tr><td>The Harbour Master<td>counted the boats twice before the storm</tr>"
		head   = "<tr><th>x7<th>Boats</tr>"
		layout = "<tr><td><p>The harbour master counted the boats twice before the storm came in. By nightfall eleven of them lay behind the mole, and the twelfth was still out. Nobody on the quay went home, and nobody slept, until it came in at last.</p></tr>"
	)
	weak := heuristics.Heuristic{Name: "weak", Doc: "knows no body in a cell of one word", Levels: []string{"one word"},
		Measure: func(_ *heuristics.Page, b *heuristics.Block) heuristics.Level {
			if b.Words < 2 {
				return 0
			}
			return heuristics.Silent
		}}
	set := model.Empty()
	set.Markup.Prior = model.Weights{heuristics.Body: 1, heuristics.Promo: -9, heuristics.Newsletter: -9, heuristics.Bio: -9, heuristics.Related: -9} // next to no doubt
	set.Markup.Set("weak", []model.Weights{{heuristics.Body: -4}})
	set.Kinds = surely(scorer.Article)
	for _, c := range []struct {
		reason, page string
		text         bool
	}{
		{"the head of a table that is text", "<table>" + head + row + row + "</table>", true},
		{"alone", "<table>" + head + "</table>", false},
		{"a table that a page is laid out with", "<table>" + head + layout + "</table>", false},
		{"no table", "<div>x7</div><div>The Harbour Master counted the boats twice</div>", false},
	} {
		s := scorer.New([]heuristics.Heuristic{weak}, set)
		r, err := s.Score(read(t, c.page+"<p><a href=/>Home</a>"), &scorer.Memory{})
		require.NoError(t, err)
		list := s.Explain(r).Role(0, heuristics.Body)
		assert.InDelta(t, r.Sums[0][heuristics.Body], scorer.Sum(list), 1e-4, "reasons add up: %s", c.reason)
		said := false
		for _, e := range list {
			said = said || e.Heuristic == "table"
		}
		assert.Equal(t, c.text, said, c.reason)
	}
}
