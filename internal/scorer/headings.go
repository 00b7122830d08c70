package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// A heading is what it heads. The weights are set by hand, for the same
// reason as those of teaser runs; the fitted measure context-headed stays
// beside it.
const (
	headingName   = "heading-of"
	headingReason = "heads what is likely "

	headingMaxWords = 12
	headingMinShare = 0.7  // of the words that it heads
	headingReach    = 12   // blocks
	headingWeight   = 0.75 // nats for the role that it heads, and against body
)

// heads returns the role of what block i heads: everything up to the next
// heading, by what the second look has made of it. It reports false where that
// is no heading, or heads nothing clear. On pages with markup, what a heading
// over body is was fitted; lines of plain text give the fit too little to see.
func (v *View) heads(i int) (h.Role, bool) {
	b := &v.Page.Blocks[i]
	if b.Heading == 0 && !v.Page.Plain || b.Words > headingMaxWords {
		return 0, false
	}
	var sum Share
	for j := i + 1; j < len(v.looked) && j <= i+headingReach && v.Page.Blocks[j].Above == i; j++ {
		sum[v.looked[j]] += float32(v.Page.Blocks[j].Words)
	}
	role, share := sum.best()
	if share < headingMinShare {
		return 0, false
	}
	switch role {
	case h.Newsletter, h.Bio, h.Related, h.Comment, h.Promo, h.Legal, h.Share:
		return role, true
	case h.Body:
		return role, v.Page.Plain && i > 0 // the first line may be the headline
	}
	return 0, false
}

// headingWeights is the evidence for a heading that heads a role.
func headingWeights(role h.Role) (w model.Weights) {
	w[h.Body] = -headingWeight
	w[role] = headingWeight
	return w
}
