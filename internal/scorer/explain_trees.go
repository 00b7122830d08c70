package scorer

import (
	"strconv"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// treeReasons is what reasons of trees are made in.
type treeReasons struct {
	features, moves model.Answers
	described       int // the block that features are of, plus one
}

// ofTrees lists what the third look says of a role, by group of features: how
// much their questions moved the answer, and which of them moved it most.
func (x *Explainer) ofTrees(i int, r heuristics.Role) {
	t := &x.trees
	if t.described != i+1 {
		x.r.third.Features(t.features[:len(x.s.set.Forest.Features)], i)
		t.described = i + 1
	}
	clear(t.moves[:])
	x.add(x.s.groves[r].Path(&t.features, &t.moves), "interplay", "what trees say before they ask anything")
	labels := x.s.reasons()
	var text strings.Builder // of all reasons
	text.Grow(len(featureGroups) * usualReason)
	at := 0
	for j := range featureGroups {
		n := len(featureGroups[j].names)
		sum, top := move(t.moves[at : at+n])
		if sum != 0 {
			top += at
			start := text.Len()
			text.WriteString(labels[top].reason)
			var digits [len("-1.23e+45")]byte
			text.Write(strconv.AppendFloat(digits[:0], float64(t.features[top]), 'g', 3, 32))
			x.add(sum, labels[top].name, text.String()[start:])
		}
		at += n
	}
}

// usualReason is about how long the reason of a group of features is, in bytes.
const usualReason = 80

// move sums up by how much features moved an answer, and tells which did most.
func move(moves []float32) (sum float32, top int) {
	for f, x := range moves {
		sum += x
		if x*x > moves[top]*moves[top] {
			top = f
		}
	}
	return sum, top
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
