package heuristics

// neighbourLength looks at the shape of the blocks on both sides.
//
// Signal: whether the block before and the block behind are prose, headings,
// short text or links.
// Why: roles come in runs; a block between two paragraphs is part of the text
// or set into it.
// Unit and range: four shapes on each side.
// Source: the previous and next block features of Kohlschütter et al. (2010).
// Blind spot: promos of paragraph length between paragraphs.
var neighbourLength = Heuristic{
	Name: "neighbours", Doc: "the shape of the blocks before and behind",
	Levels: []string{
		"between prose and prose", "between prose and a heading", "between prose and short text", "between prose and links",
		"between a heading and prose", "between two headings", "between a heading and short text", "between a heading and links",
		"between short text and prose", "between short text and a heading", "between short texts", "between short text and links",
		"between links and prose", "between links and a heading", "between links and short text", "between links"},
	Measure: func(p *Page, b *Block) Level {
		return shapeOf(p.Next(b, -1))*4 + shapeOf(p.Next(b, 1))
	},
}

// shapeOf is 0 for prose, 1 for a heading, 2 for short text and for nothing,
// 3 for links.
func shapeOf(b *Block) Level {
	switch {
	case b == nil:
		return 2
	case b.Prose():
		return 0
	case b.Heading > 0:
		return 1
	case b.LinkDensity() > mostlyLinks:
		return 3
	}
	return 2
}
