package scorer

import (
	"cmp"
	"slices"
	"sync"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// Explainer lists the evidence that a page's scores are the sums of. It may be
// asked by several goroutines at once.
type Explainer struct {
	busy sync.Mutex // one at a time: what follows is used again for one block after the other

	s *Scorer
	r *Result
	p *heuristics.Page

	rows   saidList
	others []said  // evidence that has no row, heaviest first, in parts of a nat
	labels []label // of others
	trees  treeReasons
	spare  []heuristics.Evidence
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
	x.rows.said, x.others, x.labels = x.rows.said[:0], x.others[:0], x.labels[:0]
	x.looks(i, r)
	x.rules(i, r)
	if x.asked(i, r) {
		x.ofTrees(i, r)
		return x.evidence(r, Trust*roundTo/centi)
	}
	return x.evidence(r, roundTo/centi)
}

// asked tells whether the forest of a role was asked about block i.
func (x *Explainer) asked(i int, r heuristics.Role) bool {
	w := x.r.third
	return w != nil && i < x.r.thirds && w.open(i, x.s.grown&(1<<r)) != 0
}

// looks lists what the first two looks say.
func (x *Explainer) looks(i int, r heuristics.Role) {
	st := x.s.stages(x.p)
	alone, among := st.alone.weights()[r], st.among.weights()[r]
	x.rows.add(int32(alone[0])+int32(among[0]), 0)
	x.rows.addRows(x.r.alone.Block(i), alone, 0)
	x.rows.addRows(x.r.among.Block(i), among, int32(len(alone)))
}

// rules lists what was set by hand, here or by the caller, and what is known
// of the page.
func (x *Explainer) rules(i int, r heuristics.Role) {
	v := x.r.view
	v.rules(i, func(w *model.Weights, name, reason string) { x.add(w[r], name, reason) })
	if headed, ok := v.heads(i); ok {
		x.add(headingWeights(headed)[r], headingName, headingReason+headed.String())
	}
	if r == heuristics.Body && len(v.inTable) > 0 && v.inTable[i] {
		x.add(tableMove, tableName, tableReason)
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
		x.border(v.moved[r])
		if r == heuristics.Body {
			x.add(v.alone(i), bareName, bareReason)
		}
		if r == heuristics.Body && v.doubts() {
			by, other := doubt(&x.p.Blocks[i], &x.r.Sums[i])
			x.add(-by, doubtName, doubtReason+other.String())
		}
	}
}

// border lists by how much the border moves a role: in parts, where that is more
// than a piece of evidence may weigh.
func (x *Explainer) border(move float32) {
	for move != 0 {
		part := max(-heuristics.MaxWeight, min(move, heuristics.MaxWeight))
		x.add(part, borderName, borderReason)
		move -= part
	}
}

// add lists evidence that has no row, if there is any.
func (x *Explainer) add(weight float32, name, reason string) {
	if weight != 0 {
		x.others = insert(x.others, said{rounded(weight), int32(len(x.labels))})
		x.labels = append(x.labels, label{name, reason})
	}
}

// evidence writes out what was listed, heaviest first. What has a row counts so
// many parts of a nat for each hundredth.
func (x *Explainer) evidence(r heuristics.Role, parts int32) []heuristics.Evidence {
	rows := x.rows.heaviestFirst()
	out := x.room(len(rows) + len(x.others))
	rest, labels := out, x.s.labels()
	for _, other := range x.others {
		n := 0
		for n < len(rows) && parts*size(rows[n].weight) >= size(other.weight) {
			n++
		}
		rest = write(rest, rows[:n], labels, r, parts)
		rest = write(rest, []said{other}, x.labels, r, 1)
		rows = rows[n:]
	}
	write(rest, rows, labels, r, parts)
	return out
}

// write writes evidence out. It returns the room that is left.
func write(out []heuristics.Evidence, list []said, labels []label, r heuristics.Role, parts int32) []heuristics.Evidence {
	for i, said := range list {
		e, l := &out[i], &labels[said.label] // field by field: that bothers the collector less than the whole
		e.Heuristic, e.Role, e.Weight, e.Reason = l.name, r, float64(parts*said.weight)/roundTo, l.reason
	}
	return out[len(list):]
}

// room returns room for n pieces of evidence, nil for none.
func (x *Explainer) room(n int) []heuristics.Evidence {
	const several = 500 // about those of ten blocks
	if n == 0 {
		return nil
	}
	if len(x.spare) < n {
		x.spare = make([]heuristics.Evidence, max(several, n))
	}
	out := x.spare[:n:n]
	x.spare = x.spare[n:]
	return out
}

// label is what a piece of evidence is called, and its reason.
type label struct{ name, reason string }

// newLabels names all rows of both looks, those of blocks alone first.
func newLabels(list []heuristics.Heuristic, alone, among *stage) []label {
	labels := make([]label, len(alone.packed)+len(among.packed))
	labels[0] = label{"prior", "how often blocks have this role"}
	for j := range list {
		h := &list[j]
		for l, name := range h.Levels {
			labels[alone.first[j]+l] = label{h.Name, h.Doc + ": " + name}
		}
	}
	for j := range Context {
		for l := range Context[j].Levels {
			labels[len(alone.packed)+among.first[j]+l] = label{Context[j].Name, Context[j].Doc}
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
