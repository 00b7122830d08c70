package scorer

import (
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// totals are the sums of all blocks of a page while they are added up. What is
// measured comes in whole hundredths, which is all that most blocks have, and
// stays so until somebody asks for nats.
type totals struct {
	measured []packed
	whole    []hundredths // the same, unpacked
	best     []heuristics.Role
	sums     []Sums // all that is known, in nats, see inNats

	ruled  []Sums // what rules set by hand say, on a page that they apply to
	judged []Sums // what the caller's own heuristics say; nil if there are none
	beside []bool // whether there is anything of either
}

// begin makes ready for so many blocks, nothing of which is judged.
func (t *totals) begin(blocks int) {
	t.measured, t.whole = zeros(t.measured, blocks), zeros(t.whole, blocks)
	t.best, t.sums = zeros(t.best, blocks), zeros(t.sums, blocks)
	t.ruled, t.judged, t.beside = zeros(t.ruled, blocks), nil, zeros(t.beside, blocks)
}

// rule adds what a rule says of block i.
func (t *totals) rule(i int, w model.Weights) {
	t.ruled[i].add((*Sums)(&w))
	t.beside[i] = true
}

// spokenFor tells whether the caller's own heuristics speak for a role of block i.
// Rules leave it where it is.
func (t *totals) spokenFor(i int, r heuristics.Role) bool {
	return t.judged != nil && t.judged[i][r] > 0
}

// settle brings what is best for block i up to date.
func (t *totals) settle(i int) {
	t.whole[i] = t.measured[i].unpack()
	if t.beside[i] {
		sums := t.inNats(i)
		t.best[i] = sums.Best()
		return
	}
	t.best[i] = t.whole[i].best()
}

// inNats returns the sums of block i.
func (t *totals) inNats(i int) Sums {
	sums := t.whole[i].nats()
	if t.beside[i] {
		if t.judged != nil {
			sums.add(&t.judged[i])
		}
		sums.add(&t.ruled[i])
	}
	return sums
}

// sumUp brings the sums of all blocks up to date.
func (t *totals) sumUp() []Sums {
	for i := range t.sums {
		t.sums[i] = t.inNats(i)
	}
	return t.sums
}

// likely tells what block i is likely to be.
func (t *totals) likely(i int, table *logisticTable, chance *Share) Likely {
	if t.beside[i] {
		sums := t.inNats(i)
		return chance.outOf(table.of(&sums, chance), t.best[i])
	}
	return chance.outOf(table.ofWhole(&t.whole[i], chance), t.best[i])
}

// measuredSum is the part of a sum that tables gave.
func (t *totals) measuredSum(i int, r heuristics.Role) float32 {
	x := t.sums[i][r]
	if t.beside[i] {
		x -= t.ruled[i][r]
		if t.judged != nil {
			x -= t.judged[i][r]
		}
	}
	return x
}
