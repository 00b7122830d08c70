package heuristics

// numbers sorts blocks by the share of their words that are numbers.
//
// Signal: words that begin with a digit over words.
// Why: dates, prices, counters, scores and tables are numbers.
// Unit and range: share, four steps for each of two lengths.
// Source: measured.
// Blind spot: sports results and recipes in the article.
var numbers = Heuristic{
	Name: "numbers", Doc: "the share of numbers",
	Levels: []string{"short, no numbers", "short, some numbers", "short, many numbers", "short, mostly numbers",
		"no numbers", "some numbers", "many numbers", "mostly numbers"},
	Measure: func(_ *Page, b *Block) Level {
		const short = 12 // words
		level := step(ratio(b.Numbers, b.Words), 0.001, 0.15, 0.5)
		if b.Words > short {
			level += 4
		}
		return level
	},
}
