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

// TestHeadlined: by tables to which everything is legal.
func TestHeadlined(t *testing.T) {
	const headline = "<title>Terms of the summer offer</title><h1>Terms of the summer offer</h1>"
	terms := "<p>Ten off your purchase of three" + strings.Repeat(" or four", 20) + ", as long as they last.</p>"
	const menu = "<p>Home</p><p>Shop</p><p>Help</p><p>Bag</p>"
	tests := []struct {
		name, page string
		role       heuristics.Role // of everything but the headline
		want       heuristics.Role // of the terms
		reason     string
	}{
		{"below the headline", headline + terms, heuristics.Legal, heuristics.Body, "they are what the page is for"},
		{"behind a date", headline + "<p>May 2024</p>" + terms, heuristics.Legal, heuristics.Body, "a line may stand before the text"},
		{"a life", headline + terms, heuristics.Bio, heuristics.Body, "so is the life of somebody"},
		{"far below", headline + menu + terms, heuristics.Legal, heuristics.Legal, "at the foot of a page it is no text"},
		{"no headline", terms, heuristics.Legal, heuristics.Legal, "nothing says what the page is for"},
		{"a few words", headline + "<p>Nothing was found here. You may want to try another address.</p>", heuristics.Legal, heuristics.Legal, "a page that has nothing to read says so in a line"},
		{"comments", headline + terms, heuristics.Comment, heuristics.Comment, "a few comments are no text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set := model.Empty()
			set.Kinds = surely(scorer.Article)
			set.Markup.Prior[heuristics.Body], set.Markup.Prior[test.role] = -5, 3
			p := read(t, test.page)
			r, err := scorer.New(heuristics.Default(), set).Score(p, &scorer.Memory{})
			require.NoError(t, err)
			assert.Equal(t, test.want, r.Roles[len(r.Roles)-1], test.reason)
		})
	}
}
