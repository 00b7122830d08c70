package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// On a page with a story, a run of boxes that each begin with a linked
// headline of their own is other stories, whatever their text reads like.
// The weights are set by hand: the shapes of such runs on unseen sites do not
// occur in labelled pages, so that a fit makes little of them, while the rule
// means the same everywhere. They leave the last word to the trees, which see
// the run as well: with 3 and -4 nats, stories that consist of projects or
// products with a link each were lost, and no more teasers kept out.
const (
	teaserName   = "teaser-run"
	teaserReason = "a run of boxes, each with a linked headline of its own, besides the story"

	teaserMinRun   = 3   // boxes
	teaserMinShare = 0.6 // of the boxes must have a linked headline
	teaserMaxWords = 150 // words a box, in the mean
	teaserMinStory = 100 // words of likely text outside of the run
	teaserMaxBody  = 0.4 // of the page's likely text may stand in the run
)

var teaserWeights = model.Weights{h.Related: 1.5, h.Body: -1}

// run sums up the boxes of a run.
type run struct {
	boxes, own, words int
	body              float64
}

// findTeasers marks the elements that are boxes of a run of teasers. Work is
// linear: each child of an element is looked at once.
func (v *View) findTeasers() {
	if v.Page.Plain || v.Kind.Group() != Story || v.Body < teaserMinStory {
		return
	}
	p := v.Page
	v.runs = zeros(v.runs, len(p.Elements))
	for i := range p.Elements {
		e := &p.Elements[i]
		if e.Run < teaserMinRun || e.Parent < 0 {
			continue
		}
		r := &v.runs[e.Lead]
		r.boxes++
		r.words += e.Words
		r.body += float64(v.Shares[i][h.Body])
		if ownHeadline(p, e) {
			r.own++
		}
	}
	v.teasers = zeros(v.teasers, len(p.Elements))
	for i := range p.Elements {
		e := &p.Elements[i]
		if e.Parent >= 0 && v.teasers[e.Parent] {
			v.teasers[i] = true
			continue
		}
		r := &v.runs[e.Lead]
		v.teasers[i] = r.boxes > 0 && float64(r.own) >= teaserMinShare*float64(r.boxes) && r.words <= teaserMaxWords*r.boxes &&
			r.body <= teaserMaxBody*v.Body && v.Body-r.body >= teaserMinStory
	}
}

// teaser tells whether block i stands in a box of a run of teasers.
func (v *View) teaser(i int) bool {
	e := v.Page.Blocks[i].Element
	return e >= 0 && len(v.teasers) > 0 && v.teasers[e]
}

// holdsHeadline tells whether the headline of the story stands in a box.
func holdsHeadline(p *h.Page, box *h.Element) bool {
	return p.Headline >= box.First && p.Headline < box.Last
}

// ownHeadline tells whether a box begins with a linked headline: a heading
// that is a link, or a link to a story of four words or more, with more in
// the box besides.
func ownHeadline(p *h.Page, box *h.Element) bool {
	const look, minWords = 4, 4
	if holdsHeadline(p, box) {
		return false
	}
	for i := box.First; i < min(box.Last, box.First+look); i++ {
		b := &p.Blocks[i]
		if b.LinkDensity() > 0.5 && (b.Heading > 0 || b.LinkTo&h.LinkStory != 0 && b.Words >= minWords) {
			return true
		}
	}
	return false
}
