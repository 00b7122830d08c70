package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// On what is surely a story, what stands in a section named after comments, behind
// the headline, is comments, however well they are written; and what stands in
// one named after testimonials praises the site and not what the story is about:
// of 5,301 words in such sections of labelled articles 8 of 100 are body, of those
// on pages of services 69. The weights are set by hand, as those of teaser runs
// are: on other pages, which are labelled in number, the same names mean the text
// itself.
const (
	commentName   = "comment-section"
	commentReason = "in a section named after comments, behind the story"

	testimonialName   = "testimonials"
	testimonialReason = "in a section named after testimonials, beside the story"

	commentMinStory    = 60  // words of likely text before the section
	testimonialMaxBody = 0.4 // of the page's likely text may stand in the section
)

var (
	commentWeights     = model.Weights{h.Comment: 3, h.Body: -4}
	testimonialWeights = model.Weights{h.Promo: 3, h.Body: -4}
)

// namedSection tells what the section that an element stands in is named after.
type namedSection uint8

const (
	ofNothing namedSection = iota
	ofComments
	ofTestimonials
)

// evidence is what the name says about a block, nil for nothing.
func (n namedSection) evidence() (weights *model.Weights, name, reason string) {
	switch n {
	case ofComments:
		return &commentWeights, commentName, commentReason
	case ofTestimonials:
		return &testimonialWeights, testimonialName, testimonialReason
	}
	return nil, "", ""
}

// findNamed marks the elements that are such sections or stand in one.
func (v *View) findNamed() {
	p := v.Page
	if p.Plain || v.Kind.Group() != Story || v.Confidence < likelyStory {
		return
	}
	v.named = zeros(v.named, len(p.Elements))
	for i := range p.Elements {
		e := &p.Elements[i]
		if e.Parent < 0 {
			continue
		}
		switch {
		case v.named[e.Parent] != ofNothing:
			v.named[i] = v.named[e.Parent]
		case e.Own&(h.MarkComment|h.PropComment) != 0 && e.First > p.Headline && v.before[e.First] >= commentMinStory:
			v.named[i] = ofComments
		case e.Own&h.MarkTestimonial != 0 && !holdsHeadline(p, e) && float64(v.Shares[i][h.Body]) <= testimonialMaxBody*v.Body:
			v.named[i] = ofTestimonials
		}
	}
}

// namedSection tells what the section that block i stands in is named after.
func (v *View) namedSection(i int) namedSection {
	if e := v.Page.Blocks[i].Element; e >= 0 && len(v.named) > 0 {
		return v.named[e]
	}
	return ofNothing
}
