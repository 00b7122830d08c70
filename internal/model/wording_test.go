package model_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

func TestAppendWords(t *testing.T) {
	for _, c := range []struct{ reason, one, other string }{
		{"case counts for nothing", "Book A Demo", "book a demo"},
		{"in any script", "СКИДКА Δώρο", "скидка δώρο"},
		{"nor do spaces and stops", "Save, today.", " save\n—today"},
	} {
		assert.Equal(t, model.AppendWords(nil, c.one), model.AppendWords(nil, c.other), c.reason)
	}
	for _, c := range []struct {
		reason, text string
		words        int
	}{
		{"letters and digits stand together", "mp3 98 années", 3},
		{"money, per cent, calls and questions are words", "$98 50% off! £5 €9 now?", 12},
		{"a call alone", "!", 1},
		{"nothing to read", " —… ", 0},
		{"bytes that are no text part words", "a\xffb", 2},
		{"the beginning of a long text tells", strings.Repeat("word ", 1000), 300},
		{"up to the last word", strings.Repeat("word ", 299) + "end", 300},
	} {
		words := model.AppendWords(nil, c.text)
		assert.Len(t, words, c.words, c.reason)
		for _, b := range words {
			assert.Less(t, int(b), model.WordBuckets, c.reason)
		}
	}
	assert.Len(t, model.AppendWords([]uint16{1, 2}, "three"), 3, "what was there stays")
}

// TestWordsByCharacter holds what words are made of for every character there
// is, since tables that stand for them are looked at instead.
func TestWordsByCharacter(t *testing.T) {
	for r := range unicode.MaxRune + 1 {
		if !utf8.ValidRune(r) {
			continue
		}
		words := model.AppendWords(nil, "a"+string(r)+"b")
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
			if len(words) != 1 || words[0] != model.AppendWords(nil, "a"+string(unicode.ToLower(r))+"b")[0] {
				t.Fatalf("%U stands in a word, whatever its case", r)
			}
		case strings.ContainsRune("$%!?€£", r):
			require.Len(t, words, 3, "%U is a word of its own", r)
		case len(words) != 2:
			t.Fatalf("%U parts words", r)
		}
	}
}

func TestWordingRoundTrip(t *testing.T) {
	w := model.NewWording(heuristics.Promo, heuristics.Bio)
	buy := model.AppendWords(nil, "buy")
	w.SetWeight(int(buy[0]), 0, 1.23)
	w.SetWeight(int(buy[0]), 1, -99)
	var b strings.Builder
	require.NoError(t, w.Pack(&b))
	back, err := model.UnpackWording([]byte(b.String()))
	require.NoError(t, err)
	assert.Equal(t, w, back)

	var like [2]float32
	back.Like(like[:], model.AppendWords(nil, "Buy, buy, buy, buy!"))
	const root = 5 // of five words, the mark of the call among them
	assert.InDelta(t, 4*1.2*4*1.2/root, like[0]*like[0], 1e-3, "in tenths of a nat, over the root of their number")
	assert.Less(t, like[1], float32(-20), "as much as a byte can say")
	back.Like(like[:], nil)
	assert.Zero(t, like, "no words tell nothing")
	(&model.Wording{}).Like(nil, buy)

	for _, c := range []struct{ reason, packed, want string }{
		{"a role that does not exist", "prose\n", `no role is called "prose"`},
		{"weights that are missing", "promo bio\n123", "3 weights of words, want 16384"},
	} {
		_, err := model.UnpackWording([]byte(c.packed))
		assert.ErrorContains(t, err, c.want, c.reason)
	}
}
