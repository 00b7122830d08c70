package heuristics_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

func TestVocabulary(t *testing.T) {
	h := named(t, "vocabulary")
	for _, c := range []struct {
		reason, page, block string
		want                []string
	}{
		{"each word once, in the order of the text", "<p>The news, and the news you can use</p>", "news", []string{"the", "news", "and", "you", "can", "use"}},
		{"in any case of letters", "<p>THE News</p>", "News", []string{"the", "news"}},
		{"parts of words do not count", "<p>Thereof newsletters</p>", "Thereof", nil},
		{"the words of one block are not those of the next", "<p>The news</p><p>Quay</p>", "Quay", nil},
		{"blind spot: languages that the labelled pages have little of", "<p>Ontzia portura itzuli</p>", "Ontzia", nil},
	} {
		p := page(t, c.page, false)
		found := levels(h, p, block(t, p, c.block))
		for _, w := range c.want {
			if slices.Contains(heuristics.Vocabulary(), w) {
				assert.Contains(t, found, w, c.reason)
			}
		}
		assert.Subset(t, c.want, found, c.reason)
		assert.Len(t, found, len(slices.Compact(slices.Sorted(slices.Values(found)))), "each word once")
	}
}

// TestVocabularyWords holds that the list has no word twice, and only words
// as the lexicon cuts them.
func TestVocabularyWords(t *testing.T) {
	list := heuristics.Vocabulary()
	assert.NotEmpty(t, list)
	assert.Len(t, slices.Compact(slices.Sorted(slices.Values(list))), len(list))
}
