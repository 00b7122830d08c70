package heuristics

// emphasis sorts blocks by how much of them is bold or italic.
//
// Signal: share of bold words and of italic words, with length.
// Why: a bold short block is a subheading, an italic last paragraph a bio or
// an editor's note, a caption often italic.
// Unit and range: four kinds for each of two lengths.
// Source: measured.
// Blind spot: emphasis by style sheet.
var emphasis = Heuristic{
	Name: "emphasis", Doc: "bold and italic text",
	Levels: []string{"short, all bold", "short, all italic", "short, partly emphasised", "all bold", "all italic", "partly emphasised", "plain", "short, plain"},
	Measure: func(p *Page, b *Block) Level {
		if p.Plain {
			return Silent
		}
		const short = 14 // words
		long := b.Words > short
		level := Level(-1)
		switch {
		case 10*b.BoldWords >= 9*b.Words:
			level = 0
		case 10*b.ItalicWords >= 9*b.Words:
			level = 1
		case b.BoldWords+b.ItalicWords > 0:
			level = 2
		case long:
			return 6
		default:
			return 7
		}
		if long {
			level += 3
		}
		return level
	},
}
