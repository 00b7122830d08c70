package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// moreLabels are labels of our own on pages that the data has none for: blocks
// that a fit without them found hard, and whole pages. A line holds a page as
// SET/ID, a role, and the keys of the blocks that have it; there is no text of
// the page in it. heuristics/README.md says how they were made.
//
//go:embed labels.tsv
var moreLabels string

// blockRoles are the roles of blocks by their keys.
type blockRoles map[string]heuristics.Role

// blockKey names a block by its letters, so that its label outlives a change
// of segmentation elsewhere on the page.
func blockKey(text string) string {
	h := fnv.New32a()
	io.WriteString(h, letters(text))
	return fmt.Sprintf("%08x", h.Sum32())
}

// readMore reads labels by page, SET/ID.
func readMore(lines string) (map[string]blockRoles, error) {
	pages := map[string]blockRoles{}
	s := bufio.NewScanner(strings.NewReader(lines))
	for n := 1; s.Scan(); n++ {
		fields := strings.Fields(s.Text())
		if len(fields) < 3 {
			return nil, fmt.Errorf("labels: line %d: want a page, a role and keys", n)
		}
		page, keys := fields[0], fields[2:]
		role, err := heuristics.ParseRole(fields[1])
		if err != nil {
			return nil, fmt.Errorf("labels: line %d: %w", n, err)
		}
		if pages[page] == nil {
			pages[page] = blockRoles{}
		}
		for _, key := range keys {
			pages[page][key] = role
		}
	}
	return pages, s.Err()
}

// alignMore gives blocks the roles that labels of our own say. What is body
// they say only where no reference does: references and labels draw that line
// differently, and the page is judged by its reference.
func (d *doc) alignMore() {
	if len(d.more) == 0 {
		return
	}
	d.hard = make([]bool, len(d.page.Blocks))
	for i := range d.page.Blocks {
		r, ok := d.more[blockKey(d.page.Blocks[i].Text)]
		if !ok {
			continue
		}
		d.role[i], d.hard[i] = int(r), true
		if d.set != "wcxb" {
			d.body[i] = bodyIf(r)
		}
	}
}

// cost is how much more a mistake about a block with a label weighs than
// another, if a role costs that much. Blocks with labels of our own stand near
// the border as it is, so that the root of it does; and where a reference calls
// the block body all the same, there is nothing to be gained: it would lose
// text.
func (d *doc) cost(i int, byRole *[heuristics.NumRoles]float32) float32 {
	cost := byRole[d.role[i]]
	switch {
	case d.hard == nil || !d.hard[i]:
		return cost
	case d.body[i] == 0:
		return float32(math.Sqrt(float64(cost)))
	}
	return 1
}
