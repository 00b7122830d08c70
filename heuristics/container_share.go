package heuristics

// containerShare looks at how much of the page stands in the same parent.
//
// Signal: words of the second and of the fourth ancestor over words of the page.
// Why: the text's container holds most of the page; a box holds little.
// Unit and range: share, five steps each.
// Source: measured.
// Blind spot: very long comment sections.
var containerShare = Heuristic{
	Name: "container-share", Doc: "how much of the page stands around the block",
	Levels: []string{
		"hardly anything of the page around", "hardly anything near, a little further out", "hardly anything near, some further out", "hardly anything near, much further out", "hardly anything near, most further out",
		"a little of the page around", "a little of the page around and further out", "a little near, some further out", "a little near, much further out", "a little near, most further out",
		"some of the page around", "some of the page around, not more further out", "some of the page around and further out", "some near, much further out", "some near, most further out",
		"much of the page around", "much of the page around and no more out", "much of the page around, none further", "much of the page around and further out", "much near, most further out",
		"most of the page around", "most of the page around and no more", "most of the page near", "most of the page near and out", "most of the page around and further out"},
	Measure: func(p *Page, b *Block) Level {
		if p.Plain {
			return Silent
		}
		near, far := p.Up(b, 1), p.Up(b, 3)
		share := func(e *Element) Level { return step(ratio(e.Words, p.Words), 0.03, 0.1, 0.3, 0.6) }
		return share(near)*5 + share(far)
	},
}
