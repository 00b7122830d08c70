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

// Best returns the role with the largest sum.
func (s *Sums) Best() heuristics.Role {
	best := heuristics.Other
	for r := range s {
		if s[r] > s[best] {
			best = heuristics.Role(r)
		}
	}
	return best
}

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
	markup    stage
	plain     stage
	context   [2]stage // markup, plain
}

// stage is a list of measures with their weights looked up.
type stage struct {
	prior *model.Weights
	rows  [][]model.Weights // by measure, then level
}

// New returns a scorer for valid heuristics, see heuristics.Validate.
func New(list []heuristics.Heuristic, set *model.Set) *Scorer {
	s := &Scorer{set: set}
	for _, h := range list {
		if h.Measure != nil {
			s.measuring = append(s.measuring, h)
		} else {
			s.judging = append(s.judging, h)
		}
	}
	names := make([]string, len(s.measuring))
	for i, h := range s.measuring {
		names[i] = h.Name
	}
	s.markup, s.plain = bind(set.Markup, names), bind(set.Plain, names)
	names = names[:0]
	for _, m := range Context {
		names = append(names, m.Name)
	}
	s.context = [2]stage{bind(set.MarkupContext, names), bind(set.PlainContext, names)}
	return s
}

func bind(t *model.Table, names []string) stage {
	st := stage{prior: &t.Prior, rows: make([][]model.Weights, len(names))}
	for i, name := range names {
		st.rows[i] = t.Levels(name)
	}
	return st
}

func (s *Scorer) first(p *heuristics.Page) stage {
	if p.Plain {
		return s.plain
	}
	return s.markup
}

func (s *Scorer) second(p *heuristics.Page) stage {
	if p.Plain {
		return s.context[1]
	}
	return s.context[0]
}

// Result is what a scorer finds.
type Result struct {
	Sums       []Sums // by block
	Kind       Kind
	Confidence float64 // of the kind, 0 to 1
}

// Score judges all blocks of a page. The error is that of the first
// piece of evidence which cannot be added up.
func (s *Scorer) Score(p *heuristics.Page) (*Result, error) {
	sums, err := s.Alone(p)
	if err != nil {
		return nil, err
	}
	v := NewView(p, sums)
	kind, confidence := s.KindOf(v)
	v.Kind = kind
	s.among(v, sums)
	return &Result{Sums: sums, Kind: kind, Confidence: confidence}, nil
}

// Alone adds up what heuristics say about each block by itself.
func (s *Scorer) Alone(p *heuristics.Page) ([]Sums, error) {
	st := s.first(p)
	sums := make([]Sums, len(p.Blocks))
	for i := range p.Blocks {
		b := &p.Blocks[i]
		sum := &sums[i]
		sum.add(st.prior)
		for j := range s.measuring {
			rows := st.rows[j]
			if rows == nil {
				continue
			}
			if level := s.measuring[j].Measure(p, b); level >= 0 && int(level) < len(rows) {
				sum.add(&rows[level])
			}
		}
		for _, h := range s.judging {
			for _, e := range h.Judge(p, b) {
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

// among adds what a block's surroundings say, given what all blocks are like
// alone.
func (s *Scorer) among(v *View, sums []Sums) {
	st := s.second(v.Page)
	for i := range sums {
		sum := &sums[i]
		sum.add(st.prior)
		for j := range Context {
			rows := st.rows[j]
			if rows == nil {
				continue
			}
			if level := Context[j].Measure(v, i); level >= 0 && int(level) < len(rows) {
				sum.add(&rows[level])
			}
		}
	}
}
