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
	described       int             // the block that features are of, plus one
	text            strings.Builder // of the reasons of some blocks
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
	t.makeRoom()
	at := 0
	for j := range featureGroups {
		n := len(featureGroups[j].names)
		sum, top := move(t.moves[at : at+n])
		if sum != 0 {
			top += at
			start := t.text.Len()
			t.text.WriteString(labels[top].reason)
			var digits [len("-1.23e+45")]byte
			t.text.Write(appendValue(digits[:0], t.features[top]))
			x.add(sum, labels[top].name, t.text.String()[start:])
		}
		at += n
	}
}

// makeRoom makes room for the reasons of a block. What was written stays where
// it is: reasons are parts of it.
func (t *treeReasons) makeRoom() {
	const usualReason, several = 80, 4096 // bytes, of a group of features and of some blocks
	if need := len(featureGroups) * usualReason; t.text.Cap()-t.text.Len() < need {
		t.text.Reset()
		t.text.Grow(max(several, need))
	}
}

// appendValue writes the value of a feature with three digits.
func appendValue(digits []byte, x float32) []byte {
	const most = 1000 // up to which a whole number has no more digits
	if n := int32(x); float32(n) == x && n < most && n > -most {
		return strconv.AppendInt(digits, int64(n), 10) // the same, and sooner
	}
	return strconv.AppendFloat(digits, float64(x), 'g', 3, 32)
}

// move sums up by how much features moved an answer, and tells which did most.
func move(moves []float32) (sum float32, top int) {
	most := float32(0)
	for f, x := range moves {
		sum += x
		if x*x > most {
			top, most = f, x*x
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
