package heuristics

// linkDensity sorts blocks by the share of their words that are links.
//
// Signal: words in links over words.
// Why: menus and teasers are links, prose has a few.
// Unit and range: share, 0 to 1, nine steps.
// Source: Kohlschütter et al. (2010), section 3; Gottron (2008).
// Blind spot: link lists that are the article; teasers with few links.
var linkDensity = Heuristic{
	Name: "link-density", Doc: "the share of the block's words that are links",
	Levels: []string{"no links", "under a tenth in links", "a tenth to a fifth in links", "a fifth to a third in links",
		"a third to a half in links", "a half to four fifths in links", "nearly all in links", "all in one link", "all in links"},
	Measure: func(p *Page, b *Block) Level {
		if p.Plain {
			return Silent
		}
		d := b.LinkDensity()
		switch {
		case d == 0:
			return 0
		case d >= 1 && b.Links == 1:
			return 7
		case d >= 1:
			return 8
		}
		return 1 + step(d, 0.1, 0.2, 0.34, 0.5, 0.8)
	},
}

// linkedLength sorts blocks by length, apart for those that are one link,
// several links, partly links or none.
//
// Signal: length and link density together.
// Why: a long block that is one link is a teaser, a short one a menu item; a
// long block without links is prose, a short one a label. The sum of the two
// signals alone cannot say so.
// Unit and range: words in five steps, times four kinds.
// Source: measured; the trees of Kohlschütter et al. (2010), figure 5, split
// on the same pair.
// Blind spot: bylines that are one link.
var linkedLength = Heuristic{
	Name: "linked-length", Doc: "length and links taken together",
	Levels: []string{
		"1–2 words, no link", "3–6 words, no link", "7–14 words, no link", "15–40 words, no link", "over 40 words, no link",
		"1–2 words, partly linked", "3–6 words, partly linked", "7–14 words, partly linked", "15–40 words, partly linked", "over 40 words, partly linked",
		"1–2 words in one link", "3–6 words in one link", "7–14 words in one link", "15–40 words in one link", "over 40 words in one link",
		"1–2 words in several links", "3–6 words in several links", "7–14 words in several links", "15–40 words in several links", "over 40 words in several links"},
	Measure: func(p *Page, b *Block) Level {
		if p.Plain {
			return Silent
		}
		kind := Level(0)
		switch d := b.LinkDensity(); {
		case d == 0:
		case d < 0.8:
			kind = 1
		case b.Links == 1:
			kind = 2
		default:
			kind = 3
		}
		return kind*5 + step(float64(b.Words), 3, 7, 15, 41)
	},
}
