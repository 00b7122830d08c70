package scorer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// TestStandfirst: by tables that know nothing else.
func TestStandfirst(t *testing.T) {
	const headline, line = "Ferry back in service", "The crossing had been closed for a week after a storm"
	tests := []struct {
		text   string
		at     int
		want   float32
		reason string
	}{
		{headline + "\n" + line + "\nIt opened on Monday.\n", 1, 1, "a line behind the headline that has no stop"},
		{headline + "\n" + line + ".\nIt opened on Monday.\n", 1, 0, "a sentence of the text has one"},
		{headline + "\nBy Ole Hansen\nIt opened on Monday.\n", 1, 0, "a byline is shorter"},
		{line + ".\n" + line + "\n", 1, 0, "what ends with a stop is no headline"},
		{headline + "\nIt opened on Monday.\n" + line + "\n", 2, 0, "further behind it is no standfirst"},
	}
	for _, test := range tests {
		p := segment.Text(test.text, segment.Options{})
		s := scorer.New(nil, model.Empty())
		r, err := s.Score(p, &scorer.Memory{})
		require.NoError(t, err)
		assert.InDelta(t, test.want, r.Sums[test.at][heuristics.Dek], 1e-6, test.reason)
		assert.InDelta(t, r.Sums[test.at][heuristics.Dek], scorer.Sum(s.Explain(r).Role(test.at, heuristics.Dek)), 1e-4, "reasons add up")
	}
}
