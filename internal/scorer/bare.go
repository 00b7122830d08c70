package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// A bare page is a paragraph or two and nothing beside them: out of a feed, or
// pasted. Most evidence tells what stands in its place on a whole page (the first
// line is a menu, a paragraph alone is a teaser), which says nothing here.
const (
	bareName   = "bare"
	bareReason = "the page is hardly more than this"

	mostBare    = 3   // blocks that are shown
	leastWords  = 8   // of a block: "404 Not Found" is no text
	noticeWords = 30  // a shorter block with a cue of noticeCues is a notice: "You need to enable JavaScript …"
	bareMove    = 2.5 // nats for body: what place and neighbours say against a lone paragraph
	linesMove   = -1  // nats for it where all there is are such short lines: a server's answer

	noticeCues = 1<<h.CueOther | 1<<h.CueLegal | 1<<h.CuePaywall | 1<<h.CueNewsletter
)

// bare tells whether a page is: a few blocks, no link and no field to fill in.
func bare(p *h.Page) bool {
	if len(p.Elements) > 0 && (p.Elements[0].Links > 0 || p.Elements[0].Inputs > 0) {
		return false
	}
	shown := 0
	for i := range p.Blocks {
		if !p.Blocks[i].Hidden {
			shown++
		}
		if shown > mostBare {
			return false
		}
	}
	return true
}

// shortLines tells whether nothing on a page is long enough to be a text.
func shortLines(p *h.Page) bool {
	for i := range p.Blocks {
		if !isShort(&p.Blocks[i]) {
			return false
		}
	}
	return true
}

// alone is by how much block i is likelier body since it is nearly all there is, in
// nats.
func (v *View) alone(i int) float32 {
	b := &v.Page.Blocks[i]
	notice := b.CueSet&noticeCues != 0 && b.Words < noticeWords
	switch {
	case !v.bare || b.Heading > 0 || notice:
		return 0
	case !isShort(b):
		return bareMove
	case v.lines:
		return linesMove
	}
	return 0
}

// isShort tells whether a block is too short to be a text.
func isShort(b *h.Block) bool { return b.Words < leastWords }
