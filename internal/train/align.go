package main

import (
	"strings"
	"unicode"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// unknown marks a block whose role the labels do not tell.
const unknown = -1

// alignLabels finds the role of each block in labels that were cut from the
// same page, in the same order but perhaps at other places: the blocks'
// letters are looked for, one block after the other, in the letters of all
// labels.
func alignLabels(blocks []heuristics.Block, labels []eval.Label) []int {
	var all strings.Builder
	var ends []int // of each label in all
	for _, l := range labels {
		all.WriteString(letters(l.Text))
		ends = append(ends, all.Len())
	}
	text := all.String()
	roles := make([]int, len(blocks))
	cursor, label := 0, 0
	for i := range blocks {
		roles[i] = unknown
		key := letters(blocks[i].Text)
		if key == "" {
			continue
		}
		end := min(len(text), cursor+reach(len(key))+len(key))
		at := strings.Index(text[cursor:end], key)
		if at < 0 {
			continue
		}
		middle := cursor + at + len(key)/2
		cursor += at + len(key)
		for label < len(ends) && ends[label] <= middle {
			label++
		}
		roles[i] = int(labels[label].Role)
		for label > 0 && cursor <= ends[label-1] {
			label--
		}
	}
	return roles
}

// reach is how far ahead, in bytes, a block of n bytes may be found: the
// shorter it is, the likelier it stands somewhere by chance.
func reach(n int) int {
	switch {
	case n < 8:
		return 60
	case n < 20:
		return 600
	case n < 60:
		return 6000
	}
	return 1 << 30
}

// alignReference tells for each block whether its text stands in the
// reference: 1, 0, or unknown. Longer blocks do if most of their four-word
// shingles do; shorter ones if they are a line of it and stand between two
// longer ones that do.
func alignReference(blocks []heuristics.Block, reference string) []int {
	const shingle, longBlock, enough = 4, 6, 0.5
	lines := map[string]bool{}
	for line := range strings.Lines(reference) {
		lines[strings.Join(eval.Words(line), " ")] = true
	}
	grams := map[string]bool{}
	words := eval.Words(reference)
	for i := 0; i+shingle <= len(words); i++ {
		grams[strings.Join(words[i:i+shingle], " ")] = true
	}
	padded := " " + strings.Join(words, " ") + " "
	in := make([]int, len(blocks))
	first, last := -1, -1
	for i := range blocks {
		w := eval.Words(blocks[i].Text)
		switch {
		case len(w) == 0:
			in[i] = unknown
			continue
		case len(w) >= longBlock:
			n := 0
			for j := 0; j+shingle <= len(w); j++ {
				if grams[strings.Join(w[j:j+shingle], " ")] {
					n++
				}
			}
			if float64(n) >= enough*float64(len(w)-shingle+1) {
				in[i] = 1
			}
		default:
			key := strings.Join(w, " ")
			if lines[key] || len(w) > 1 && strings.Contains(padded, " "+key+" ") {
				in[i] = 1
			}
		}
		if in[i] == 1 && len(w) >= 3 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	const slack = 3
	for i := range in {
		if in[i] == 1 && (i < first-slack || i > last+slack) {
			in[i] = 0
		}
	}
	return in
}

// letters keeps letters and digits, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
