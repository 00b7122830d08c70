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

// otherMove is by how much all roles but body and title are moved where a page is
// no story, in nats: out of reach. Most were labelled on stories only, so that
// whatever looks like a teaser has else no chance on a page of cards; and whether
// a block is text is a matter of the border alone there. They are what is left
// when body is taken.
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
	case v.perhapsNoStory(surerStory):
		for r := range v.moved {
			if h.Role(r) != h.Title {
				v.moved[r] = otherMove
			}
		}
		v.moved[h.Body] = bodyFloor - bestBorder(v, t.sums)
		if v.Kind.Group() == Story { // what is text on a story is text where the page may be one
			v.moved[h.Body] = max(v.moved[h.Body], 0)
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

// How sure a page of some length must be a story for its blocks to be judged as
// those of one, and how sure for the border to stay: where it is as likely a
// listing, and the border is not moved, the whole page is lost as teasers if it is
// one. Chosen on pages not fitted on: F1 of listings is higher by 0.01 to 0.02 by
// the first, and by 0.01 again by the second, that of articles no lower. Trees that
// go by the second, too, gain nothing.
const (
	likelyStory = 0.55
	surerStory  = 0.65
)

// perhapsNoStory tells whether the page is no story, or less than so sure to be
// one. Of short pages nobody knows the kind.
func (v *View) perhapsNoStory(sure float64) bool {
	switch {
	case v.Page.Plain, v.bare, v.Kind == None:
		return false
	case v.Kind.Group() != Story:
		return true
	}
	return v.Confidence < sure && v.Page.Words >= leastThird
}

// moveBody moves the border of body for each block by itself, in nats.
func (v *View) moveBody(t *totals, by func(i int) float32) {
	for i := range t.sums {
		if !t.spokenFor(i, h.Body) {
			t.sums[i][h.Body] += by(i)
		}
	}
}

// Borders that are tried, in nats, and how sums become log-odds. They are surer
// than they are right on sites that nobody has seen: fitted to words of pages that
// are no stories, none of them on a site that the tables know, the slope is 0.6 on
// pages of any kind (Platt: Probabilistic Outputs for Support Vector Machines,
// 1999), which is what sums count here.
const (
	leastBorder = -2.5
	borderStep  = 0.25
	numBorders  = 17
	borderTrust = 0.6
)

// What sums are raised by before, in nats. In that, kinds differ: documentation is
// text more often than sums say, and what stands around a product less often.
// Chosen, like the trust, on pages not fitted on. What may be a story is text more
// often, too, but with that the snippets lose what listings gain.
const (
	borderShift        = -0.4
	borderShiftDocs    = 0.4
	borderShiftProduct = -0.8
)

func borderShiftOf(k Kind) float32 {
	switch k {
	case Documentation:
		return borderShiftDocs
	case Product:
		return borderShiftProduct
	}
	return borderShift
}

// bestBorder returns the sum from which blocks are to be taken for body, so
// that the F1 of the words taken can be expected to be best. It is the lower,
// the less sure the page is: where half of the text is missed anyhow, a block
// that is as likely body as not gains more than it costs (Lipton, Elkan and
// Naryanaswamy: Optimal Thresholding of Classifiers to Maximize F1 Measure,
// 2014). On stories, which are sure, it would move next to nothing. Where no
// block may be body by itself, as among menus alone, none is to be taken.
func bestBorder(v *View, sums []Sums) float32 {
	var words, body [numBorders + 1]float64 // of blocks up to each border
	total := 0.0                            // words of body that can be expected
	likely, shift := false, borderShiftOf(v.Kind)
	for i := range sums {
		b := &v.Page.Blocks[i]
		if b.Hidden {
			continue
		}
		sum := sums[i][h.Body]
		likely = likely || sum >= bodyFloor
		at := int(min(max((sum-leastBorder)/borderStep+1, 0), numBorders))
		expected := float64(b.Words) * Probability(borderTrust*(sum+shift))
		words[at] += float64(b.Words)
		body[at] += expected
		total += expected
	}
	if !likely {
		return 0
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
