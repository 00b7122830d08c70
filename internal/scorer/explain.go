package scorer

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Explainer lists the evidence that a page's scores are the sums of.
type Explainer struct {
	s *Scorer
	p *heuristics.Page
	v *View // of the second look
	w *View // of the third, nil if there was none
}

// Explain returns the explainer of a result, which is valid as long as that is.
func (s *Scorer) Explain(r *Result) *Explainer { return &Explainer{s, r.view.Page, r.view, r.third} }

// Block lists all evidence about a block by role, heaviest first.
func (x *Explainer) Block(i int) [heuristics.NumRoles][]heuristics.Evidence {
	var byRole [heuristics.NumRoles][]heuristics.Evidence
	for r := range byRole {
		byRole[r] = x.Role(i, heuristics.Role(r))
	}
	return byRole
}

// Role lists the evidence for and against one role of a block, heaviest first.
func (x *Explainer) Role(i int, r heuristics.Role) []heuristics.Evidence {
	var memory [2 * typicalLevels]heuristics.Evidence
	list := memory[:0]
	asked := x.asked(i, r)
	keep := float32(1)
	if asked {
		keep = Trust
	}
	add := func(name string, weight float32, reason string) {
		if weight *= keep; weight != 0 {
			list = append(list, heuristics.Evidence{Heuristic: name, Role: r, Weight: round(weight), Reason: reason})
		}
	}
	p := x.p
	b := &p.Blocks[i]
	first, second := &x.s.stages(p).alone, &x.s.stages(p).among
	add("prior", first.weights[0][r]+second.weights[0][r], "how often blocks have this role")
	labels := x.s.labels()
	var rowMemory [2 * typicalLevels]uint16
	rows := x.s.asking.appendRows(rowMemory[:0], p, b)
	slices.Sort(rows) // in the order of the heuristics
	for _, row := range rows {
		add(labels[row].name, first.weights[row][r], labels[row].reason)
	}
	for j := range Context {
		level := Context[j].level(x.v, i)
		if level < 0 {
			continue
		}
		add(Context[j].Name, second.weights[second.first[j]+level][r], Context[j].Doc)
	}
	keep = 1 // what follows is not damped
	if x.v.teaser(i) {
		add(teaserName, teaserWeights[r], teaserReason)
	}
	if x.v.inComments(i) {
		add(commentName, commentWeights[r], commentReason)
	}
	if headed, ok := x.v.heads(i); ok {
		add(headingName, headingWeights(headed)[r], headingReason+headed.String())
	}
	judged := 0.0
	for _, h := range x.s.judging {
		for _, e := range h.Judge(p, b) {
			if e.Role == r {
				add(h.Name, float32(e.Weight), e.Reason)
				judged += e.Weight
			}
		}
	}
	if judged <= 0 {
		add(BorderName, x.s.move(x.v)[r], borderReason)
	}
	if asked {
		x.trees(i, r, add)
	}
	return heaviestFirst(list)
}

// asked tells whether the forest of a role was asked about block i.
func (x *Explainer) asked(i int, r heuristics.Role) bool {
	return x.w != nil && len(x.s.set.Forest.Trees[r]) > 0 && Open(&x.w.sums[i], r)
}

// trees adds what the third look says of a role, by group of features: how
// much their questions moved the answer, and which of them moved it most.
func (x *Explainer) trees(i int, r heuristics.Role, add func(name string, weight float32, reason string)) {
	forest := x.s.set.Forest
	features, moves := make([]float32, len(forest.Features)), make([]float32, len(forest.Features))
	x.w.Features(features, i)
	root := float32(0)
	for _, t := range forest.Trees[r] {
		root += t.Path(features, func(f int, nats float32) { moves[f] += nats })
	}
	add("interplay", root, "what trees say before they ask anything")
	at := 0
	for j := range featureGroups {
		g := &featureGroups[j]
		sum, top := float32(0), at
		for f := at; f < at+len(g.names); f++ {
			sum += moves[f]
			if math.Abs(float64(moves[f])) > math.Abs(float64(moves[top])) {
				top = f
			}
		}
		reason := g.doc + ", chiefly " + strings.ReplaceAll(forest.Features[top], "-", " ") + " " + strconv.FormatFloat(float64(features[top]), 'g', 3, 32)
		add("interplay-"+g.name, sum, reason)
		at += len(g.names)
	}
}

// heaviestFirst returns a sorted copy. Evidence of the same weight keeps its
// order.
func heaviestFirst(list []heuristics.Evidence) []heuristics.Evidence {
	if len(list) == 0 {
		return nil
	}
	type place struct {
		weight float64
		index  int
	}
	var memory [2 * typicalLevels]place
	order := memory[:0]
	for i := range list {
		order = append(order, place{math.Abs(list[i].Weight), i})
	}
	slices.SortFunc(order, func(a, b place) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.index, b.index))
	})
	sorted := make([]heuristics.Evidence, len(list))
	for i, o := range order {
		sorted[i] = list[o.index]
	}
	return sorted
}

// label is what a row of the weights of blocks alone means.
type label struct{ name, reason string }

func newLabels(list []heuristics.Heuristic, st *stage) []label {
	labels := make([]label, len(st.weights))
	for j := range list {
		h := &list[j]
		for l, name := range h.Levels {
			labels[st.first[j]+l] = label{h.Name, h.Doc + ": " + name}
		}
	}
	return labels
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

// Ranked returns all roles: the block's own first, then by their sums, the
// largest first.
func Ranked(byRole [heuristics.NumRoles][]heuristics.Evidence) []heuristics.Role {
	var sums Sums
	for r := range byRole {
		sums[r] = Sum(byRole[r])
	}
	own := sums.Best()
	roles := heuristics.Roles()
	slices.SortStableFunc(roles, func(a, b heuristics.Role) int {
		switch {
		case a == b:
			return 0
		case a == own:
			return -1
		case b == own:
			return 1
		}
		return cmp.Compare(sums[b], sums[a])
	})
	return roles
}
