package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// On a page with a story, what stands behind the headline in an element that
// is named after comments is comments, however well they are written. The
// weights are set by hand, as those of teaser runs are: on forums, which are
// labelled in number, the same names mean the text itself.
const (
	commentName   = "comment-section"
	commentReason = "in a section named after comments, behind the story"

	commentMinStory = 60 // words of likely text before the section
)

var commentWeights = model.Weights{h.Comment: 3, h.Body: -4}

// findComments marks the elements that are comment sections or stand in one.
func (v *View) findComments() {
	p := v.Page
	if p.Plain || v.Kind.Group() != Story {
		return
	}
	v.comments = zeros(v.comments, len(p.Elements))
	for i := range p.Elements {
		e := &p.Elements[i]
		if e.Parent < 0 {
			continue
		}
		v.comments[i] = v.comments[e.Parent] ||
			e.Own&(h.MarkComment|h.PropComment) != 0 && e.First > p.Headline && v.before[e.First] >= commentMinStory
	}
}

// inComments tells whether block i stands in a comment section.
func (v *View) inComments(i int) bool {
	e := v.Page.Blocks[i].Element
	return e >= 0 && len(v.comments) > 0 && v.comments[e]
}
