package extract

import (
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// copyWords is the least amount of reading, in words, of a block that counts
// as a copy: shorter lines are said twice by writers too. From 3 to 20 words,
// F1 on the pages of WCXB hardly moves.
const copyWords = 6

// said is a text in a role.
type said struct {
	text string
	role heuristics.Role
}

// markCopies marks the blocks that say again, word for word, what stands in
// another box before them: the text for small screens after that for large
// ones, a quote in a thread, the same note under every card. A refrain stands
// in the box of what it repeats, table cells may say the same, and reference
// pages repeat whole sentences on purpose.
func markCopies(blocks []Block, page *heuristics.Page, kind scorer.Kind) {
	if page.Plain || kind == scorer.Documentation {
		return
	}
	var first map[said]int // the parent of the element that said it first
	for i := range blocks {
		b := &page.Blocks[i]
		if b.Repeats < 2 || b.Words < copyWords || b.Hidden {
			continue
		}
		e := page.Element(b)
		if e.Tag == "td" || e.Tag == "th" {
			continue
		}
		if first == nil {
			first = map[said]int{}
		}
		key := said{b.Text, blocks[i].Role}
		if box, ok := first[key]; !ok {
			first[key] = e.Parent
		} else {
			blocks[i].copied = box != e.Parent
		}
	}
}
