package scorer

import (
	"cmp"
	"slices"
	"sync"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Explainer lists the evidence that a page's scores are the sums of. It may be
// asked by several goroutines at once.
type Explainer struct {
	busy sync.Mutex // one at a time: what follows is used again for one block after the other

	s *Scorer
	r *Result
	p *heuristics.Page

	list  saidList
	more  []label // of evidence that has no row
	trees treeReasons
	spare []heuristics.Evidence
}

// Explain returns the explainer of a result, which is valid as long as that is.
func (s *Scorer) Explain(r *Result) *Explainer {
	return &Explainer{s: s, r: r, p: r.view.Page}
}

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
	if i >= x.r.judged {
		return nil
	}
	x.busy.Lock()
	defer x.busy.Unlock()
	x.list.said, x.more = x.list.said[:0], x.more[:0]
	keep, asked := float32(1), x.asked(i, r)
	if asked {
		keep = Trust
	}
	x.looks(i, r, keep)
	x.rules(i, r)
	if asked {
		x.ofTrees(i, r)
	}
	return x.evidence(r)
}

// asked tells whether the forest of a role was asked about block i.
func (x *Explainer) asked(i int, r heuristics.Role) bool {
	w := x.r.third
	return w != nil && i < x.r.thirds && len(x.s.set.Forest.Trees[r]) > 0 && Open(&w.sums[i], r)
}

// looks lists what the first two looks say, of which so much is kept.
func (x *Explainer) looks(i int, r heuristics.Role, keep float32) {
	st := x.s.stages(x.p)
	alone, among := st.alone.weights, st.among.weights
	x.list.add(keep*(alone[0][r]+among[0][r]), 0)
	for _, row := range x.r.alone.Block(i) {
		x.list.add(keep*alone[row][r], int(row))
	}
	for _, row := range x.r.among.Block(i) {
		x.list.add(keep*among[row][r], len(alone)+int(row))
	}
}

// rules lists what was set by hand, here or by the caller, and what is known
// of the page.
func (x *Explainer) rules(i int, r heuristics.Role) {
	v := x.r.view
	if v.teaser(i) {
		x.add(teaserWeights[r], teaserName, teaserReason)
	}
	if v.inComments(i) {
		x.add(commentWeights[r], commentName, commentReason)
	}
	if headed, ok := v.heads(i); ok {
		x.add(headingWeights(headed)[r], headingName, headingReason+headed.String())
	}
	judged := 0.0
	for _, h := range x.s.judging {
		for _, e := range h.Judge(x.p, &x.p.Blocks[i]) {
			if e.Role == r {
				x.add(float32(e.Weight), h.Name, e.Reason)
				judged += e.Weight
			}
		}
	}
	if judged <= 0 {
		x.add(v.moved[r], borderName, borderReason)
	}
}

// add lists evidence that has no row: its label is counted down from -1.
func (x *Explainer) add(weight float32, name, reason string) {
	x.more = append(x.more, label{name, reason})
	x.list.add(weight, -len(x.more))
}

// evidence writes out what was listed, heaviest first.
func (x *Explainer) evidence(r heuristics.Role) []heuristics.Evidence {
	sorted := x.list.heaviestFirst()
	if len(sorted) == 0 {
		return nil
	}
	const several = 500 // pieces of evidence, about those of ten blocks
	if len(x.spare) < len(sorted) {
		x.spare = make([]heuristics.Evidence, max(several, len(sorted)))
	}
	out := x.spare[:len(sorted):len(sorted)]
	x.spare = x.spare[len(sorted):]
	labels := x.s.labels()
	for i, said := range sorted {
		var l *label
		if said.label < 0 {
			l = &x.more[-said.label-1]
		} else {
			l = &labels[said.label]
		}
		e := &out[i] // field by field: that bothers the collector less than the whole
		e.Heuristic, e.Role, e.Weight, e.Reason = l.name, r, float64(said.weight)/roundTo, l.reason
	}
	return out
}

// label is what a piece of evidence is called, and its reason.
type label struct{ name, reason string }

// newLabels names all rows of both looks, those of blocks alone first.
func newLabels(list []heuristics.Heuristic, alone, among *stage) []label {
	labels := make([]label, len(alone.weights)+len(among.weights))
	labels[0] = label{"prior", "how often blocks have this role"}
	for j := range list {
		h := &list[j]
		for l, name := range h.Levels {
			labels[alone.first[j]+l] = label{h.Name, h.Doc + ": " + name}
		}
	}
	for j := range Context {
		for l := range Context[j].Levels {
			labels[len(alone.weights)+among.first[j]+l] = label{Context[j].Name, Context[j].Doc}
		}
	}
	return labels
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
func Ranked(own heuristics.Role, byRole [heuristics.NumRoles][]heuristics.Evidence) []heuristics.Role {
	var sums Sums
	for r := range byRole {
		sums[r] = Sum(byRole[r])
	}
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
