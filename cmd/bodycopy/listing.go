package main

import (
	"bytes"
	"fmt"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// shownReasons is how many reasons a block has in a listing; why prints all.
const shownReasons = 3

// list prints every block with its role, its score and its heaviest reasons:
// what --explain means where the output is text. Records are no larger than
// they may be, and a line is shorter than what it shows is in one.
func list(out *bytes.Buffer, rec *extract.Record) {
	for i := range rec.Blocks {
		b := &rec.Blocks[i]
		fmt.Fprintf(out, "%-10s  %.3f  %s\n", b.Role, b.Score, shorten(b.Text))
		for _, e := range b.Reasons[:min(shownReasons, len(b.Reasons))] {
			fmt.Fprintf(out, "%18s  %s: %s\n", fmt.Sprintf("%+.2f", e.Weight), e.Heuristic, e.Reason)
		}
	}
}
