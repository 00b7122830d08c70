package segment

import (
	"math/rand/v2"
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
		{"Cyrillic whose case changes every first byte", "Рух", "і рух", true},
		{"the same, in small letters", "рух", "РУХ", true},
		{"the same, another word", "Рух", "Рос, рус, РОХ", false},
		{"Cyrillic whose case changes the first byte of its first letter", "Русская Волна", "на русской и русская волна", true},
		{"Greek whose case changes the first byte", "Ροές", "οι ροές", true},
		{"Greek, with the sigma of the end", "ροής", "ΡΟΉΣ", true},
		{"Greek", "Ηχώ", "η ΗΧΏ", true},
		{"letters whose case is the last bit", "Āā", "ĀĀ", true},
	} {
		before := strings.Repeat("x ", len(c.reason)%8) // at any place in a block of eight
		w := &walker{whole: before + c.text, blocks: make([]heuristics.Block, 1), ranges: []textRange{{end: len(before + c.text)}}}
		found := false
		w.find(c.name, func(*heuristics.Block, int) { found = true })
		assert.Equal(t, c.found, found, c.reason)
	}
}

// TestFindAnyCase holds that a name is found if and only if some part of the
// text is the same but for the case of its letters.
func TestFindAnyCase(t *testing.T) {
	letters := []rune("abqABQ абпрябАБПРЯ ημορςσπΗΜΟΡΣΠ ǄǅǆĀā本")
	random := rand.New(rand.NewPCG(1, 2))
	word := func(n int) string {
		list := make([]rune, n)
		for i := range list {
			list[i] = letters[random.IntN(len(letters))]
		}
		return string(list)
	}
	for range 20_000 {
		name := word(1 + random.IntN(4))
		text := word(random.IntN(8)) + strings.ToUpper(name[:random.IntN(2)*len(name)]) + word(random.IntN(8))
		want := false
		for i := 0; i+len(name) <= len(text); i++ {
			want = want || strings.EqualFold(text[i:i+len(name)], name)
		}
		w := &walker{whole: text, blocks: make([]heuristics.Block, 1), ranges: []textRange{{end: len(text)}}}
		got := false
		w.find(name, func(*heuristics.Block, int) { got = true })
		assert.Equal(t, want, got, "%q in %q", name, text)
	}
}
