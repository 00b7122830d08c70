package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		reason, name, text string
		found              bool
	}{
		{"as it is", "The Slow Lantern", "Read The Slow Lantern", true},
		{"in another case", "The Slow Lantern", "THE SLOW LANTERN, weekly", true},
		{"in the midst of a word", "lantern", "slowlanterns", true},
		{"in part", "The Slow Lantern", "The Slow Lanter", false},
		{"with another letter behind the rarest", "jk", "j k jj", false},
		{"its rarest letter at the end", "wexq", "a wexq", true},
		{"with a letter beyond ASCII behind the rarest", "Xérès", "le xÉrès d'hier", true},
		{"without case", "みなと日報", "昨日のみなと日報", true},
		{"without case, in part", "みなと日報", "みなと日", false},
		{"digits", "2024", "12024", true},
		{"Cyrillic", "Северный Меридиан", "газета Северный МЕРИДИАН", true},
		{"Cyrillic, another word", "Северный", "Средний", false},
		{"Cyrillic whose case changes two bytes", "Рассвет", "У «РАССВЕТа»", true},
		{"Greek", "Ηχώ", "η ΗΧΏ", true},
		{"letters whose case is the last bit", "Āā", "ĀĀ", true},
	} {
		before := strings.Repeat("x ", len(c.reason)%8) // at any place in a block of eight
		w := &walker{whole: before + c.text, blocks: make([]heuristics.Block, 1), ranges: []textRange{{end: len(before + c.text)}}}
		found := false
		w.find(c.name, func(*heuristics.Block) { found = true })
		assert.Equal(t, c.found, found, c.reason)
	}
}
