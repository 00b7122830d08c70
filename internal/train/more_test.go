package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
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

// TestMoreLabels: what is embedded can be read.
func TestMoreLabels(t *testing.T) {
	pages, err := readMore(moreLabels)
	require.NoError(t, err)
	assert.NotEmpty(t, pages)
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
		{"wcxb", []int{1, 0, 1}, []int{1, 0, 1}, false, "a reference decides what is body, and then a label costs nothing"},
		{"wcxb", []int{0, 1, 1}, []int{0, 1, 1}, true, "where they agree it does"},
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
