// Package scorer turns what heuristics say into a score for each role: first
// a block alone, then among its neighbours and on its kind of page.
//
// Scores are sums of evidence in nats, one sum a role, so that whatever was
// added to a sum explains it.
package scorer

import (
	"math"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// Sums are the sums of evidence for each role, in nats.
type Sums [heuristics.NumRoles]float32

// Best returns the role with the largest sum; body only if it is likely
// enough to be body at all.
func (s *Sums) Best() heuristics.Role {
	best := heuristics.Other
	for r := range s {
		if s[r] > s[best] && (heuristics.Role(r) != heuristics.Body || s[r] >= bodyFloor) {
			best = heuristics.Role(r)
		}
	}
	return best
}

// bodyFloor is the least sum, in nats, of a block that may be body: a
// probability of about a third. Chosen on pages not fitted on: a higher one
// loses short lines of the text, a lower one lets in what no role fits.
const bodyFloor = -0.7

func (s *Sums) add(w *model.Weights) {
	for i := range s {
		s[i] += w[i]
	}
}

// Probability is the logistic function: the probability whose log-odds are x.
func Probability(x float32) float64 { return 1 / (1 + math.Exp(-float64(x))) }

// Scorer judges pages. It is read-only and may be shared.
type Scorer struct {
	measuring []heuristics.Heuristic
	judging   []heuristics.Heuristic
	set       *model.Set
	kinds     [][]model.Weights // of the kind table, by page measure
	markup    stages
	plain     stages
}

// stages are the weights for one sort of input: alone for blocks by
// themselves, among for the second look at them.
type stages struct {
	alone stage
	among stage
}

// stage numbers all levels of a list of measures in one row after the other.
// Row 0 is the prior.
type stage struct {
	first   []int // row of level 0, by measure
	weights []model.Weights
}

// New returns a scorer for valid heuristics, see heuristics.Validate.
func New(list []heuristics.Heuristic, set *model.Set) *Scorer {
	s := &Scorer{set: set}
	for _, m := range PageMeasures {
		s.kinds = append(s.kinds, set.Kind.Levels(m.Name))
	}
	var measures []measure
	for _, h := range list {
		if h.Judge != nil {
			s.judging = append(s.judging, h)
			continue
		}
		s.measuring = append(s.measuring, h)
		measures = append(measures, measure{h.Name, len(h.Levels)})
	}
	s.markup.alone, s.plain.alone = newStage(measures, set.Markup), newStage(measures, set.Plain)
	measures = measures[:0]
	for _, m := range Context {
		measures = append(measures, measure{m.Name, m.Levels})
	}
	for g := Thread; g < NumGroups; g++ {
		for _, m := range Context {
			measures = append(measures, measure{m.Name + "." + g.String(), m.Levels})
		}
	}
	s.markup.among, s.plain.among = newStage(measures, set.Context), newStage(measures, set.PlainContext)
	return s
}

// measure is a name to look weights up by, and how many levels there are.
type measure struct {
	name   string
	levels int
}

func newStage(measures []measure, t *model.Table) stage {
	st := stage{weights: []model.Weights{t.Prior}}
	for _, m := range measures {
		st.first = append(st.first, len(st.weights))
		rows := t.Levels(m.name)
		for l := range m.levels {
			var w model.Weights
			if l < len(rows) {
				w = rows[l]
			}
			st.weights = append(st.weights, w)
		}
	}
	return st
}

func (s *Scorer) stages(p *heuristics.Page) *stages {
	if p.Plain {
		return &s.plain
	}
	return &s.markup
}

// Result is what a scorer finds.
type Result struct {
	Sums       []Sums // by block
	Kind       Kind
	Confidence float64 // of the kind, 0 to 1
}

// Score judges all blocks of a page. The error is that of the first piece of
// evidence which cannot be added up.
func (s *Scorer) Score(p *heuristics.Page) (*Result, error) {
	levels := s.Measure(p)
	sums, err := s.Alone(p, levels)
	if err != nil {
		return nil, err
	}
	v := s.View(p, sums)
	s.among(v, sums)
	return &Result{Sums: sums, Kind: v.Kind, Confidence: v.Confidence}, nil
}

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

// Measure asks all measuring heuristics about all blocks.
func (s *Scorer) Measure(p *heuristics.Page) *Levels {
	l := &Levels{rows: make([]uint16, 0, typicalLevels*len(p.Blocks)), ends: make([]int, len(p.Blocks))}
	first := s.stages(p).alone.first
	for i := range p.Blocks {
		b := &p.Blocks[i]
		marks := b.Marks
		if e := p.Element(b); e != nil {
			marks |= e.All
		}
		for j := range s.measuring {
			h := &s.measuring[j]
			if h.Needs != 0 && h.Needs&marks == 0 {
				continue
			}
			if h.MeasureAll != nil {
				for _, level := range h.MeasureAll(p, b) {
					l.add(first[j], level, h)
				}
				continue
			}
			l.add(first[j], h.Measure(p, b), h)
		}
		l.ends[i] = len(l.rows)
	}
	return l
}

func (l *Levels) add(first int, level heuristics.Level, h *heuristics.Heuristic) {
	if level >= 0 && int(level) < len(h.Levels) {
		l.rows = append(l.rows, uint16(first+int(level)))
	}
}

// typicalLevels is about how many heuristics are not silent about a block.
const typicalLevels = 56

// Alone adds up what heuristics say about each block by itself.
func (s *Scorer) Alone(p *heuristics.Page, levels *Levels) ([]Sums, error) {
	weights := s.stages(p).alone.weights
	sums := make([]Sums, len(p.Blocks))
	for i := range p.Blocks {
		sum := &sums[i]
		sum.add(&weights[0])
		for _, row := range levels.Block(i) {
			sum.add(&weights[row])
		}
		for _, h := range s.judging {
			for _, e := range h.Judge(p, &p.Blocks[i]) {
				e.Heuristic = h.Name
				if err := heuristics.ValidateEvidence(e); err != nil {
					return nil, err
				}
				sum[e.Role] += float32(e.Weight)
			}
		}
	}
	return sums, nil
}

// View is what the second look sees: the page, its kind, and what its blocks
// are likely to be.
func (s *Scorer) View(p *heuristics.Page, sums []Sums) *View {
	v := NewView(p, sums)
	v.Kind, v.Confidence = s.KindOf(v)
	v.findTeasers()
	v.findComments()
	return v
}

// among takes the second look: it adds what a block's surroundings and the
// kind of page say, given what all blocks are like alone.
func (s *Scorer) among(v *View, sums []Sums) {
	st := &s.stages(v.Page).among
	for i := range sums {
		sum := &sums[i]
		sum.add(&st.weights[0])
		for j := range Context {
			level := Context[j].level(v, i)
			if level < 0 {
				continue
			}
			sum.add(&st.weights[st.first[j]+level])
			if g := v.Kind.Group(); g != Story {
				sum.add(&st.weights[st.first[int(g)*len(Context)+j]+level])
			}
		}
		if v.teaser(i) {
			sum.add(&teaserWeights)
		}
		if v.inComments(i) {
			sum.add(&commentWeights)
		}
	}
	v.looked = make([]heuristics.Role, len(sums))
	for i := range sums {
		v.looked[i] = sums[i].Best()
	}
	for i := range sums {
		if r, ok := v.heads(i); ok {
			w := headingWeights(r)
			sums[i].add(&w)
		}
	}
}
