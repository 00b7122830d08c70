package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Doubt is what a short block of a story meets that may be something else than
// text: a sentence less is a small loss, a sales pitch in the middle of the text
// is not. Chosen on pages not fitted on, where it keeps out one in eight teasers
// and one in fourteen promos that had come through, for one word of the text in
// eight hundred.
const (
	doubtName   = "doubt"
	doubtReason = "short, and it may be "

	mostDoubt  = 5   // nats, where it is sure to be something else
	halfDoubt  = 1   // the sum of another role, in nats, at which doubt is half as large
	shortWords = 20  // longer blocks meet the less, the longer they are
	sureStory  = 0.9 // least confidence that the page is a story
)

// doubtRoles are what stands among the text of stories, and should not be in it.
var doubtRoles = [...]h.Role{h.Promo, h.Newsletter, h.Bio, h.Related}

// doubts tells whether blocks of the page meet any doubt. Plain text was taken for
// a story by whoever took it; there doubt keeps out one in eight of what is not
// and had come through, and next to nothing of the text.
func (v *View) doubts() bool {
	return v.Page.Plain || !v.bare && v.Kind == Article && v.Confidence >= sureStory
}

// doubt is by how much a block with these sums is to be less likely body, in
// nats, and what it may be instead.
func doubt(b *h.Block, s *Sums) (by float32, other h.Role) {
	other = doubtRoles[0]
	for _, r := range doubtRoles[1:] {
		if s[r] > s[other] {
			other = r
		}
	}
	short := min(1, shortWords/float64(max(b.Words, 1)))
	return float32(mostDoubt * short * Probability(s[other]-halfDoubt)), other
}
