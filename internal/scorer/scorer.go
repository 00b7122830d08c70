// Package scorer turns what heuristics say into a score for each role, in three
// looks: at a block alone (levels of heuristics), among its neighbours and on its
// kind of page (levels of context), and at how all that plays together (trees).
// A few rules set by hand stand beside the looks, and the border, where body ends
// on the page, behind them. heuristics/README.md tells the whole of it.
//
// Scores are sums of evidence in nats, one sum a role, so that whatever was
// added to a sum explains it.
package scorer

import (
	"math"
	"sync"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// Sums are the sums of evidence for each role, in nats.
type Sums [heuristics.NumRoles]float32

// Best returns the role with the largest sum; body only if it is likely
// enough to be body at all. Where sums are the same it is the role that comes
// first.
func (s *Sums) Best() heuristics.Role {
	best := largest((*[heuristics.NumRoles]float32)(s))
	if best == heuristics.Body && s[best] < bodyFloor {
		without := *s
		without[best] = -math.MaxFloat32
		return without.Best()
	}
	return best
}

// bodyFloor is the least sum, in nats, of a block that may be body: a
// probability of about a third. Chosen on pages not fitted on: a higher one
// loses short lines of the text, a lower one lets in what no role fits.
const bodyFloor = -0.7

func (s *Sums) add(t *Sums) {
	for i := range s {
		s[i] += t[i]
	}
}

// Probability is the logistic function: the probability whose log-odds are x.
func Probability(x float32) float64 { return 1 / (1 + math.Exp(-float64(x))) }

// Scorer judges pages. It is read-only and may be shared.
type Scorer struct {
	judging []heuristics.Heuristic
	labels  func() []label // of all rows, made when they are first asked for
	reasons func() []label // of the features of trees, likewise
	asking  asking
	set     *model.Set
	balance []model.Weights                  // see BalanceName
	groves  [heuristics.NumRoles]model.Grove // of set.Forest
	grown   uint32                           // those that have any trees, as bits
	kinds   [NumKinds]model.Grove            // of set.Kinds
	markup  stages
	plain   func() *stages // made when text without markup is first judged
}

// stages are the weights for one sort of input: alone for blocks by
// themselves, among for the second look at them.
type stages struct {
	alone stage
	among stage
}

// New returns a scorer for valid heuristics, see heuristics.Validate.
func New(list []heuristics.Heuristic, set *model.Set) *Scorer {
	s := &Scorer{set: set, balance: set.Context.Levels(BalanceName), reasons: sync.OnceValue(newReasons)}
	for r, trees := range set.Forest.Trees {
		if s.groves[r] = model.Plant(trees); len(trees) > 0 {
			s.grown |= 1 << r
		}
	}
	for k := range s.kinds {
		s.kinds[k] = model.Plant(set.Kinds.Trees[k])
	}
	s.markup.among = newAmong(set.Context)
	return s.Asking(list)
}

func newAmong(t *model.Table) stage {
	var measures []measure
	for _, m := range Context {
		measures = append(measures, measure{m.Name, m.Levels})
	}
	return newStage(measures, t)
}

// Asking returns a scorer by the same tables that asks other heuristics. It
// costs a part of [New].
func (s *Scorer) Asking(list []heuristics.Heuristic) *Scorer {
	other := *s
	other.judging = nil
	var measuring []heuristics.Heuristic
	var measures []measure
	for _, h := range list {
		if h.Judge != nil {
			other.judging = append(other.judging, h)
			continue
		}
		measuring = append(measuring, h)
		measures = append(measures, measure{h.Name, len(h.Levels)})
	}
	other.markup.alone = newStage(measures, s.set.Markup)
	other.plain = sync.OnceValue(func() *stages {
		return &stages{newStage(measures, s.set.Plain), newAmong(s.set.PlainContext)}
	})
	other.asking = newAsking(measuring, other.markup.alone.first)
	alone, among := &other.markup.alone, &other.markup.among
	other.labels = sync.OnceValue(func() []label { return newLabels(measuring, alone, among) })
	return &other
}

func (s *Scorer) stages(p *heuristics.Page) *stages {
	if p.Plain {
		return s.plain()
	}
	return &s.markup
}

// Result is what a scorer finds.
type Result struct {
	Sums       []Sums            // by block
	Roles      []heuristics.Role // by block
	Kind       Kind
	Confidence float64 // of the kind, 0 to 1

	// Cut says that [Memory.Stop] ended it before all was looked at. Of blocks
	// that were not judged at all nothing is known: they have no evidence.
	Cut bool

	view, third    *View   // the latter nil if there was no third look
	alone, among   *Levels // that blocks have in the first two looks
	judged, thirds int     // blocks that were judged, and that had the third look
}

// Memory is what a page is judged in. It is used again for one page after the
// other; the zero value is ready. A result is valid until the next.
type Memory struct {
	// Stop is asked now and then whether to leave off; nil: nobody is.
	Stop func() bool

	totals       totals
	view         View
	alone, among Levels
	roles        []heuristics.Role

	// Of the third look: what it sees, and the features of a block.
	third    View
	features model.Answers
}

// Reset forgets the page.
func (m *Memory) Reset() { m.view.Page, m.third.Page, m.Stop = nil, nil, nil }

// stopEvery is how many blocks lie between two looks at the clock, and
// stopEveryJudged where heuristics that are not ours look at each.
const (
	stopEvery       = 500
	stopEveryJudged = 20
)

// stop tells whether to leave off at block i.
func (m *Memory) stop(i, every int) bool {
	return m.Stop != nil && i%every == every-1 && m.Stop()
}

// Score judges all blocks of a page. The error is that of the first piece of
// evidence which cannot be added up.
func (s *Scorer) Score(p *heuristics.Page, m *Memory) (*Result, error) {
	t := &m.totals
	v, judged, err := s.twoLooks(p, m)
	if err != nil {
		return nil, err
	}
	w, thirds := s.third(v, m)
	s.border(v, t)
	v.complete(t)
	clear(t.sums[judged:])
	cut := judged < len(p.Blocks) || w != nil && thirds < len(p.Blocks)
	return &Result{Sums: t.sums, Roles: s.choose(v, m, judged), Kind: v.Kind, Confidence: v.Confidence, Cut: cut, view: v, third: w,
		alone: &m.alone, among: &m.among, judged: judged, thirds: thirds}, nil
}

// twoLooks judges blocks alone and among others. It returns what the second
// look has seen, and how many blocks were judged.
func (s *Scorer) twoLooks(p *heuristics.Page, m *Memory) (v *View, judged int, err error) {
	if judged, err = s.alone(p, nil, m); err != nil {
		return nil, 0, err
	}
	v = &m.view
	v.fill(p, len(p.Blocks), m.totals.likely)
	s.look(v)
	s.among(v, m)
	m.totals.sumUp()
	return v, judged, nil
}

// alone adds up what heuristics say about each block by itself. Levels that
// are nil are measured. It returns how many blocks it has done.
func (s *Scorer) alone(p *heuristics.Page, levels *Levels, m *Memory) (done int, err error) {
	t := &m.totals
	t.begin(len(p.Blocks))
	if t.judged, done, err = s.judge(p, m); err != nil {
		return 0, err
	}
	measure := levels == nil
	if measure {
		levels = &m.alone
		levels.begin(len(p.Blocks))
	}
	weights := s.stages(p).alone.packed
	for i := range p.Blocks[:done] {
		if m.stop(i, stopEvery) {
			return i, nil
		}
		if measure {
			levels.end(i, s.asking.appendRows(levels.rows, p, &p.Blocks[i]))
		}
		t.measured[i] = sum(weights, levels.Block(i))
		t.settle(i)
	}
	return done, nil
}

// Alone adds up what heuristics say about each block by itself.
func (s *Scorer) Alone(p *heuristics.Page, levels *Levels) ([]Sums, error) {
	var m Memory
	_, err := s.alone(p, levels, &m)
	return m.totals.sumUp(), err
}

// judge adds up the evidence of heuristics that bring weights of their own,
// about as many blocks as it returns.
func (s *Scorer) judge(p *heuristics.Page, m *Memory) (sums []Sums, done int, _ error) {
	if len(s.judging) == 0 {
		return nil, len(p.Blocks), nil
	}
	sums = make([]Sums, len(p.Blocks))
	for i := range p.Blocks {
		if m.stop(i, stopEveryJudged) {
			return sums, i, nil
		}
		for j := range s.judging {
			h := &s.judging[j]
			for _, e := range h.Judge(p, &p.Blocks[i]) {
				e.Heuristic = h.Name
				if err := heuristics.ValidateEvidence(e); err != nil {
					return nil, 0, err
				}
				sums[i][e.Role] += float32(e.Weight)
				m.totals.beside[i] = true
			}
		}
	}
	return sums, len(p.Blocks), nil
}

// View is what the second look sees: the page, its kind, and what its blocks
// are likely to be.
func (s *Scorer) View(p *heuristics.Page, sums []Sums) *View {
	v := NewView(p, sums)
	s.look(v)
	return v
}

// look completes a view with what depends on the kind of page.
func (s *Scorer) look(v *View) {
	v.Kind, v.Confidence = s.kindOf(v)
	v.findTeasers()
	v.findNamed()
	v.findAnother()
}

// among takes the second look: it adds what a block's surroundings and the
// kind of page say, given what all blocks are like alone.
func (s *Scorer) among(v *View, m *Memory) {
	t := &m.totals
	st := &s.stages(v.Page).among
	m.among.begin(len(t.measured))
	for i := range t.measured {
		m.among.end(i, appendContext(m.among.rows, st, v, i))
		more := sum(st.packed, m.among.Block(i))
		v.rules(i, func(w *model.Weights, _, _ string) { t.rule(i, *w) })
		t.measured[i].add(&more)
		t.settle(i)
	}
	v.looked = append(v.looked[:0], t.best...)
	for i := range t.best {
		if r, ok := v.heads(i); ok {
			t.rule(i, headingWeights(r))
			t.settle(i)
		}
	}
}
