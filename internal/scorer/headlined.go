package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// A page that has a headline has a text to it. Where nothing came out as body,
// prose right below the headline is: the terms of an offer, which read like what
// is legal on any other page, or a life, which reads like a biography. A page
// that says it has nothing to read is shorter.
const (
	headlinedLeast = 40 // words of the first paragraph
	headlinedReach = 3  // blocks that may stand before it, such as a date
)

// headlined makes prose below the headline body on a page that has none, among
// the first n blocks.
func (m *Memory) headlined(v *View, n int) {
	p := v.Page
	if p.Plain || p.Headline < 0 {
		return
	}
	for i, r := range m.roles[:n] {
		if r == h.Body && !p.Blocks[i].Hidden {
			return
		}
	}
	i := p.Headline + 1
	for last := i + headlinedReach; i < min(n, last) && !p.Blocks[i].Prose(); {
		i++
	}
	if i >= n || p.Blocks[i].Words < headlinedLeast {
		return
	}
	for ; i < n && p.Blocks[i].Prose() && m.mayBeText(i); i++ {
		m.roles[i] = h.Body
	}
}

// mayBeText tells whether a block has a role that the text of some page reads
// like, and the caller did not say so.
func (m *Memory) mayBeText(i int) bool {
	switch r := m.roles[i]; r {
	case h.Dek, h.Bio, h.Promo, h.Legal, h.Related, h.Caption, h.Other:
		return !m.totals.spokenFor(i, r)
	}
	return false
}
