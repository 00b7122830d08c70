package heuristics

// proseDistance measures how far prose is on either side.
//
// Signal: blocks to the nearest prose before and behind.
// Why: the text is where prose is dense; short blocks within it are list
// items, subheadings and quotes, short blocks far from it are furniture.
// Unit and range: blocks, five steps on each side.
// Source: the distance features of Dragnet (Peters and Lecocq, 2013), in
// blocks.
// Blind spot: lists of teasers with full sentences.
var proseDistance = Heuristic{
	Name: "prose-distance", Doc: "how far prose is before and behind",
	Levels: []string{
		"prose", "prose, next to prose behind", "", "", "",
		"next to prose before", "prose on both sides", "prose before, more 2–3 blocks on", "prose before, more 4–10 blocks on", "prose before, no more soon",
		"2–3 blocks behind prose", "2–3 blocks behind prose, next to more", "in a gap of prose", "2–3 blocks behind prose, more 4–10 on", "2–3 blocks behind prose, no more soon",
		"4–10 blocks behind prose", "4–10 blocks behind prose, next to more", "4–10 blocks behind prose, more 2–3 on", "in a wide gap of prose", "4–10 blocks behind prose, no more soon",
		"no prose before", "just before prose", "2–3 blocks before prose", "4–10 blocks before prose", "no prose around"},
	Measure: func(_ *Page, b *Block) Level {
		return step(float64(b.ProseBefore), 1, 2, 4, 11)*5 + step(float64(b.ProseAfter), 1, 2, 4, 11)
	},
}
