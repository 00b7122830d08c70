package heuristics

// commas sorts longer blocks by commas a word.
//
// Signal: commas over words, for blocks of ten words or more.
// Why: writers subordinate and list; menus run words together without one.
// Unit and range: share, four steps.
// Source: Readability's comma score (Arc90, 2009).
// Blind spot: lists of tags with commas.
var commas = Heuristic{
	Name: "commas", Doc: "commas a word",
	Levels: []string{"no commas", "few commas", "commas as in prose", "many commas"},
	Measure: func(_ *Page, b *Block) Level {
		const minWords = 10
		if b.Words < minWords {
			return Silent
		}
		return step(ratio(b.Commas, b.Words), 0.001, 0.04, 0.12)
	},
}
