package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// A heading is what it heads. The weights are set by hand, for the same
// reason as those of teaser runs; the fitted measure context-headed stays
// beside it.
const (
	headingName   = "heading-of"
	headingReason = "heads what is likely "

	headingMaxWords = 12
	headingMinShare = 0.7 // of the words that it heads
	headingReach    = 12  // blocks
	headingWeight   = 1.5 // nats for the role that it heads, and against body
)

// heads returns the role of what block i heads: everything up to the next
// heading, by what the second look has made of it. It is body where that is
// no heading, or heads nothing clear.
func (v *View) heads(i int) h.Role {
	b := &v.Page.Blocks[i]
	if b.Heading == 0 && !v.Page.Plain || b.Words > headingMaxWords {
		return h.Body
	}
	var sum Share
	for j := i + 1; j < len(v.looked) && j <= i+headingReach && v.Page.Blocks[j].Above == i; j++ {
		sum[v.looked[j]] += float32(v.Page.Blocks[j].Words)
	}
	switch role, share := sum.best(); role {
	case h.Newsletter, h.Bio, h.Related, h.Comment, h.Promo, h.Legal, h.Share:
		if share >= headingMinShare {
			return role
		}
	}
	return h.Body
}
