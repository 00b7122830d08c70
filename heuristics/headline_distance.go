package heuristics

// headlineDistance sorts blocks by where they stand against the headline.
//
// Signal: blocks between the headline and this one, before or behind, with
// the block's length.
// Why: what stands before the headline is not the story; what follows at once
// is dek and byline; the text follows these.
// Unit and range: blocks, nine steps for each of two lengths.
// Source: measured.
// Blind spot: pages whose headline is not found; a dek above the headline.
var headlineDistance = Heuristic{
	Name: "headline-distance", Doc: "place before or behind the headline",
	Levels: []string{
		"short, far before the headline", "short, just before the headline", "short, the headline", "short, right behind the headline", "short, second or third behind the headline", "short, 4 to 8 blocks behind the headline", "short, 9 to 30 blocks behind the headline", "short, up to 100 blocks behind the headline", "short, over 100 blocks behind the headline",
		"far before the headline", "just before the headline", "the headline", "right behind the headline", "second or third behind the headline", "4 to 8 blocks behind the headline", "9 to 30 blocks behind the headline", "up to 100 blocks behind the headline", "over 100 blocks behind the headline"},
	Measure: func(p *Page, b *Block) Level {
		const long = 14 // words
		if p.Headline < 0 {
			return Silent
		}
		level := step(float64(b.Index-p.Headline), -3, 0, 1, 2, 4, 9, 31, 101)
		if b.Words >= long {
			level += 9
		}
		return level
	},
}
