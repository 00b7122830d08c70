package heuristics

// siblingRun looks for runs of same-shaped siblings, such as cards.
//
// Signal: the nearest ancestor that has two or more siblings of its tag and
// classes and holds more than one block; its length, and whether each has
// a heading, a link and a picture of its own.
// Why: teasers, comments and products come in runs of boxes that each have
// their own headline, link or picture; the paragraphs of a text do not.
// Unit and range: number in the run (none, few, many) and what an item holds.
// Source: measured; named in the design as the structure that means the same
// on every site.
// Blind spot: a text cut into sections of the same class.
var siblingRun = Heuristic{
	Name: "sibling-run", Doc: "boxes of the same shape side by side",
	Levels: []string{"in no run of boxes",
		"few boxes of plain text", "few boxes with links", "few boxes with pictures", "few boxes with links and pictures",
		"few boxes with headings", "few boxes with headings and links", "few boxes with headings and pictures", "few boxes with headings, links and pictures",
		"many boxes of plain text", "many boxes with links", "many boxes with pictures", "many boxes with links and pictures",
		"many boxes with headings", "many boxes with headings and links", "many boxes with headings and pictures", "many boxes with headings, links and pictures",
		"few long boxes", "many long boxes"},
	Measure: func(p *Page, b *Block) Level {
		if p.Plain {
			return Silent
		}
		e := p.Item(b)
		if e == nil {
			return 0
		}
		const manyBoxes, longBox = 5, 150
		many := e.Run >= manyBoxes
		if e.Words >= longBox {
			if many {
				return 18
			}
			return 17
		}
		level := Level(1)
		if e.Links > 0 {
			level++
		}
		if e.Images > 0 {
			level += 2
		}
		if e.Headings > 0 {
			level += 4
		}
		if many {
			level += 8
		}
		return level
	},
}

// runShape looks at the whole run that the block's box stands in.
//
// Signal: words a box, and link density of the box.
// Why: boxes of thirty words with a fifth in links are teasers; boxes of a
// hundred words without links are comments or sections.
// Unit and range: four steps of words times four of link density.
// Source: measured.
// Blind spot: comments as short as teasers.
var runShape = Heuristic{
	Name: "run-shape", Doc: "length and links of the boxes in a run",
	Levels: []string{
		"boxes of up to 8 words, no links", "boxes of up to 8 words, few links", "boxes of up to 8 words, many links", "boxes of up to 8 words, all links",
		"boxes of up to 25 words, no links", "boxes of up to 25 words, few links", "boxes of up to 25 words, many links", "boxes of up to 25 words, all links",
		"boxes of up to 60 words, no links", "boxes of up to 60 words, few links", "boxes of up to 60 words, many links", "boxes of up to 60 words, all links",
		"boxes of over 60 words, no links", "boxes of over 60 words, few links", "boxes of over 60 words, many links", "boxes of over 60 words, all links"},
	Measure: func(p *Page, b *Block) Level {
		e := p.Item(b)
		if e == nil {
			return Silent
		}
		return step(float64(e.Words), 9, 26, 61)*4 + step(e.LinkDensity(), 0.02, 0.25, 0.7)
	},
}
