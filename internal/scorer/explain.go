package scorer

import (
	"cmp"
	"math"
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Explainer lists the evidence that a page's scores are the sums of.
type Explainer struct {
	s *Scorer
	p *heuristics.Page
	v *View
}

// Explain returns the explainer of a result, which is valid as long as that is.
func (s *Scorer) Explain(r *Result) *Explainer { return &Explainer{s, r.view.Page, r.view} }

// Block lists all evidence about a block by role, heaviest first.
func (x *Explainer) Block(i int) [heuristics.NumRoles][]heuristics.Evidence {
	var byRole [heuristics.NumRoles][]heuristics.Evidence
	for r := range byRole {
		byRole[r] = x.Role(i, heuristics.Role(r))
	}
	return byRole
}

// Role lists the evidence for and against one role of a block.
func (x *Explainer) Role(i int, r heuristics.Role) []heuristics.Evidence {
	p := x.p
	b := &p.Blocks[i]
	var list []heuristics.Evidence
	add := func(name string, weight float32, reason string) {
		if weight != 0 {
			list = append(list, heuristics.Evidence{Heuristic: name, Role: r, Weight: round(weight), Reason: reason})
		}
	}
	first, second := &x.s.stages(p).alone, &x.s.stages(p).among
	add("prior", first.weights[0][r]+second.weights[0][r], "how often blocks have this role")
	for j := range x.s.measuring {
		h := &x.s.measuring[j]
		for _, l := range levelsOf(h, p, b) {
			add(h.Name, first.weights[first.first[j]+int(l)][r], h.Doc+": "+h.Levels[l])
		}
	}
	for _, h := range x.s.judging {
		for _, e := range h.Judge(p, b) {
			if e.Role == r {
				add(h.Name, float32(e.Weight), e.Reason)
			}
		}
	}
	for j := range Context {
		level := Context[j].level(x.v, i)
		if level < 0 {
			continue
		}
		weight := second.weights[second.first[j]+level][r]
		if g := x.v.Kind.Group(); g != Story {
			weight += second.weights[second.first[int(g)*len(Context)+j]+level][r]
		}
		add(Context[j].Name, weight, Context[j].Doc)
	}
	if x.v.teaser(i) {
		add(teaserName, teaserWeights[r], teaserReason)
	}
	if x.v.inComments(i) {
		add(commentName, commentWeights[r], commentReason)
	}
	if headed, ok := x.v.heads(i); ok {
		add(headingName, headingWeights(headed)[r], headingReason+headed.String())
	}
	slices.SortStableFunc(list, func(a, b heuristics.Evidence) int {
		return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight))
	})
	return list
}

// levelsOf are the levels that a measuring heuristic finds.
func levelsOf(h *heuristics.Heuristic, p *heuristics.Page, b *heuristics.Block) []heuristics.Level {
	if h.MeasureAll != nil {
		return h.MeasureAll(p, b)
	}
	if l := h.Measure(p, b); l >= 0 && int(l) < len(h.Levels) {
		return []heuristics.Level{l}
	}
	return nil
}

// round takes the noise of single precision off a weight. Tables have
// hundredths of a nat.
func round(w float32) float64 {
	const scale = 1e5
	return math.Round(float64(w)*scale) / scale
}

// Sum adds up the weights of a list of evidence.
func Sum(list []heuristics.Evidence) float32 {
	sum := 0.0
	for _, e := range list {
		sum += e.Weight
	}
	return float32(sum)
}

// Ranked returns all roles, the one with the largest sum first.
func Ranked(byRole [heuristics.NumRoles][]heuristics.Evidence) []heuristics.Role {
	roles := heuristics.Roles()
	slices.SortStableFunc(roles, func(a, b heuristics.Role) int {
		return cmp.Compare(Sum(byRole[b]), Sum(byRole[a]))
	})
	return roles
}
