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

// lengthSteps are bounds of block length in words. Each is about half as long
// again as the one before, since roles differ by the order of length.
var lengthSteps = []float64{1, 2, 3, 4, 6, 9, 14, 21, 33, 51, 81, 131}

var lengthNames = []string{"no words", "one word", "two words", "three words", "4–5 words", "6–8 words",
	"9–13 words", "14–20 words", "21–32 words", "33–50 words", "51–80 words", "81–130 words", "over 130 words"}
