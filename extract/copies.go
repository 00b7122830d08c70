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
// ones, a quote in a thread. A refrain stands in the box of what it repeats,
// table cells may say the same, and reference pages repeat whole sentences on
// purpose. So do cards: the same note below each of them is a part of each, if
// it has the same shape and other neighbours. 4,500 such words stand in references
// of WCXB, and 1,100 do not; of other copies 9,600 and 28,700. In threads they are
// quotes, and on the page of a product what it has in all its sizes.
func markCopies(blocks []Block, page *heuristics.Page, kind scorer.Kind) {
	if page.Plain || kind == scorer.Documentation {
		return
	}
	cards := kind != scorer.Forum && kind != scorer.Product
	var first map[said]int // the block that said it first
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
		j, ok := first[key]
		if !ok {
			first[key] = i
			continue
		}
		other := page.Element(&page.Blocks[j]).Parent != e.Parent
		blocks[i].copied = other && !(cards && b.Template == page.Blocks[j].Template && !alike(page, i, j))
	}
}

// alike tells whether the same text stands before two blocks, or behind them.
func alike(page *heuristics.Page, i, j int) bool {
	b, n := page.Blocks, len(page.Blocks)
	return min(i, j) > 0 && b[i-1].Text == b[j-1].Text || max(i, j) < n-1 && b[i+1].Text == b[j+1].Text
}
