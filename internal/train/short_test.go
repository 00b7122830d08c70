package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// TestShortCopy: a copy has two paragraphs or more of the page, and every block
// has the role that it had there, whatever the style.
func TestShortCopy(t *testing.T) {
	const paragraph = " the harbour master counted the boats twice before the storm came in."
	texts := []eval.Label{
		{Role: heuristics.Nav, Text: "Home"}, {Role: heuristics.Nav, Text: "Sport & more"}, {Role: heuristics.Title, Text: "A storm in the harbour"},
		{Role: heuristics.Byline, Text: "By Ole Hansen"}, {Role: heuristics.Body, Text: "On Monday" + paragraph}, {Role: heuristics.Body, Text: "On Tuesday" + paragraph},
		{Role: heuristics.Newsletter, Text: "Get our letter in your inbox"}, {Role: heuristics.Body, Text: "On Friday" + paragraph},
		{Role: heuristics.Related, Text: "Ten storms to remember"}, {Role: heuristics.Legal, Text: "All rights reserved"},
	}
	d := &doc{kind: scorer.Article, page: &heuristics.Page{}}
	roles := map[string]heuristics.Role{}
	for _, x := range texts {
		d.page.Blocks = append(d.page.Blocks, heuristics.Block{Text: x.Text, Words: 12})
		d.role, d.body = append(d.role, int(x.Role)), append(d.body, bodyIf(x.Role))
		roles[x.Text] = x.Role
	}
	seen := map[int]bool{}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		d.ID = id
		c, err := shortCopy(d)
		require.NoError(t, err)
		body := 0
		for i := range c.page.Blocks {
			assert.Equal(t, int(roles[c.page.Blocks[i].Text]), c.role[i], "%s: %s", id, c.page.Blocks[i].Text)
			body += c.body[i]
		}
		assert.GreaterOrEqual(t, body, 2, id)
		seen[len(c.page.Blocks)] = true
	}
	assert.Greater(t, len(seen), 1, "copies differ")

	d.role[4], d.role[5], d.role[7] = unknown, unknown, unknown
	c, err := shortCopy(d)
	require.NoError(t, err)
	assert.Nil(t, c, "a page of whose text nothing is known")
}
