package scorer

import (
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Levels are the rows of the levels that all blocks of a page have.
type Levels struct {
	rows []uint16
	ends []int // of each block in rows
}

// Block returns the rows of block i.
func (l *Levels) Block(i int) []uint16 {
	start := 0
	if i > 0 {
		start = l.ends[i-1]
	}
	return l.rows[start:l.ends[i]]
}

// begin makes ready for the rows of so many blocks.
func (l *Levels) begin(blocks int) {
	l.rows, l.ends = l.rows[:0], zeros(l.ends, blocks)
}

// end takes the rows of all blocks up to block i.
func (l *Levels) end(i int, rows []uint16) {
	l.rows, l.ends[i] = rows, len(rows)
}

// Measure asks all measuring heuristics about all blocks.
func (s *Scorer) Measure(p *heuristics.Page) *Levels {
	l := &Levels{rows: make([]uint16, 0, typicalLevels*len(p.Blocks))}
	l.begin(len(p.Blocks))
	for i := range p.Blocks {
		l.end(i, s.asking.appendRows(l.rows, p, &p.Blocks[i]))
	}
	return l
}

// typicalLevels is about how many levels a block has.
const typicalLevels = 56
