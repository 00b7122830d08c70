package heuristics

// length sorts blocks by how much there is to read.
//
// Signal: words in the block, in the amount-of-reading measure.
// Why: prose is long; labels, menus and buttons are short.
// Unit and range: words, 13 steps.
// Source: text density of Kohlschütter et al., "Boilerplate Detection using
// Shallow Text Features" (2010), section 3, taken per block.
// Blind spot: short paragraphs of dialogue, long teasers.
var length = Heuristic{
	Name: "length", Doc: "how many words the block has",
	Levels: lengthNames,
	Measure: func(_ *Page, b *Block) Level {
		return step(float64(b.Words), lengthSteps...)
	},
}
