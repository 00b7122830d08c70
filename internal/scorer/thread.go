package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// threadLeast is the least amount of reading, in words, that makes comments
// the body of a page that has no other.
const threadLeast = 100

// thread makes comments body on a page without any: where there is nothing but
// what readers wrote, that is what the page is for. Lines that end no sentence
// are names and dates. What the caller's own heuristics call a comment stays
// one.
func (m *Memory) thread(p *h.Page) {
	if p.Plain {
		return
	}
	words := 0
	for i, r := range m.roles {
		switch b := &p.Blocks[i]; {
		case b.Hidden:
		case r == h.Body:
			return
		case m.post(b, r):
			words += b.Words
		}
	}
	if words < threadLeast {
		return
	}
	for i, r := range m.roles {
		if m.post(&p.Blocks[i], r) {
			m.roles[i] = h.Body
		}
	}
}

// post tells whether a block is what a reader wrote.
func (m *Memory) post(b *h.Block, r h.Role) bool {
	judged := m.totals.judged
	return r == h.Comment && b.Sentences > 0 && (judged == nil || judged[b.Index][r] <= 0)
}
