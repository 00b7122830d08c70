package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// A site puts out each of its stories by the same template. Where behind the
// headline of an article there is a heading of the headline's own class, and both
// have a date soon after, the latter begins another story: the next one of an
// endless page, or a teaser. It goes on to the end of its box or, where it has none,
// with the last prose. Of the pages fitted on 32 have such a heading, and of 5,800
// words from there on 126 are text. So the rule speaks plainly: the next story
// reads like one.
const (
	anotherName   = "another-story"
	anotherReason = "in another story: its heading is made like the headline, and dated like it"

	anotherReach = 5  // blocks behind a heading in which its date stands
	anotherProse = 30 // words of prose before which it stands
	anotherLine  = 20 // words, at most, of the line that has it
)

var anotherWeights = model.Weights{h.Related: 4, h.Body: -10}

// findAnother marks the blocks of other stories.
func (v *View) findAnother() {
	p := v.Page
	if p.Plain || v.Kind != Article || p.Headline < 0 || p.Blocks[p.Headline].Heading == 0 {
		return
	}
	home := p.Element(&p.Blocks[p.Headline])
	if home == nil || home.Class == "" || !dated(p, p.Headline) {
		return
	}
	prose := len(p.Blocks) // the end of the last
	for prose > 0 && !p.Blocks[prose-1].Prose() {
		prose--
	}
	for i := p.Headline + 1; i < len(p.Blocks); i++ {
		b := &p.Blocks[i]
		e := p.Element(b)
		if b.Heading == 0 || b.Hidden || b.TitleMatch == h.MatchTitle || e == nil || e.Class != home.Class || !dated(p, i) {
			continue
		}
		if len(v.another) == 0 {
			v.another = zeros(v.another, len(p.Blocks))
		}
		end := endOfBox(p, e)
		if end == 0 {
			end = max(prose, i+1)
		}
		for ; i < end; i++ {
			v.another[i] = true
		}
		i--
	}
}

// dated tells whether soon after a heading, and before any prose, there is a
// short line with a date.
func dated(p *h.Page, heading int) bool {
	for i := heading + 1; i < min(len(p.Blocks), heading+1+anotherReach); i++ {
		switch b := &p.Blocks[i]; {
		case b.Prose() && b.Words > anotherProse:
			return false
		case b.Dates&(h.DateMonth|h.DateNumeric) != 0 && b.Words <= anotherLine:
			return true
		}
	}
	return false
}

// endOfBox returns the end of the outermost box round a heading that begins
// behind the headline, 0 if there is none.
func endOfBox(p *h.Page, heading *h.Element) (end int) {
	for e := p.Parent(heading); e != nil && e.First > p.Headline; e = p.Parent(e) {
		end = e.Last
	}
	return end
}

// inAnother tells whether block i is of another story.
func (v *View) inAnother(i int) bool { return len(v.another) > 0 && v.another[i] }
