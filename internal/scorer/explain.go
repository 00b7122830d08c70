package scorer

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Explainer lists the evidence that a page's scores are the sums of. It may be
// asked by several goroutines at once.
type Explainer struct {
	busy sync.Mutex // one at a time: views and lists are used again

	s *Scorer
	p *heuristics.Page
	v *View // of the second look
	w *View // of the third, nil if there was none

	// What is used again for one block after the other.
	rows            []uint16
	list            []heuristics.Evidence
	order           []uint64
	features, moves []float32
	described       int // the block that features are of, plus one

	judged, thirds int // blocks that were judged, and that had a third look
}

// Explain returns the explainer of a result, which is valid as long as that is.
func (s *Scorer) Explain(r *Result) *Explainer {
	return &Explainer{s: s, p: r.view.Page, v: r.view, w: r.third, judged: r.judged, thirds: r.thirds}
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
	if i >= x.judged {
		return nil
	}
	x.busy.Lock()
	defer x.busy.Unlock()
	list := x.list[:0]
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
	x.rows = x.s.asking.appendRows(x.rows[:0], p, b)
	slices.Sort(x.rows) // in the order of the heuristics
	for _, row := range x.rows {
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
		add(borderName, x.v.moved[r], borderReason)
	}
	if asked {
		x.trees(i, r, add)
	}
	x.list = list
	return x.heaviestFirst()
}

// asked tells whether the forest of a role was asked about block i.
func (x *Explainer) asked(i int, r heuristics.Role) bool {
	return x.w != nil && i < x.thirds && len(x.s.set.Forest.Trees[r]) > 0 && Open(&x.w.sums[i], r)
}

// trees adds what the third look says of a role, by group of features: how
// much their questions moved the answer, and which of them moved it most.
func (x *Explainer) trees(i int, r heuristics.Role, add func(name string, weight float32, reason string)) {
	forest := x.s.set.Forest
	if x.described != i+1 {
		x.features = again(x.features, len(forest.Features))
		x.w.Features(x.features, i)
		x.described = i + 1
	}
	x.moves = again(x.moves, len(forest.Features))
	root := float32(0)
	for _, t := range forest.Trees[r] {
		root += t.Path(x.features, func(f int, nats float32) { x.moves[f] += nats })
	}
	add("interplay", root, "what trees say before they ask anything")
	reasons := x.s.reasons()
	at := 0
	for j := range featureGroups {
		g := &featureGroups[j]
		sum, top := float32(0), at
		for f := at; f < at+len(g.names); f++ {
			sum += x.moves[f]
			if math.Abs(float64(x.moves[f])) > math.Abs(float64(x.moves[top])) {
				top = f
			}
		}
		if sum != 0 {
			value := strconv.AppendFloat(make([]byte, 0, len("-1.23e+45")), float64(x.features[top]), 'g', 3, 32)
			add(reasons[top].name, sum, reasons[top].reason+string(value))
		}
		at += len(g.names)
	}
}

// newReasons tells, for each feature, what its group is called in reasons, and
// what a reason says in front of the feature's value.
func newReasons() (reasons []label) {
	for j := range featureGroups {
		g := &featureGroups[j]
		for _, name := range g.names {
			reasons = append(reasons, label{"interplay-" + g.name, g.doc + ", chiefly " + strings.ReplaceAll(name, "-", " ") + " "})
		}
	}
	return reasons
}

// heaviestFirst returns a sorted copy of the list. Evidence of the same weight
// keeps its order.
func (x *Explainer) heaviestFirst() []heuristics.Evidence {
	if len(x.list) == 0 {
		return nil
	}
	// A number for each: the greater the weight the less, and its place below.
	const placeBits = 16
	x.order = x.order[:0]
	for i := range x.list {
		weight := min(math.Abs(x.list[i].Weight)*roundTo, math.MaxUint32)
		x.order = append(x.order, (math.MaxUint32-uint64(weight))<<placeBits|uint64(i))
	}
	slices.Sort(x.order)
	sorted := make([]heuristics.Evidence, len(x.list))
	for i, o := range x.order {
		sorted[i] = x.list[o&(1<<placeBits-1)]
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

// roundTo is how many parts of a nat weights in reasons are rounded to. Tables
// have hundredths.
const roundTo = 1e5

// round takes the noise of single precision off a weight.
func round(w float32) float64 { return math.Round(float64(w)*roundTo) / roundTo }

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
