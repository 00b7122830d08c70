package heuristictest_test

import (
	"strings"
	"testing"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/heuristics/heuristictest"
)

// correction is a heuristic as users write them: on this site, what begins
// with "Correction:" is a legal note.
var correction = heuristics.Heuristic{
	Name: "correction",
	Doc:  "begins with Correction",
	Judge: func(_ *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
		if !strings.HasPrefix(b.Text, "Correction:") {
			return nil
		}
		return []heuristics.Evidence{
			{Role: heuristics.Legal, Weight: 8, Reason: "begins with Correction"},
			{Role: heuristics.Body, Weight: -8, Reason: "begins with Correction"},
		}
	},
}

// TestPages is all that a user writes: one call.
func TestPages(t *testing.T) {
	e := extract.Extractor{Heuristics: append(heuristics.Default(), correction)}
	heuristictest.Run(t, heuristictest.Pages{Extractor: &e})
}
