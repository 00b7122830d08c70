package heuristics

// repeatedText looks for the same text elsewhere on the page.
//
// Signal: number of blocks with exactly this text, with its length.
// Why: buttons, labels and menus repeat; prose does not.
// Unit and range: count, three steps for each of two lengths.
// Source: measured.
// Blind spot: pages that carry the article twice, for two screen widths.
var repeatedText = Heuristic{
	Name: "repeated-text", Doc: "the same text elsewhere on the page",
	Levels: []string{"short, stands once", "short, stands twice", "short, stands three times or more",
		"stands once", "stands twice", "stands three times or more"},
	Measure: func(_ *Page, b *Block) Level {
		const long = 9 // words
		level := step(float64(b.Repeats), 2, 3)
		if b.Words >= long {
			level += 3
		}
		return level
	},
}
