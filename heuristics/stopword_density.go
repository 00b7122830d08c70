package heuristics

// stopwordDensity sorts blocks by their share of function words.
//
// Signal: stopwords of the page's language over words.
// Why: sentences need "the", "of" and "is"; names, labels and prices do not.
// Unit and range: share, seven steps, apart for short and long blocks.
// Source: jusText (Pomikálek, 2011, section 3.2.2).
// Blind spot: silent in languages without a table and in scripts without
// spaces.
var stopwordDensity = Heuristic{
	Name: "stopword-density", Doc: "the share of function words",
	Levels: []string{
		"short, no function words", "short, under a tenth function words", "short, under a fifth function words", "short, under three tenths function words", "short, under two fifths function words", "short, under half function words", "short, over half function words",
		"no function words", "under a tenth function words", "under a fifth function words", "under three tenths function words", "under two fifths function words", "under half function words", "over half function words"},
	Measure: func(p *Page, b *Block) Level {
		const minUnits, longUnits = 4, 15
		if p.Lang == "" || b.Units < minUnits || b.Units > 2*b.Words {
			return Silent
		}
		level := step(ratio(b.Stopwords, b.Units), 0.001, 0.1, 0.2, 0.3, 0.4, 0.5)
		if b.Units >= longUnits {
			level += 7
		}
		return level
	},
}
