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
	const never, perhaps = -20, -1 // nats for a forum, on a page that looks like an article
	tests := []struct {
		name, page string
		forum      float32 // nats
		want       heuristics.Role
		reason     string
	}{
		{"nothing else", strings.Repeat(post, 20), never, heuristics.Body, "the thread is what the page is for"},
		{"behind its opening", story + strings.Repeat(post, 20), perhaps, heuristics.Body, "so much is said to so little"},
		{"of an article", story + strings.Repeat(post, 20), never, heuristics.Comment, "short posts have long comment sections, too"},
		{"behind a longer text", strings.Repeat(story, 4) + strings.Repeat(post, 20), perhaps, heuristics.Comment, "the text has readers who comment on it"},
		{"hardly anything", strings.Repeat(post, 3), never, heuristics.Comment, "a few words are no thread"},
	}
	set := model.Empty()
	set.Markup.Prior = model.Weights{heuristics.Body: 1, heuristics.Promo: -9, heuristics.Newsletter: -9, heuristics.Bio: -9, heuristics.Related: -9} // next to no doubt
	named := model.Weights{heuristics.Body: -3, heuristics.Comment: 3}
	set.Markup.Set("comment-class", []model.Weights{named, named, named, named, named, named})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set.Kinds = surely(scorer.Article)
			set.Kinds.Trees[scorer.Forum] = []model.Tree{{{Bound: test.forum}}}
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
