package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// A thread is a page whose comments are its body: at least threadLeast words
// of them, and either nothing else is body, or so little beside so much that
// it must be what the thread began with. The latter only if the page may be a
// thread by its kind: short posts have long comment sections, too.
const (
	threadLeast = 100  // words of comments
	threadTimes = 8    // as many words of comments as of body
	threadMost  = 250  // words of body
	threadShare = 0.15 // how likely the page is a thread
)

// thread makes comments body where they are what the page is for. Lines that
// end no sentence are names and dates. What the caller's own heuristics call a
// comment stays one.
func (m *Memory) thread(v *View) {
	if v.Page.Plain {
		return
	}
	body, posts := 0, 0
	for i, r := range m.roles {
		switch b := &v.Page.Blocks[i]; {
		case b.Hidden:
		case r == h.Body:
			body += b.Words
		case m.post(b, r):
			posts += b.Words
		}
	}
	opening := body < threadMost && posts >= threadTimes*body && v.kinds[Forum] >= threadShare
	if posts < threadLeast || body > 0 && !opening {
		return
	}
	for i, r := range m.roles {
		if m.post(&v.Page.Blocks[i], r) {
			m.roles[i] = h.Body
		}
	}
}

// post tells whether a block is what a reader wrote.
func (m *Memory) post(b *h.Block, r h.Role) bool {
	return r == h.Comment && b.Sentences > 0 && !m.totals.spokenFor(b.Index, r)
}
