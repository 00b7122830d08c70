package segment

import (
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// Memory and what comes out are to grow with the page, and a block takes about
// a thousand bytes, and about 60 in JSON. Pages can only have very many by
// having next to nothing in each: beyond crowd blocks, or a block to
// crowdShare bytes of the page where its bytes are known, those with less text
// than crowdBytes are joined with their like before them. Of the shared pages
// the largest but one has 2,641 blocks, and the one with the smallest blocks a
// block to 70 bytes; leastCrowd is for pages of a few lines.
const (
	crowd      = 5000
	crowdShare = 50
	leastCrowd = 64
	crowdBytes = 60
)

// crowd is how many blocks a page may have before small ones are joined.
func (l *Limits) crowd() int {
	if l.Bytes == 0 {
		return crowd
	}
	return min(max(l.Bytes/crowdShare, leastCrowd), crowd)
}

// An element takes about 300 bytes, and a page may have many to a block by
// nesting them. Beyond elementsABlock times crowd, which is three times what any
// of the shared pages has, the page is crowded as well, and of the elements that
// a block brings along the innermost newElements alone are kept.
const (
	elementsABlock = 4
	newElements    = 4
)

// full tells whether there is no room for more small blocks.
func (w *walker) full() bool { return len(w.blocks) >= w.limits.crowd() || w.heavy() }

// heavy tells whether there are too many elements.
func (w *walker) heavy() bool { return len(w.elements) >= elementsABlock*w.limits.crowd() }

// crowded tells whether the block under construction is too small to be one
// by itself.
func (w *walker) crowded() bool {
	n := len(w.text) - w.start
	return n > 0 && n < crowdBytes && w.full()
}

// passable tells how many of the elements that a block brings along are not
// worth one of their own.
func (w *walker) passable(brought int) int {
	switch {
	case w.crowded():
		return brought
	case w.heavy():
		return max(brought-newElements, 0)
	}
	return 0
}

// join adds the block under construction to the one before, if both are small
// and alike. It returns false if they are not.
func (w *walker) join(heading, hidden bool) bool {
	if !w.crowded() {
		return false
	}
	b, r := &w.blocks[len(w.blocks)-1], &w.ranges[len(w.ranges)-1]
	if r.end-r.start >= crowdBytes || r.end == w.start || b.Hidden != hidden {
		return false
	}
	if (b.Heading > 0) != heading && w.apart < w.limits.crowd() { // unless they take turns for ever
		w.apart++
		return false
	}
	w.joinSpans(r)
	r.end, r.spanEnd, r.joined = len(w.text), len(w.spans), true
	b.Links += w.draft.links
	b.Breaks += w.draft.breaks + 1
	b.LinkTo |= w.draft.linkTo
	b.Marks |= w.draft.marks
	w.limits.Cut |= CutBlocks
	return true
}

// joinSpans makes the spans of the block under construction those of r.
func (w *walker) joinSpans(r *textRange) {
	more := w.spans[r.spanEnd:]
	for i := range more {
		more[i].Pos += w.start - r.start
	}
	open := r.spanEnd > r.spanStart && w.spans[r.spanEnd-1].Kinds != 0
	if open && (len(more) == 0 || more[0].Pos > w.start-r.start) {
		w.spans = slices.Insert(w.spans, r.spanEnd, lexicon.Span{Pos: w.start - r.start})
	}
}

// part leaves a line's end between a small block and one that may be joined to
// it.
func (w *walker) part() {
	if w.full() {
		w.text = append(w.text, '\n')
	}
}

// leastMeasure is how many words there have to be in other blocks for crumbs to
// be told apart: the least that makes a text.
const leastMeasure = 100

// crumbs tells which blocks a crowded page is not measured by: the small ones,
// joined or not, whose words have no end. A text behind them would otherwise
// stand at the very end of the page, whatever its length. Nil: there are none.
func (w *walker) crumbs(p *heuristics.Page) func(i int) bool {
	if w.limits.Cut&CutBlocks == 0 {
		return nil
	}
	crumb := func(i int) bool { return w.ranges[i].joined || len(p.Blocks[i].Text) < crowdBytes }
	words := 0
	for i := range p.Blocks {
		if !crumb(i) {
			words += p.Blocks[i].Words
		}
	}
	if words < leastMeasure {
		return nil
	}
	return crumb
}
