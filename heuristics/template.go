package heuristics

// template looks at all blocks that the same line of the site's template has
// put out.
//
// Signal: mean length, link density and number of the blocks whose element
// and parent have the same tags and classes.
// Why: what repeats in shape has one role; a paragraph of the text has many
// long brothers, a menu item many short linked ones.
// Unit and range: four steps of mean length times three of link density,
// for one, a few and many.
// Source: the same-signature mean; Bar-Yossef and Rajagopalan, "Template
// Detection via Data Mining" (2002), within one page.
// Blind spot: sites that give everything the same class.
var template = Heuristic{
	Name: "template", Doc: "blocks of the same shape on the page",
	Levels: []string{
		"alone, short, no links", "alone, short, some links", "alone, short, links", "alone, medium, no links", "alone, medium, some links", "alone, medium, links",
		"alone, long, no links", "alone, long, some links", "alone, long, links", "alone, very long, no links", "alone, very long, some links", "alone, very long, links",
		"a few, short, no links", "a few, short, some links", "a few, short, links", "a few, medium, no links", "a few, medium, some links", "a few, medium, links",
		"a few, long, no links", "a few, long, some links", "a few, long, links", "a few, very long, no links", "a few, very long, some links", "a few, very long, links",
		"many, short, no links", "many, short, some links", "many, short, links", "many, medium, no links", "many, medium, some links", "many, medium, links",
		"many, long, no links", "many, long, some links", "many, long, links", "many, very long, no links", "many, very long, some links", "many, very long, links"},
	Measure: func(p *Page, b *Block) Level {
		if b.Template < 0 {
			return Silent
		}
		t := p.Templates[b.Template]
		mean := ratio(t.Words, t.Blocks)
		return step(float64(t.Blocks), 2, 8)*12 + step(mean, 4, 12, 30)*3 + step(ratio(t.LinkWords, t.Words), 0.1, 0.6)
	},
}

// templateProse looks at how much prose the same line of the template gave.
//
// Signal: blocks of prose among those of the same shape, and the page's share
// of words in them.
// Why: the paragraphs of a story are the largest family of prose on the page.
// Unit and range: none, one paragraph, or more in four steps of share.
// Source: measured.
// Blind spot: comments of many paragraphs.
var templateProse = Heuristic{
	Name: "template-prose", Doc: "prose among blocks of the same shape",
	Levels: []string{"no prose of this shape", "one paragraph of this shape", "prose of this shape is little of the page", "prose of this shape is some of the page", "prose of this shape is much of the page", "prose of this shape is most of the page"},
	Measure: func(p *Page, b *Block) Level {
		if b.Template < 0 {
			return Silent
		}
		t := p.Templates[b.Template]
		if t.Prose < 2 {
			return Level(t.Prose)
		}
		return 2 + step(ratio(t.Words, p.Words), 0.1, 0.3, 0.6)
	},
}
