package heuristics

// ownHeadline asks whether the block stands in a box with a linked headline
// of its own.
//
// Signal: the nearest ancestor with a heading; whether that heading is a
// link to a story and is not the page's headline.
// Why: "another story's headline heads this".
// Unit and range: eight levels.
// Source: named in the design; measured.
// Blind spot: subheadings of the story that are links to themselves.
var ownHeadline = Heuristic{
	Name: "own-headline", Doc: "the headline of the box that the block stands in",
	Levels: []string{"under the page's headline", "under a linked headline in the same box", "under a plain heading in the same box",
		"under a linked headline further out", "under a plain heading further out", "under no heading", "is a linked heading", "is a plain heading"},
	Measure: func(p *Page, b *Block) Level {
		if p.Plain {
			return Silent
		}
		if b.Heading > 0 {
			if b.LinkDensity() > mostlyLinks {
				return 6
			}
			return 7
		}
		above := p.Above(b)
		if above == nil {
			return 5
		}
		if above.Index == p.Headline {
			return 0
		}
		level := Level(1)
		if above.LinkDensity() <= mostlyLinks {
			level = 2
		}
		if box := p.Up(b, 2); above.Index < box.First {
			level += 2
		}
		return level
	},
}
