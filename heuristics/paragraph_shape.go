package heuristics

// paragraphShape takes tag and length together.
//
// Signal: the tag's group, and the block's length.
// Why: a long <p> is prose, a short one anything; a long <li> is a list of
// the story or a teaser, a short one a menu item.
// Unit and range: five groups of tags, times four lengths.
// Source: measured.
// Blind spot: pages made of <div> only.
var paragraphShape = Heuristic{
	Name: "paragraph-shape", Doc: "tag and length taken together",
	Levels: []string{
		"a <p> of 1–5 words", "a <p> of 6–14 words", "a <p> of 15–40 words", "a <p> of over 40 words",
		"a <div> of 1–5 words", "a <div> of 6–14 words", "a <div> of 15–40 words", "a <div> of over 40 words",
		"an <li> of 1–5 words", "an <li> of 6–14 words", "an <li> of 15–40 words", "an <li> of over 40 words",
		"a heading of 1–5 words", "a heading of 6–14 words", "a heading of 15–40 words", "a heading of over 40 words",
		"a cell of 1–5 words", "a cell of 6–14 words", "a cell of 15–40 words", "a cell of over 40 words"},
	Measure: func(p *Page, b *Block) Level {
		e := p.Element(b)
		if e == nil {
			return Silent
		}
		group := Level(0)
		switch {
		case b.Heading > 0:
			group = 3
		case e.Tag == "p":
		case e.Tag == "div" || e.Tag == "section" || e.Tag == "article":
			group = 1
		case e.Tag == "li" || e.Tag == "dd" || e.Tag == "dt":
			group = 2
		case e.Tag == "td" || e.Tag == "th":
			group = 4
		default:
			return Silent
		}
		return group*4 + step(float64(b.Words), 6, 15, 41)
	},
}
