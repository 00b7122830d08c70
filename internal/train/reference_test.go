package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

func TestAlignReference(t *testing.T) {
	const (
		ferry = "the ferry to the outer islands will not sail again before thursday morning"
		wind  = "the harbour master said that the wind had turned to the north in the night"
		boats = "nobody would leave and so the boats lay where they were"
	)
	tests := []struct {
		name              string
		blocks, reference []string
		want              []int
		reason            string
	}{
		{"in order", []string{"Home", ferry, "Share", wind, "Terms"}, []string{ferry, wind}, []int{0, 1, 0, 1, 0}, "what the reference has is body, and nothing else"},
		{"a headline twice", []string{"Ferry stops", "Home", "Ferry stops", ferry, "Ferry stops"}, []string{"Ferry stops", ferry}, []int{0, 0, 1, 1, 0},
			"the reference has it once, and there it is followed by the text"},
		{"a paragraph twice", []string{ferry, wind, ferry}, []string{ferry, wind}, []int{1, 1, unknown}, "a copy is as much text as what it is a copy of"},
		{"another order", []string{wind, ferry, boats}, []string{ferry, boats, wind}, []int{1, 1, 1}, "what is out of order is found in another round"},
		{"cells", []string{ferry, "12", "kn", wind, "12"}, []string{ferry, "12 kn", wind}, []int{1, 1, 1, 1, 0}, "short blocks belong where the words between their neighbours are theirs"},
		{"a part of a block", []string{ferry + " " + strings.Repeat("and so on ", 30), wind, boats}, []string{ferry, wind, boats}, []int{0, 1, 1}, "less than half of the block is there"},
		{"not on the page", []string{"Home", "Please turn on JavaScript"}, []string{ferry, wind}, []int{unknown, unknown}, "nothing is known"},
		{"empty", []string{"Home", ferry}, nil, []int{unknown, unknown}, "nothing is known"},
		{"no words", []string{"*", ferry}, []string{ferry}, []int{unknown, 1}, "what has no words stands in no text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			blocks := make([]heuristics.Block, len(test.blocks))
			for i, text := range test.blocks {
				blocks[i].Text = text
			}
			assert.Equal(t, test.want, alignReference(blocks, strings.Join(test.reference, "\n")), test.reason)
		})
	}
}
