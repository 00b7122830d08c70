package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// shownReasons is how many reasons a block has in a listing; why prints all.
const shownReasons = 3

// list prints every block with its role, its score and its heaviest reasons:
// what --explain means where the output is text.
func list(out io.Writer, r *extract.Result) error {
	w := bufio.NewWriter(out)
	for i := range r.Blocks {
		b := &r.Blocks[i]
		fmt.Fprintf(w, "%-10s  %.3f  %s\n", b.Role, b.Score, shorten(b.Text))
		for _, e := range b.Reasons[:min(shownReasons, len(b.Reasons))] {
			fmt.Fprintf(w, "%18s  %s: %s\n", fmt.Sprintf("%+.2f", e.Weight), e.Heuristic, e.Reason)
		}
	}
	return w.Flush()
}
