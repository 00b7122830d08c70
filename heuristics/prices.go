package heuristics

// prices notes signs of currencies.
//
// Signal: one such sign, or several, in a short or a longer block.
// Why: a price alone is what a box of an offer says; in prose it is news.
// Unit and range: count, two steps for each of two lengths.
// Source: measured.
// Blind spot: "kr", "zł" and codes such as EUR, which are letters.
var prices = Heuristic{
	Name: "prices", Doc: "signs of currencies",
	Levels: []string{"short, a price", "short, several prices", "a price", "several prices"},
	Measure: func(_ *Page, b *Block) Level {
		const short = 12 // words
		if b.CurrencySigns == 0 {
			return Silent
		}
		level := Level(0)
		if b.CurrencySigns > 1 {
			level++
		}
		if b.Words > short {
			level += 2
		}
		return level
	},
}
