package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// A table of data of which most is text is text as a whole: a reader can do
// little with one that lacks its head or a cell here and there, which have too
// few words to look like text. Tables that a page is laid out with are told by
// headings and paragraphs in them. On pages not fitted on it moves no figure by
// more than 0.002.
const (
	tableName   = "table"
	tableReason = "the rest of its table is text"

	tableShare = 0.5 // of the words that are text
	tableMove  = 4   // nats for body
	longCell   = 40  // words of a block that is no cell of data
)

// upTo sums up the blocks before one.
type upTo struct {
	words, body int // that are shown
	long        int // headings, and blocks that are too long for a cell
}

// complete makes body likelier for what else stands in tables that are text.
func (v *View) complete(t *totals) {
	p := v.Page
	if !hasTable(p) {
		return
	}
	v.upTo = zeros(v.upTo, len(p.Blocks)+1)
	v.inTable = zeros(v.inTable, len(p.Blocks))
	for i := range p.Blocks {
		b, sum := &p.Blocks[i], v.upTo[i]
		if b.Heading > 0 || b.Words > longCell {
			sum.long++
		}
		if !b.Hidden {
			sum.words += b.Words
			if t.sums[i].Best() == h.Body {
				sum.body += b.Words
			}
		}
		v.upTo[i+1] = sum
	}
	after := 0 // the last table: those in it are parts of it
	for i := range p.Elements {
		if e := &p.Elements[i]; e.Tag == "table" && e.First >= after && v.isText(e) {
			after = e.Last
			for j := e.First; j < e.Last; j++ {
				if t.sums[j].Best() != h.Body && (t.judged == nil || t.judged[j] == Sums{}) {
					t.sums[j][h.Body] += tableMove
					v.inTable[j] = true
				}
			}
		}
	}
}

func hasTable(p *h.Page) bool {
	for i := range p.Elements {
		if p.Elements[i].Tag == "table" {
			return true
		}
	}
	return false
}

// isText tells whether a table is one of data, and most of it text.
func (v *View) isText(table *h.Element) bool {
	first, last := &v.upTo[table.First], &v.upTo[table.Last]
	return first.long == last.long && float64(last.body-first.body) > tableShare*float64(last.words-first.words)
}
