// Package golden has the files that stand beside pages of tests: the
// decisions, a line a block; the labels, which a person has corrected; and the
// marks in the pages themselves. It compares them, so that a person can read
// what has changed.
package golden

import (
	"fmt"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// Decisions writes the kind of page, and role, score, heaviest reason and first
// words of each block. Without reasons, see extract.Extractor.Explain, a dash
// stands in their place.
func Decisions(r *extract.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s %.1f\n", r.Verdict.Kind, r.Verdict.Confidence)
	for i := range r.Blocks {
		block := &r.Blocks[i]
		reason := "-"
		if len(block.Reasons) > 0 {
			reason = block.Reasons[0].Heuristic
		}
		fmt.Fprintf(&b, "%-10s %.1f %-22s %s\n", block.Role, block.Score, reason, FirstWords(block.Text))
	}
	return b.String()
}

// FirstWords is what blocks are known by in all files: the first sixty
// characters of the text, white space folded.
func FirstWords(text string) string {
	const most = 60
	runes := []rune(strings.Join(strings.Fields(text), " "))
	return string(runes[:min(most, len(runes))])
}

// decision is a line of decisions.
type decision struct{ role, score, reason, words string }

// parseDecisions reads what Decisions has written. A line that is not like one
// is taken as words.
func parseDecisions(text string) (head string, list []decision) {
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			head = line
			continue
		}
		var d decision
		role, rest := cutField(line)
		score, rest := cutField(rest)
		reason, words := cutField(rest)
		d = decision{role, score, reason, words}
		if words == "" {
			d = decision{words: line}
		}
		list = append(list, d)
	}
	return head, list
}

func cutField(s string) (field, rest string) {
	field, rest, _ = strings.Cut(s, " ")
	return field, strings.TrimLeft(rest, " ")
}
