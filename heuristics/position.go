package heuristics

// position sorts blocks by the share of the page's words before them.
//
// Signal: words before the block over words of the page.
// Why: menus stand first, legal lines last, the text in between.
// Unit and range: share, 12 steps.
// Source: relative position as in Kohlschütter et al. (2010), section 3.
// Blind spot: pages with long comment sections push the text to the front.
var position = Heuristic{
	Name: "position", Doc: "place on the page by words",
	Levels: []string{"the first hundredth of the page", "up to 3 % of the page", "up to 6 % of the page", "up to 10 % of the page",
		"up to 20 % of the page", "up to 35 % of the page", "up to 50 % of the page", "up to 65 % of the page", "up to 80 % of the page",
		"up to 90 % of the page", "up to 97 % of the page", "the end of the page"},
	Measure: func(p *Page, b *Block) Level {
		return step(ratio(b.Before, p.Words), 0.01, 0.03, 0.06, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97)
	},
}
