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

// letters keeps letters and digits, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
