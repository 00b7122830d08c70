package heuristics

// ownName looks for the site's own name in the block.
//
// Signal: the name of the site, or its domain, among the block's words.
// Why: who writes their own name sells, signs or explains themselves; a story
// seldom names the paper that it stands in.
// Unit and range: four lengths; names of less than four letters are not
// looked for.
// Source: measured.
// Blind spot: stories about the publisher; names that are common words.
var ownName = Heuristic{
	Name: "own-name", Doc: "the site's own name",
	Levels: []string{"the site's name in up to 5 words", "the site's name in 6–15 words", "the site's name in 16–40 words", "the site's name in a long block",
		"no name of the site, 16–40 words", "no name of the site, long"},
	Measure: func(p *Page, b *Block) Level {
		if p.Plain {
			return Silent
		}
		if b.NamesSite {
			return step(float64(b.Words), 6, 16, 41)
		}
		if b.Words < 16 {
			return Silent
		}
		return 4 + step(float64(b.Words), 41)
	},
}
