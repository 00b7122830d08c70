package heuristics

// cuePhrases looks for wording that is usual in blocks of one role.
//
// Signal: phrases of the cue tables in the block, and how long it is.
// Why: "sign up for our", "is a staff writer at", "all rights reserved" are
// hardly written elsewhere.
// Unit and range: number of phrases (one, more) for each of four lengths.
// Source: tables by language, written for this library.
// Blind spot: wording that the tables do not have; stories about newsletters.
func cuePhrases(name, doc string, cue Cue) Heuristic {
	return Heuristic{
		Name: name, Doc: doc, Wording: 1 << cue,
		Levels: []string{
			"a cue in up to 4 words", "cues in up to 4 words", "a cue in 5–12 words", "cues in 5–12 words",
			"a cue in 13–30 words", "cues in 13–30 words", "a cue in 31–70 words", "cues in 31–70 words", "a cue in a long block", "cues in a long block"},
		Measure: func(_ *Page, b *Block) Level {
			n := b.Cues[cue]
			if n == 0 {
				return Silent
			}
			return step(float64(b.Words), 5, 13, 31, 71)*2 + step(float64(n), 2)
		},
	}
}

// cueAbove looks for the same wording in the heading that the block stands
// under.
//
// Signal: phrases of the cue tables in the heading above, and how far it is.
// Why: "Related stories", "About the author" and "Comments" tell what follows.
// Unit and range: blocks since the heading, four steps; whether block and
// heading share a box.
// Source: measured.
// Blind spot: a heading of the story that uses such words.
func cueAbove(name, doc string, cue Cue) Heuristic {
	return Heuristic{
		Name: name, Doc: doc, Heading: 1 << cue,
		Levels: []string{"a heading with a cue right above", "a heading with a cue 2–4 blocks above", "a heading with a cue 5–15 blocks above", "a heading with a cue far above",
			"a heading with a cue right above, in another box", "a heading with a cue 2–4 blocks above, in another box", "a heading with a cue 5–15 blocks above, in another box", "a heading with a cue far above, in another box"},
		Measure: func(p *Page, b *Block) Level {
			above := p.Above(b)
			if above == nil || above.Cues[cue] == 0 || above.Words > maxCueHeading {
				return Silent
			}
			level := step(float64(b.Index-above.Index), 2, 5, 16)
			if box := p.Up(b, 3); box != nil && above.Index < box.First {
				level += 4
			}
			return level
		},
	}
}

// maxCueHeading is the longest heading, in words, whose cues tell what
// follows; longer ones are headlines.
const maxCueHeading = 9

// cueNear looks for the same wording in the boxes around.
//
// Signal: phrases of the cue tables in the block before or behind, when that
// shares the block's parent or grandparent.
// Why: the lines of a sign-up box, an author box or a wall stand together,
// and only one of them has the wording.
// Unit and range: before, behind or both, near or two away.
// Source: measured.
// Blind spot: boxes that stand side by side.
func cueNear(name, doc string, cue Cue) Heuristic {
	return Heuristic{
		Name: name, Doc: doc, Nearby: 1 << cue,
		Levels: []string{"a cue in the line before", "a cue in the line behind", "cues before and behind", "a cue two lines away"},
		Measure: func(p *Page, b *Block) Level {
			if p.Plain && b.Words > maxBoxLine {
				return Silent // nothing tells where a box ends, but paragraphs are not in it
			}
			at := func(n int) bool {
				o := p.Next(b, n)
				return o != nil && o.Cues[cue] > 0 && o.Words <= maxBoxLine && sameBox(p, b, o)
			}
			before, behind := at(-1), at(1)
			switch {
			case before && behind:
				return 2
			case before:
				return 0
			case behind:
				return 1
			case at(-2) || at(2):
				return 3
			}
			return Silent
		},
	}
}

// maxBoxLine is the longest line of a box, in words.
const maxBoxLine = 40

// sameBox tells whether two neighbouring blocks share an ancestor three steps
// up that is no larger than a box.
func sameBox(p *Page, a, b *Block) bool {
	if p.Plain {
		return true
	}
	const maxUp, maxWords = 3, 200
	for up := 0; up <= maxUp; up++ {
		e := p.Up(a, up)
		if e.Words > maxWords {
			return false
		}
		if b.Index >= e.First && b.Index < e.Last {
			return true
		}
	}
	return false
}
