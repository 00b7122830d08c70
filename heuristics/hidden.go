package heuristics

// hidden looks for content that a browser does not show.
//
// Signal: the hidden attribute, display:none or visibility:hidden on an
// ancestor.
// Why: what nobody sees is not the text, but templates, menus and dialogs.
// Unit and range: two levels.
// Source: measured.
// Blind spot: hiding by style sheet.
var hidden = Heuristic{
	Name: "hidden", Doc: "content that a browser does not show",
	Levels: []string{"hidden", "hidden and long"},
	Measure: func(_ *Page, b *Block) Level {
		if !b.Hidden {
			return Silent
		}
		return step(float64(b.Words), 20)
	},
}
