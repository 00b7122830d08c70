package scorer

import (
	"math"

	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// BalanceName is the name under which tables tell how sums of different roles
// compare: level 0 is what the sum of a role is multiplied by, level 1 what is
// added to it, in nats. Each role was fitted against all others by itself, so
// that four nats for one role may mean less than two for another.
const BalanceName = "balance"

// leastBalanced is the least sum, in nats, of the best role other than body
// where sums are balanced. Where all are lower no role is likely, and factors
// would only draw what speaks against a role towards nothing.
const leastBalanced = -3

// choose gives each of the first n blocks its role: body where its sum is the
// largest, otherwise the best of the others by balanced sums. What the
// caller's own heuristics said counts as they said it, and the border of body
// is none between the others.
func (s *Scorer) choose(v *View, m *Memory, n int) []h.Role {
	t := &m.totals
	m.roles = zeros(m.roles, len(t.sums))
	rows := s.balance
	for i := range n {
		m.roles[i] = t.sums[i].Best()
		if m.roles[i] == h.Body || v.Page.Plain || len(rows) < 2 {
			continue
		}
		var others, balanced Sums
		for r, x := range t.sums[i] {
			own := float32(0)
			if t.judged != nil {
				own = t.judged[i][r]
			}
			if own <= 0 {
				x -= v.moved[r]
			}
			others[r] = x
			balanced[r] = rows[0][r]*(x-own) + rows[1][r] + own
		}
		others[h.Body], balanced[h.Body] = -math.MaxFloat32, -math.MaxFloat32
		m.roles[i] = others.Best()
		if others[m.roles[i]] >= leastBalanced {
			m.roles[i] = balanced.Best()
		}
	}
	m.thread(v)
	m.headlined(v, n)
	return m.roles
}
