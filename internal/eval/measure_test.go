package eval

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

func TestWordF1(t *testing.T) {
	tests := []struct {
		output, reference string
		want              PRF
		reason            string
	}{
		{"a b c", "a b c", PRF{1, 1, 1}, "the same"},
		{"c B a", "A b c", PRF{1, 1, 1}, "order and case do not count"},
		{"a a b c", "a b", PRF{0.5, 1, 2. / 3}, "a word that is there once counts once"},
		{"a", "a b c d", PRF{1, 0.25, 0.4}, "a quarter is there"},
		{"x", "a", PRF{}, "nothing in common"},
		{"", "a", PRF{}, "nothing came out"},
		{"a", "", PRF{}, "nothing should have come out"},
		{" — ", "", PRF{1, 1, 1}, "no words, and none wanted"},
	}
	for _, test := range tests {
		got := WordF1(test.output, test.reference)
		assert.InDelta(t, test.want.Precision, got.Precision, 1e-12, test.reason)
		assert.InDelta(t, test.want.Recall, got.Recall, 1e-12, test.reason)
		assert.InDelta(t, test.want.F1, got.F1, 1e-12, test.reason)
	}
}

func TestCountShingles(t *testing.T) {
	tests := []struct {
		output, reference string
		want              Shingles
		reason            string
	}{
		{"a b c d e", "a b c d e", Shingles{2, 2, 2}, "five words are two runs of four"},
		{"x a b c d", "a b c d e", Shingles{1, 2, 2}, "one run is shared"},
		{"a b", "a b", Shingles{1, 1, 1}, "a short text is one run"},
		{"A b c d", "a b c d", Shingles{0, 1, 1}, "case counts here"},
		{"a a a a a a", "a a a a", Shingles{1, 3, 1}, "a run that is there once counts once"},
		{"", "a", Shingles{0, 0, 1}, "nothing came out"},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, CountShingles(test.output, test.reference), test.reason)
	}
}

// Pages without output say nothing about precision, those without a reference
// nothing about recall.
func TestMeanShingles(t *testing.T) {
	pages := []*PageScore{
		{Shingles: &Shingles{Common: 1, Got: 2, Want: 4}},
		{Shingles: &Shingles{Common: 0, Got: 0, Want: 4}},
		{Shingles: &Shingles{Common: 0, Got: 5, Want: 0}},
	}
	got := meanShingles(pages)
	assert.InDelta(t, (0.5+0)/2, got.Precision, 1e-12)
	assert.InDelta(t, (0.25+0)/2, got.Recall, 1e-12)
	assert.InDelta(t, 2*0.25*0.125/0.375, got.F1, 1e-12)
}

func TestCountSnippets(t *testing.T) {
	got := CountSnippets("one  two\nthree four", []string{"two three", "five"}, []string{"four", "six", "One"})
	assert.Equal(t, Snippets{TP: 1, FN: 1, FP: 1, TN: 2}, got, "white space is folded, case is not")
	assert.Equal(t, PRF{0.5, 0.5, 0.5}, got.PRF())
}

func TestRoleTally(t *testing.T) {
	labels := []Label{
		{heuristics.Body, "the boats may pass again in the spring"},
		{heuristics.Newsletter, "sign up for our weekly canal newsletter"},
		{heuristics.Newsletter, "sign up"},
	}
	out := []Label{
		{heuristics.Body, "the boats may pass again in the spring sign up for our weekly canal newsletter"},
		{heuristics.Newsletter, "sign up"},
	}
	var one, tally RoleTally
	one.Add(out, out[0].Text, labels)
	tally.Merge(&one)
	assert.Equal(t, one, tally)
	assert.InDelta(t, 8./15, tally.Of(heuristics.Body).Precision, 1e-12)
	assert.InDelta(t, 1., tally.Of(heuristics.Body).Recall, 1e-12)
	assert.InDelta(t, 2./9, tally.Of(heuristics.Newsletter).Recall, 1e-12)
	assert.InDelta(t, 1., tally.Leak(heuristics.Newsletter), 1e-12, "two words are too few to be looked for")
	assert.InDelta(t, 1., tally.BodyKept(), 1e-12)
	assert.InDelta(t, 10./17, tally.Agreement().F1, 1e-12)
}

// Output and reference change places: so do precision and recall. Order of
// words does not count.
func FuzzWordF1(f *testing.F) {
	f.Add("a b c", "c B x")
	f.Add("", "ΟΔΟΣ İ _")
	f.Fuzz(func(t *testing.T, a, b string) {
		one, two := WordF1(a, b), WordF1(b, a)
		assert.Equal(t, PRF{two.Recall, two.Precision, one.F1}, one)
		assert.InDelta(t, two.F1, one.F1, 1e-12)
		assert.True(t, one.F1 >= 0 && one.F1 <= 1)
		if len(Words(a)) > 0 {
			assert.Equal(t, PRF{1, 1, 1}, WordF1(a+" "+a, a+" "+a))
		}
		for _, w := range Words(a) {
			assert.Equal(t, []string{w}, Tokens(w))
		}
	})
}
