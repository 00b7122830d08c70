package scorer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// TestBare: what stands alone is likelier body, and the reasons say so.
func TestBare(t *testing.T) {
	const text = "<p>The harbour master counted the boats twice before the storm."
	const border = -0.7 // of a page that is no story, where all is as likely text as not
	for _, c := range []struct {
		reason, page string
		moved        float32 // nats that the first block gains
	}{
		{"nothing beside it", text, 2.5},
		{"two or three are no page, either", text + text + text, 2.5},
		{"a text of some length speaks for itself", text + text + text + text, border},
		{"what is not shown is not there", text + text + text + "<p hidden>And the lighthouse keeper, too.", 2.5},
		{"a page has links", text + "<p><a href=/>Home</a>", border},
		{"a form is what the page is for", text + "<form><input name=q></form>", border},
		{"too short to be a text, like all there is", "<p>404 Not Found", -1},
		{"too short, but not all is", "<p>The lighthouse" + text, 0},
		{"a heading heads nothing", "<h1>The harbour master counted the boats twice before the storm</h1>", 0},
		{"a notice", "<p>You need to enable JavaScript in your browser to use it.", 0},
	} {
		set := model.Empty()
		set.Kinds = surely(scorer.Documentation)
		s := scorer.New(heuristics.Default(), set)
		r, err := s.Score(read(t, c.page), &scorer.Memory{})
		require.NoError(t, err)
		assert.Equal(t, c.moved, r.Sums[0][heuristics.Body], c.reason)
		assert.InDelta(t, c.moved, scorer.Sum(s.Explain(r).Role(0, heuristics.Body)), 1e-4, "reasons add up: %s", c.reason)
	}
}
