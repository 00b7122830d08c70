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
// less than the bound goes to 2i+1, any other to 2i.
type fullTree struct {
	bound   [fullSize]float32
	feature [fullSize]uint8
	mean    [2 * fullSize]float32 // of what is said below; in the last level, what is said
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
func (t Tree) depth(node int16) int {
	if t[node].Right == 0 {
		return 0
	}
	return 1 + max(t.depth(node+1), t.depth(t[node].Right))
}

// fill fills in what stands from a place on, so many levels above the last, and
// returns the mean of it. A leaf further up is repeated below a question without
// a meaning.
func (f *fullTree) fill(t Tree, node int16, place uint32, levels int) float32 {
	n := &t[node]
	if levels == 0 {
		f.mean[place] = n.Bound
		return n.Bound
	}
	left, right := node, node
	if n.Right != 0 {
		f.bound[place], f.feature[place] = n.Bound, uint8(n.Feature)
		left, right = node+1, n.Right
	}
	f.mean[place] = (f.fill(t, left, 2*place+1, levels-1) + f.fill(t, right, 2*place, levels-1)) / 2
	return f.mean[place]
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
		s := &g[i]
		t := &s.trees
		a, b, c, d, e, f, g, h := s.leaves(features)
		sum = sum + t[0].says(a) + t[1].says(b) + t[2].says(c) + t[3].says(d) + t[4].says(e) + t[5].says(f) + t[6].says(g) + t[7].says(h)
	}
	return sum
}

// leaves returns the places that a block ends in. The ways down do not wait for
// each other.
func (s *stand) leaves(features *Answers) (a, b, c, d, e, f, g, h uint32) {
	t := &s.trees
	a, b, c, d, e, f, g, h = 1, 1, 1, 1, 1, 1, 1, 1
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
	return a, b, c, d, e, f, g, h
}

func (f *fullTree) says(place uint32) float32 { return f.mean[place%(2*fullSize)] }

// Path adds to moves, for each feature that trees ask a block about, by how much
// the answers moved the mean of what can still be said. The sum of the means at
// the roots, which it returns, and all moves add up to what the trees say.
func (g Grove) Path(features, moves *Answers) (roots float32) {
	for i := range g {
		s := &g[i]
		a, b, c, d, e, f, g, h := s.leaves(features)
		for j, place := range [...]uint32{a, b, c, d, e, f, g, h} {
			t := &s.trees[j]
			feature, mean := &t.feature, &t.mean
			said := t.says(place)
			for place > 1 {
				place = place / 2 % fullSize
				up := mean[place]
				moves[feature[place]] += said - up
				said = up
			}
			roots += said
		}
	}
	return roots
}
