package heuristics

// separators looks for the strokes and dots that part the items of a line.
//
// Signal: | · • / » between words of a short block.
// Why: menus, bylines and breadcrumbs are cut by them.
// Unit and range: kind of separator, two steps of count.
// Source: measured.
// Blind spot: code.
var separators = Heuristic{
	Name: "separators", Doc: "strokes and dots between words",
	Levels: []string{"a stroke", "several strokes", "a dot or arrow between words", "several dots or arrows between words", "line breaks", "many line breaks"},
	Measure: func(_ *Page, b *Block) Level {
		const maxWords = 40
		if b.Words > maxWords {
			return Silent
		}
		switch {
		case b.Dots > 0:
			return 2 + step(float64(b.Dots), 2)
		case b.Strokes > 0:
			return step(float64(b.Strokes), 2)
		case b.Breaks > 0:
			return 4 + step(float64(b.Breaks), 3)
		}
		return Silent
	},
}
