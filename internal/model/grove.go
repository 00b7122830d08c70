package model

import "math"

// Grove is the trees of a role laid out to be asked quickly: eight at a
// time, and without a branch that depends on a block, since the processor cannot
// foresee what a block answers.
type Grove []stand

// stand is up to eight trees. Where there are fewer, the others say nothing.
type stand struct {
	trees [abreast]fullTree
	depth int // of the deepest
}

const abreast = 8

// Deepest is the most questions that a tree asks one after the other.
const Deepest = 5

const fullSize = 1 << Deepest

// fullTree is a tree filled up to the depth of its stand, so that places need
// not be looked up. Place 1 is the root. From place i a block whose feature is
// less than the bound goes to 2i+1, any other to 2i. Places of the last level
// are counted around: those of a tree of five levels begin at 0 again.
type fullTree struct {
	bound   [fullSize]float32
	says    [fullSize]float32 // in the last level
	feature [fullSize]uint8
}

// Answers are the features of a block, as many as a forest can ask about, so
// that any question has an answer and none has to be checked.
type Answers [maxFeatures + 1]float32

// Plant lays trees out.
func Plant(trees []Tree) Grove {
	g := make(Grove, (len(trees)+abreast-1)/abreast)
	for i, t := range trees {
		s := &g[i/abreast]
		s.depth = max(s.depth, t.depth(0))
	}
	for i, t := range trees {
		s := &g[i/abreast]
		s.trees[i%abreast].fill(t, 0, 1, s.depth)
	}
	return g
}

// depth is the most questions that are asked from a node on.
func (t Tree) depth(node int32) int {
	if t[node].Right == 0 {
		return 0
	}
	return 1 + max(t.depth(node+1), t.depth(t[node].Right))
}

// fill fills in what stands from a place on, so many levels above the last. A
// leaf further up is repeated below a question without a meaning.
func (f *fullTree) fill(t Tree, node int32, place uint32, levels int) {
	n := &t[node]
	if levels == 0 {
		f.says[place%fullSize] = n.Bound
		return
	}
	left, right := node, node
	if n.Right != 0 {
		f.bound[place], f.feature[place] = n.Bound, uint8(n.Feature)
		left, right = node+1, n.Right
	}
	f.fill(t, left, 2*place+1, levels-1)
	f.fill(t, right, 2*place, levels-1)
}

// next returns where a block goes from a place. What is less leaves, less the
// bound, a number whose sign bit is set.
func (f *fullTree) next(place uint32, features *Answers) uint32 {
	less := features[f.feature[place%fullSize]] - f.bound[place%fullSize]
	return 2*place + math.Float32bits(less)>>31
}

// Add adds what all trees say of a block with these features to a sum,
// in their order.
func (g Grove) Add(sum float32, features *Answers) float32 {
	for i := range g {
		sum = g[i].add(sum, features)
	}
	return sum
}

// add adds what the trees of a stand say. The ways down do not wait for each
// other.
func (s *stand) add(sum float32, features *Answers) float32 {
	t := &s.trees
	a, b, c, d, e, f, g, h := uint32(1), uint32(1), uint32(1), uint32(1), uint32(1), uint32(1), uint32(1), uint32(1)
	for range s.depth {
		a = t[0].next(a, features)
		b = t[1].next(b, features)
		c = t[2].next(c, features)
		d = t[3].next(d, features)
		e = t[4].next(e, features)
		f = t[5].next(f, features)
		g = t[6].next(g, features)
		h = t[7].next(h, features)
	}
	return sum + t[0].says[a%fullSize] + t[1].says[b%fullSize] + t[2].says[c%fullSize] + t[3].says[d%fullSize] +
		t[4].says[e%fullSize] + t[5].says[f%fullSize] + t[6].says[g%fullSize] + t[7].says[h%fullSize]
}
