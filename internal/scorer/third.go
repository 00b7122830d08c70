package scorer

import (
	"errors"
	"math"
	"math/bits"
	"slices"

	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// A forest is asked about a role of a block only where what it says can still
// change the block's role: within these sums of evidence, in nats, and where
// no other role is further ahead of it, or behind it, than openLead. Of 3,796
// blocks of our own pages whose sum for body is within, trees made body of what
// was none, or the other way round, of 290, none of which was further off.
const (
	openFrom     = -3.5
	openTo       = 4.5
	openRoleFrom = -2.5 // of roles other than body
	openLead     = 5
)

// Check tells whether trees ask for what is measured here.
func Check(set *model.Set) error {
	other := func(f *model.Forest, names []string) bool {
		return len(f.Features) > 0 && !slices.Equal(names, f.Features)
	}
	if other(set.Forest, FeatureNames()) || other(set.Kinds, PageFeatureNames()) ||
		len(set.Forest.Features) > 0 && (!slices.Equal(WordingRoles, set.Wording.Roles) || set.Naming.Tokens() == 0) {
		return errors.New("the trees were fitted for other features than this version has")
	}
	return nil
}

// Open are the roles of block i that a forest is asked about, as bits. Where the
// page may be no story the border moves roles against each other, and how far
// they are apart tells nothing.
func (v *View) Open(i int) uint32 { return v.open(i, 1<<h.NumRoles-1) }

// open is Open for some roles. Of two blocks in five a look at each sum tells that
// none is.
func (v *View) open(i int, among uint32) (set uint32) {
	s := &v.sums[i]
	for ; among != 0; among &= among - 1 {
		r := h.Role(bits.TrailingZeros32(among))
		from := float32(openRoleFrom)
		if r == h.Body {
			from = openFrom
		}
		if s[r] > from && s[r] < openTo {
			set |= 1 << r
		}
	}
	if set == 0 || v.perhapsNoStory(likelyStory) {
		return set
	}
	first, second := s.firstTwo()
	for left := set; left != 0; left &= left - 1 {
		r := bits.TrailingZeros32(left)
		other := first
		if s[r] == first {
			other = second
		}
		if lead := s[r] - other; lead <= -openLead || lead >= openLead {
			set &^= 1 << r
		}
	}
	return set
}

// firstTwo returns the largest sum and the one that comes next, which may be as
// large.
func (s *Sums) firstTwo() (first, second float32) {
	first, second = s[0], -math.MaxFloat32
	for _, x := range s[1:] {
		second = max(second, min(first, x))
		first = max(first, x)
	}
	return first, second
}

// Trust is how much of the sums of the first two looks is kept where a forest
// is asked. They are surer of themselves than they are right on sites that
// they do not know: with all of it, trees have first to talk them down. What
// rules and the caller's own heuristics said is trusted as it is.
const Trust = 0.4

// leastThird is the least number of words of a page that trees are asked
// about. They were fitted on whole pages of the web, of which hardly one in
// fifty has fewer; of fragments they know nothing.
const leastThird = 150

// third is the third look: trees that ask how features of a block, of what
// stands around it and of its page play together. It returns how many blocks
// had it.
func (s *Scorer) third(v *View, m *Memory) (_ *View, asked int) {
	forest := s.set.Forest
	if v.Page.Plain || v.Page.Words < leastThird || len(forest.Features) == 0 {
		return nil, 0
	}
	t, w := &m.totals, &m.third
	s.fillThird(w, v, t)
	for i := range t.sums {
		if m.stop(i, stopEvery) {
			return w, i
		}
		open := w.open(i, s.grown)
		if open == 0 {
			continue
		}
		w.Features(m.features[:len(forest.Features)], i)
		var more Sums
		for ; open != 0; open &= open - 1 {
			r := h.Role(bits.TrailingZeros32(open))
			more[r] = s.groves[r].Add(-(1-Trust)*t.measuredSum(i, r), &m.features)
		}
		t.sums[i].add(&more)
	}
	return w, len(t.sums)
}

// fillThird fills v as a view on the same page with what blocks are likely to be
// after another look, and what trees know of words.
func (s *Scorer) fillThird(v, before *View, t *totals) {
	v.fill(before.Page, len(t.whole), t.likely)
	v.sums = append(v.sums, t.sums...)
	v.Kind, v.Confidence, v.kinds, v.wording = before.Kind, before.Confidence, before.kinds, s.set.Wording
	v.naming.read(v.Page, s.set.Naming)
	v.divide()
}

// ThirdView returns the view that the third look has, and where its trees begin.
func (s *Scorer) ThirdView(p *h.Page) (*View, []Sums, error) {
	var m Memory
	v, _, err := s.twoLooks(p, &m)
	if err != nil {
		return nil, nil, err
	}
	w := &View{}
	t := &m.totals
	s.fillThird(w, v, t)
	begin := append([]Sums(nil), t.sums...)
	for i := range begin {
		for r := range begin[i] {
			begin[i][r] -= (1 - Trust) * t.measuredSum(i, h.Role(r))
		}
	}
	return w, begin, nil
}
