package heuristics

// firstCharacter looks at how the block begins.
//
// Signal: the kind of the first character, with the block's length.
// Why: prose begins with a capital or a quotation mark; arrows, bullets and
// signs begin links, lists and legal lines.
// Unit and range: 12 kinds for each of two lengths.
// Source: measured.
// Blind spot: lower-case brand names, list items.
var firstCharacter = Heuristic{
	Name: "first-character", Doc: "how the block begins",
	Levels: []string{
		"begins with a symbol", "begins with a capital", "begins with a small letter", "begins with a letter", "begins with a digit", "begins with a quotation mark", "begins with a bullet", "begins with an arrow", "begins with a stop", "begins with a colon", "begins with an ellipsis", "begins with a sign",
		"long, begins with a symbol", "long, begins with a capital", "long, begins with a small letter", "long, begins with a letter", "long, begins with a digit", "long, begins with a quotation mark", "long, begins with a bullet", "long, begins with an arrow", "long, begins with a stop", "long, begins with a colon", "long, begins with an ellipsis", "long, begins with a sign"},
	Measure: func(_ *Page, b *Block) Level {
		const short, kinds = 12, 12 // words; kinds of characters
		level := Level(b.Start)
		if b.Words > short {
			level += kinds
		}
		return level
	},
}
