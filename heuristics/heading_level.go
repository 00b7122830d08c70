package heuristics

// headingLevel looks at what a heading heads.
//
// Signal: the heading's level, and whether prose, links or nothing follows.
// Why: a heading over prose belongs to the text; one over links heads a list
// of teasers or a menu.
// Unit and range: level (h1, h2–h3, h4–h6) times what follows.
// Source: measured.
// Blind spot: a section that begins with a list of links.
var headingLevel = Heuristic{
	Name: "heading", Doc: "level of a heading and what it heads",
	Levels: []string{"h1 over prose", "h1 over short text", "h1 over links", "h2 or h3 over prose", "h2 or h3 over short text", "h2 or h3 over links",
		"h4 to h6 over prose", "h4 to h6 over short text", "h4 to h6 over links", "h2 or h3 over another heading", "h4 to h6 over another heading", "h1 over another heading"},
	Measure: func(p *Page, b *Block) Level {
		if b.Heading == 0 {
			return Silent
		}
		level := step(float64(b.Heading), 2, 4)
		next := p.Next(b, 1)
		switch {
		case next == nil:
			return level*3 + 1
		case next.Heading > 0:
			return []Level{11, 9, 10}[level]
		case next.LinkDensity() > mostlyLinks:
			return level*3 + 2
		case next.Prose():
			return level * 3
		}
		if after := p.Next(b, 2); after != nil && after.Prose() {
			return level * 3
		}
		return level*3 + 1
	},
}
