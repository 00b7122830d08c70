package heuristics

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed vocabulary.txt
var vocabularyText string

// Vocabulary returns the words whose presence in a block is measured, in the
// order of their levels: those that most sites use. They are chosen by how
// many sites have them, not by what they tell.
var Vocabulary = sync.OnceValue(func() []string { return strings.Fields(vocabularyText) })

// vocabulary looks at the common words of the block.
//
// Signal: which of the words that most sites use stand in the block.
// Why: a promo speaks of "we", "you" and "today", a bio of "she" and
// "university", a legal line of "rights"; a story narrates.
// Unit and range: a level for each word.
// Source: measured; naive wording models are as old as Graham, "A Plan for
// Spam" (2002).
// Blind spot: languages that the labelled pages have little of.
func vocabulary() Heuristic {
	return Heuristic{
		Name: "vocabulary", Doc: "common words in the block",
		Levels:     Vocabulary(),
		MeasureAll: func(_ *Page, b *Block) []Level { return b.Vocabulary },
	}
}
