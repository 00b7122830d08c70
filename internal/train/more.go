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
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// moreLabels are labels of our own on pages that the data has none for: blocks
// that a fit without them found hard, and whole pages. A line holds a page as
// SET/ID, a role, and the keys of the blocks that have it; there is no text of
// the page in it. heuristics/README.md says how they were made.
//
//go:embed labels.tsv
var moreLabels string

// moreKinds are kinds of pages, SET/ID and kind, of sets that tell none: those
// of WCXB are long and in English.
//
//go:embed kinds.tsv
var moreKinds string

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

// readKinds reads kinds by page, SET/ID.
func readKinds(lines string) (map[string]scorer.Kind, error) {
	kinds := map[string]scorer.Kind{}
	n := 0
	for line := range strings.Lines(lines) {
		n++
		fields := strings.Fields(line)
		if len(fields) != 2 {
			return nil, fmt.Errorf("kinds: line %d: want a page and its kind", n)
		}
		kind, err := scorer.ParseKind(fields[1])
		if err != nil {
			return nil, fmt.Errorf("kinds: line %d: %w", n, err)
		}
		kinds[fields[0]] = kind
	}
	return kinds, nil
}

// alignMore gives blocks the roles that labels of our own say. What is body
// they say where no reference does, since references and labels draw that line
// differently; but what stands beside the text by its label is none of it even
// where a reference has it: references keep one promo in seven.
func (d *doc) alignMore() {
	if len(d.more) == 0 {
		return
	}
	blocks := d.page.Blocks
	d.hard = make([]bool, len(blocks))
	keys, linked, plain := make([]string, len(blocks)), map[string]bool{}, map[string]bool{}
	for i := range blocks {
		keys[i] = blockKey(blocks[i].Text)
		if isLink(&blocks[i]) {
			linked[keys[i]] = true
		} else {
			plain[keys[i]] = true
		}
	}
	for i, key := range keys {
		r, ok := d.more[key]
		if !ok || linked[key] && plain[key] && isLink(&blocks[i]) != ofLinks(r) {
			continue
		}
		d.role[i], d.hard[i] = int(r), true
		if d.set != "wcxb" || d.body[i] == 1 && beside(r) {
			d.body[i] = bodyIf(r)
		}
	}
}

// isLink tells whether a block is a link. A heading and the line of the table
// of contents that leads to it have the same letters, and so the same key; what
// the label was meant for, its role tells.
func isLink(b *heuristics.Block) bool { return b.LinkDensity() > 0.5 }

// ofLinks tells whether blocks of a role are mostly links.
func ofLinks(r heuristics.Role) bool {
	return r == heuristics.Nav || r == heuristics.Related || r == heuristics.Share || r == heuristics.Tags
}

// beside tells whether blocks of a role stand beside the text, in the reach of
// what a reference may take for it.
func beside(r heuristics.Role) bool {
	return r == heuristics.Promo || r == heuristics.Newsletter || r == heuristics.Bio || r == heuristics.Related
}

// cost is how much more a mistake about a block with a label weighs than
// another, if a role costs that much. Blocks with labels of our own stand near
// the border as it is, so that the root of it does; and where the block is body
// all the same, as a reference has it, there is nothing to be gained: it would
// lose text.
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
