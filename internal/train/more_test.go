package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

func TestReadMore(t *testing.T) {
	pages, err := readMore("wcxb/1\tpromo\taa bb\nwcxb/1\tbody\tcc\n")
	require.NoError(t, err)
	assert.Equal(t, blockRoles{"aa": heuristics.Promo, "bb": heuristics.Promo, "cc": heuristics.Body}, pages["wcxb/1"])

	for reason, lines := range map[string]string{
		"no keys":      "wcxb/1\tpromo\n",
		"no such role": "wcxb/1\tadvert\taa\n",
	} {
		_, err := readMore(lines)
		assert.ErrorContains(t, err, "labels: line 1", reason)
	}
}

func TestReadKinds(t *testing.T) {
	kinds, err := readKinds("snippets/1\tarticle\nsnippets/2\tforum\n")
	require.NoError(t, err)
	assert.Equal(t, map[string]scorer.Kind{"snippets/1": scorer.Article, "snippets/2": scorer.Forum}, kinds)

	for reason, lines := range map[string]string{
		"no kind":      "snippets/1\n",
		"no such kind": "snippets/1\tpoem\n",
	} {
		_, err := readKinds(lines)
		assert.ErrorContains(t, err, "kinds: line 1", reason)
	}
}

// TestMoreLabels: what is embedded can be read.
func TestMoreLabels(t *testing.T) {
	pages, err := readMore(moreLabels)
	require.NoError(t, err)
	assert.NotEmpty(t, pages)
	kinds, err := readKinds(moreKinds)
	require.NoError(t, err)
	assert.NotEmpty(t, kinds)
}

func TestAlignMore(t *testing.T) {
	blocks := []heuristics.Block{{Text: "Buy it now"}, {Text: "A line of the text"}, {Text: "Nothing is known of it"}}
	more := blockRoles{blockKey("buy it NOW!"): heuristics.Promo, blockKey("A line of the text"): heuristics.Body}
	tests := []struct {
		set        string
		body, want []int
		dear       bool
		reason     string
	}{
		{"snippets", []int{unknown, unknown, unknown}, []int{0, 1, unknown}, true, "labels say what is body where no reference does"},
		{"wcxb", []int{1, 0, 1}, []int{0, 0, 1}, true, "a promo is no body though a reference has it; body is what the reference says"},
		{"wcxb", []int{0, 1, 1}, []int{0, 1, 1}, true, "where they agree"},
	}
	for _, test := range tests {
		d := &doc{set: test.set, page: &heuristics.Page{Blocks: blocks}, role: filled(3), body: test.body, more: more}
		d.alignMore()
		assert.Equal(t, []int{int(heuristics.Promo), int(heuristics.Body), unknown}, d.role)
		assert.Equal(t, test.want, d.body, test.reason)
		assert.Equal(t, test.dear, d.cost(0, &leakCost) > 1, test.reason)
		assert.Less(t, d.cost(0, &leakCost), leakCost[heuristics.Promo], "less than labels of the data")
	}
	plain := &doc{role: []int{int(heuristics.Promo)}}
	assert.Equal(t, leakCost[heuristics.Promo], plain.cost(0, &leakCost), "which cost all of it")
}

// TestAlignMoreLinks: a line of the contents and the heading that it leads to
// share a key, not a label.
func TestAlignMoreLinks(t *testing.T) {
	blocks := []heuristics.Block{{Text: "How to prune", Words: 3, LinkWords: 3}, {Text: "How to prune", Words: 3}}
	tests := []struct {
		role   heuristics.Role
		want   []int
		reason string
	}{
		{heuristics.Nav, []int{int(heuristics.Nav), unknown}, "contents are links"},
		{heuristics.Body, []int{unknown, int(heuristics.Body)}, "headings of the text are not"},
	}
	for _, test := range tests {
		d := &doc{page: &heuristics.Page{Blocks: blocks}, role: filled(2), body: filled(2), more: blockRoles{blockKey("How to prune"): test.role}}
		d.alignMore()
		assert.Equal(t, test.want, d.role, test.reason)
	}
}
