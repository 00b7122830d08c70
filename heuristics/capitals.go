package heuristics

// capitals sorts blocks by the share of their words that begin with a capital.
//
// Signal: capitalised words over words of scripts that have case.
// Why: labels, menus and English headlines are Written Like This.
// Unit and range: share, five steps for each of three lengths.
// Source: the capital-letter ratio of Kohlschütter et al. (2010), section 3.
// Blind spot: German nouns, lists of names; silent for scripts without case.
var capitals = Heuristic{
	Name: "capitals", Doc: "the share of words with a capital",
	Levels: []string{
		"short, no capitals", "short, few capitals", "short, many capitals", "short, mostly capitals", "short, all capitals",
		"no capitals", "few capitals", "many capitals", "mostly capitals", "all capitals",
		"long, no capitals", "long, few capitals", "long, many capitals", "long, mostly capitals", "long, all capitals"},
	Measure: func(_ *Page, b *Block) Level {
		if b.Cased < 2 {
			return Silent
		}
		return step(float64(b.Words), 5, 15)*5 + step(ratio(b.Capitals, b.Cased), 0.01, 0.25, 0.55, 0.95)
	},
}
