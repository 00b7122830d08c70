package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// TestNamelessCopy: a copy has the same blocks and labels and no mark of a name,
// and the page keeps its own.
func TestNamelessCopy(t *testing.T) {
	page := []byte(`<div class="newsletter"><p>Get our letter</p></div><p id="comments">A line of the text</p>`)
	root, _, err := parse.Document(page, limits)
	require.NoError(t, err)
	d := &doc{Page: eval.Page{HTML: page}, role: []int{int(heuristics.Newsletter), int(heuristics.Body)}, body: []int{0, 1}}
	d.page, _, _ = segment.Tree([]*html.Node{root}, segment.Options{})
	marks := func(d *doc) (all heuristics.Marks) {
		for i := range d.page.Elements {
			all |= d.page.Elements[i].All
		}
		return all & (heuristics.MarkNewsletter | heuristics.MarkComment)
	}

	c, err := namelessCopy(d)
	require.NoError(t, err)
	assert.Equal(t, d.role, c.role)
	assert.Equal(t, []string{"Get our letter", "A line of the text"}, []string{c.page.Blocks[0].Text, c.page.Blocks[1].Text})
	assert.Zero(t, marks(c))
	assert.NotZero(t, marks(d), "the page itself has names")
}
