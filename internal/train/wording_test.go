package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// TestWordsOf: a word of promos speaks for them, one of the text against, and
// what stands in both tells nothing; a fold that is left out is not learned
// from.
func TestWordsOf(t *testing.T) {
	var list []worded
	add := func(text string, r heuristics.Role, fold int) {
		list = append(list, worded{model.AppendWords(nil, text), int(r), fold})
	}
	for range 20 {
		add("buy the boat", heuristics.Promo, 0)
		add("the boat sank", heuristics.Body, 0)
		add("the secret boat", heuristics.Promo, 1)
		add("the hidden boat", heuristics.Bio, 0)
	}
	weights := wordsOf(list, heuristics.Promo, 1)
	of := func(word string) float64 { return weights[model.AppendWords(nil, word)[0]] }
	assert.Greater(t, of("buy"), 1.0)
	assert.Less(t, of("sank"), -1.0)
	assert.Less(t, of("boat"), of("buy")/2)
	assert.Zero(t, of("secret"), "of the fold that is left out")
	assert.Zero(t, of("hidden"), "of another role")
	assert.Equal(t, weights, wordsOf(list, heuristics.Promo, 1), "the same again")
}
