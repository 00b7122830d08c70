package heuristics

// picture looks for images just before the block and in its box.
//
// Signal: images since the block before, images in the parent, length.
// Why: captions follow a picture; teasers have one each.
// Unit and range: six levels.
// Source: measured.
// Blind spot: pictures set by style sheet or script.
var picture = Heuristic{
	Name: "picture", Doc: "pictures before the block and in its box",
	Levels: []string{"short, right behind a picture", "long, right behind a picture", "short, in a box with pictures", "long, in a box with pictures", "short, no picture near", "long, no picture near"},
	Measure: func(p *Page, b *Block) Level {
		if p.Plain {
			return Silent
		}
		const smallBox, short = 120, 20 // words
		level := Level(4)
		if b.Images > 0 {
			level = 0
		} else if up := p.Up(b, 1); up.Images > 0 && up.Words < smallBox {
			level = 2
		}
		if b.Words > short {
			level++
		}
		return level
	},
}
