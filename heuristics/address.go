package heuristics

// address looks at who speaks to whom, and where.
//
// Signal: words for "we" and for "you" in a block of twelve words or more,
// and whether prose goes on behind it.
// Why: a promo is "us" talking to "you", mostly at the end of the text or in
// a gap; a story narrates in the third person, advice says "you" alone.
// Unit and range: none, one, several of each, times three places.
// Source: measured.
// Blind spot: interviews, essays, letters to readers.
var address = Heuristic{
	Name: "address", Doc: "who speaks to whom",
	Levels: []string{
		"neither we nor you, in the text", "you once, in the text", "you, in the text", "we once, in the text", "we and you once, in the text", "we once, you often, in the text", "we often, in the text", "we often, you once, in the text", "we and you often, in the text",
		"neither we nor you, last of its prose", "you once, last of its prose", "you, last of its prose", "we once, last of its prose", "we and you once, last of its prose", "we once, you often, last of its prose", "we often, last of its prose", "we often, you once, last of its prose", "we and you often, last of its prose",
		"neither we nor you, apart from prose", "you once, apart from prose", "you, apart from prose", "we once, apart from prose", "we and you once, apart from prose", "we once, you often, apart from prose", "we often, apart from prose", "we often, you once, apart from prose", "we and you often, apart from prose"},
	Measure: func(p *Page, b *Block) Level {
		const minWords, gap = 12, 5
		if b.Words < minWords {
			return Silent
		}
		level := step(float64(b.Cues[CueWe]), 1, 2)*3 + step(float64(b.Cues[CueYou]), 1, 2)
		on, back := gap, gap
		if next := p.Next(b, 1); next != nil {
			on = next.ProseAfter
		}
		if before := p.Next(b, -1); before != nil {
			back = before.ProseBefore
		}
		switch {
		case on < gap:
		case back < gap:
			level += 9
		default:
			level += 18
		}
		return level
	},
}
