package heuristics

// sentenceShape sorts blocks by whether they are sentences.
//
// Signal: number of sentence ends, and the mark that the block ends with.
// Why: writers finish sentences, menus have none; teasers break off with an
// ellipsis, lead-ins end with a colon.
// Unit and range: ten levels for each of two lengths.
// Source: the "ends with terminal punctuation" rule of the C4 corpus (Raffel
// et al., 2020, section 2.2), made into evidence.
// Blind spot: headings, list items and poetry in the article.
var sentenceShape = Heuristic{
	Name: "sentence-shape", Doc: "whether the block is made of sentences",
	Levels: []string{"no end of a sentence", "ends with a colon", "breaks off with an ellipsis", "ends with an arrow",
		"one sentence", "two or three sentences", "four sentences or more", "has sentences, ends without a mark", "ends with a digit", "ends with a separator",
		"long, no end of a sentence", "long, ends with a colon", "long, breaks off with an ellipsis", "long, ends with an arrow",
		"long, one sentence", "long, two or three sentences", "long, four sentences or more", "long, has sentences, ends without a mark", "long, ends with a digit", "long, ends with a separator"},
	Measure: func(_ *Page, b *Block) Level {
		const long = 12
		level := endLevel(b)
		if b.Words >= long {
			level += 10
		}
		return level
	},
}

func endLevel(b *Block) Level {
	switch b.End {
	case CharColon:
		return 1
	case CharEllipsis:
		return 2
	case CharArrow:
		return 3
	case CharStop:
		return 4 + step(float64(b.Sentences), 2, 4)
	}
	switch {
	case b.Sentences > 0:
		return 7
	case b.End == CharDigit:
		return 8
	case b.End == CharBullet:
		return 9
	}
	return 0
}
