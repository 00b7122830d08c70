package heuristics

// marked looks at what class, id, tag and ARIA role of the elements around
// the block say.
//
// Signal: marks of one family on the block's own element or the inline
// elements in it, on its parent or grandparent, or further out.
// Why: people name elements after what they hold.
// Unit and range: how near the mark is, for short and long blocks.
// Source: token families written for this library; unlike the substring
// tests of other extractors, "studying" or "barcelona" match nothing.
// Blind spot: hashed and utility classes say nothing.
func marked(name, doc string, mark Marks) Heuristic {
	return Heuristic{
		Name: name, Doc: doc, Needs: mark,
		Levels: []string{"on a short block itself", "near a short block", "round a short block", "on the block itself", "near the block", "round the block"},
		Measure: func(p *Page, b *Block) Level {
			e := p.Element(b)
			if e == nil || (e.All|b.Marks)&mark == 0 {
				return Silent
			}
			level := Level(2)
			switch {
			case (e.Own|b.Marks)&mark != 0:
				level = 0
			case e.Near&mark != 0:
				level = 1
			}
			const long = 12 // words
			if b.Words >= long {
				level += 3
			}
			return level
		},
	}
}
