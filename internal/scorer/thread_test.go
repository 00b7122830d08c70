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

// TestThread: by tables that know the names of comment sections alone.
func TestThread(t *testing.T) {
	const post = "<div class=comment><p>I was there that night, and it was much worse than they say.</p></div>"
	const story = "<article><p>The harbour master counted the boats twice before the storm came in.</p></article>"
	tests := []struct {
		name, page string
		want       heuristics.Role
		reason     string
	}{
		{"nothing else", strings.Repeat(post, 20), heuristics.Body, "the thread is what the page is for"},
		{"beside a story", story + strings.Repeat(post, 20), heuristics.Comment, "the story is"},
		{"hardly anything", strings.Repeat(post, 3), heuristics.Comment, "a few words are no thread"},
	}
	set := model.Empty()
	set.Markup.Prior = model.Weights{heuristics.Body: 1}
	named := model.Weights{heuristics.Body: -3, heuristics.Comment: 3}
	set.Markup.Set("comment-class", []model.Weights{named, named, named, named, named, named})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := read(t, test.page)
			r, err := scorer.New(heuristics.Default(), set).Score(p, &scorer.Memory{})
			require.NoError(t, err)
			for i := range p.Blocks {
				if strings.HasPrefix(p.Blocks[i].Text, "I was there") {
					assert.Equal(t, test.want, r.Roles[i], test.reason)
				}
			}
		})
	}
}
