package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// The border is the sum at which body ends, moved for the whole page.
const (
	borderName   = "border"
	borderReason = "where body ends on this page"
)

// plainMove is by how much body is moved in plain text, in nats: with no markup
// to speak for it, a paragraph seldom looks as sure as on a page. Another
// extractor took it for text already.
const plainMove = 0.8

// movedRoles are roles that were labelled on stories only, so that whatever
// looks like a teaser has else no chance on a page of cards; a sign-up is one
// on any page. Elsewhere they are what is left when body is taken.
var movedRoles = []h.Role{h.Dek, h.Related, h.Promo, h.Comment, h.Caption, h.Tags, h.Other}

// otherMove is by how much movedRoles are moved where a page is no story, in
// nats: out of reach.
const otherMove = -20

// border moves roles on the page, once all has been looked at. A role that the
// caller's own heuristics speak for is left where it is.
func (s *Scorer) border(v *View, t *totals) {
	v.bare = bare(v.Page)
	v.lines = v.bare && shortLines(v.Page)
	switch {
	case v.bare:
		v.moveBody(t, v.alone)
	case v.doubts():
		v.moveBody(t, func(i int) float32 {
			by, _ := doubt(&v.Page.Blocks[i], &t.sums[i])
			return -by
		})
	}
	switch {
	case v.Page.Plain:
		v.moved[h.Body] = plainMove
	case v.perhapsNoStory():
		v.moved[h.Body] = -bestBorder(v.Page, t.sums)
		for _, r := range movedRoles {
			v.moved[r] = otherMove
		}
	default:
		return
	}
	for i := range t.sums {
		for r, x := range v.moved {
			if !t.spokenFor(i, h.Role(r)) {
				t.sums[i][r] += x
			}
		}
	}
}

// likelyStory is how sure a page of some length must be a story for its blocks to
// be judged as those of one: where it is as likely a listing, and the border is
// not moved, the whole page is lost as teasers if it is one. Chosen on pages not
// fitted on: F1 of listings is higher by 0.01 to 0.02, that of articles no lower.
const likelyStory = 0.55

// perhapsNoStory tells whether the page is none, or may well be none. Of short
// pages nobody knows the kind.
func (v *View) perhapsNoStory() bool {
	switch {
	case v.Page.Plain, v.bare, v.Kind == None:
		return false
	case v.Kind.Group() != Story:
		return true
	}
	return v.Confidence < likelyStory && v.Page.Words >= leastThird
}

// moveBody moves the border of body for each block by itself, in nats.
func (v *View) moveBody(t *totals, by func(i int) float32) {
	for i := range t.sums {
		if !t.spokenFor(i, h.Body) {
			t.sums[i][h.Body] += by(i)
		}
	}
}

// Borders that are tried, in nats, and what sums are lowered by before they
// are taken for log-odds: mistakes about what is no body cost more where the
// tables were fitted, all the same the sums come out a little high.
const (
	leastBorder = -2.5
	borderStep  = 0.25
	numBorders  = 17
	borderShift = -0.4
)

// bestBorder returns the sum from which blocks are to be taken for body, so
// that the F1 of the words taken can be expected to be best. It is the lower,
// the less sure the page is: where half of the text is missed anyhow, a block
// that is as likely body as not gains more than it costs (Lipton, Elkan and
// Naryanaswamy: Optimal Thresholding of Classifiers to Maximize F1 Measure,
// 2014). On stories, which are sure, it would move next to nothing.
func bestBorder(p *h.Page, sums []Sums) float32 {
	var words, body [numBorders + 1]float64 // of blocks up to each border
	total := 0.0                            // words of body that can be expected
	for i := range sums {
		b := &p.Blocks[i]
		if b.Hidden {
			continue
		}
		sum := sums[i][h.Body]
		at := int(min(max((sum-leastBorder)/borderStep+1, 0), numBorders))
		expected := float64(b.Words) * Probability(sum+borderShift)
		words[at] += float64(b.Words)
		body[at] += expected
		total += expected
	}
	best, most := 0, 0.0
	taken, right := words[numBorders], body[numBorders]
	for at := numBorders - 1; at >= 0; at-- {
		if f1 := 2 * right / (taken + total); f1 > most {
			best, most = at, f1
		}
		taken += words[at]
		right += body[at]
	}
	return leastBorder + borderStep*float32(best)
}
