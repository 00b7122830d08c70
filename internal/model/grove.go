package model

import "math"

// Grove is the trees of a role laid out to be asked quickly: eight at a
// time, and without a branch that depends on a block, since the processor cannot
// foresee what a block answers.
type Grove []stand

// stand is up to eight trees, whose nodes stand together.
type stand struct {
	nodes []question
	says  []float32 // by node: of a leaf, what it says
	roots [abreast]uint16
	trees int // the others are the last of them again
	depth int // of the deepest
}

const abreast = 8

// question is a node: a block whose feature is less than the bound goes to
// the child, any other to the node behind it. A leaf leads to itself.
type question struct {
	bound   float32
	child   uint16
	feature uint8
}

// Answers are the features of a block, as many as a forest can ask about, so
// that any question has an answer and none has to be checked.
type Answers [maxFeatures + 1]float32

// largest is the most nodes of a tree, so that those of a stand can be counted
// in 16 bits.
const largest = 1 << 16 / abreast

// Plant lays trees out.
func Plant(trees []Tree) (g Grove) {
	for len(trees) > 0 {
		s := stand{trees: min(len(trees), abreast)}
		for i := range s.roots {
			if i >= s.trees {
				s.roots[i] = s.roots[s.trees-1]
				continue
			}
			s.roots[i] = uint16(len(s.nodes))
			s.plant(trees[i])
		}
		trees = trees[s.trees:]
		g = append(g, s)
	}
	return g
}

// plant adds a tree, level by level.
func (s *stand) plant(t Tree) {
	level := []int32{0} // nodes of t
	s.grow(1)
	for depth := 0; len(level) > 0; depth++ {
		at := len(s.nodes) - len(level) // where the level stands
		s.depth = max(s.depth, depth)
		var below []int32
		for i, from := range level {
			n := &t[from]
			if n.Right == 0 {
				s.nodes[at+i] = question{bound: float32(math.Inf(1)), child: uint16(at + i)}
				s.says[at+i] = n.Bound
				continue
			}
			s.nodes[at+i] = question{bound: n.Bound, feature: uint8(n.Feature), child: uint16(at + len(level) + len(below))}
			below = append(below, from+1, n.Right)
		}
		s.grow(len(below))
		level = below
	}
}

func (s *stand) grow(n int) {
	s.nodes = append(s.nodes, make([]question, n)...)
	s.says = append(s.says, make([]float32, n)...)
}

// Add adds what all trees say of a block with these features to a sum, in
// their order.
func (g Grove) Add(sum float32, features *Answers) float32 {
	for i := range g {
		s := &g[i]
		leaves := s.leaves(features)
		for _, leaf := range leaves[:s.trees] {
			sum += s.says[leaf]
		}
	}
	return sum
}

// leaves returns the nodes that a block ends in. The ways down do not wait for
// each other.
func (s *stand) leaves(features *Answers) [abreast]uint16 {
	nodes := s.nodes
	a, b, c, d, e, f, g, h := s.roots[0], s.roots[1], s.roots[2], s.roots[3], s.roots[4], s.roots[5], s.roots[6], s.roots[7]
	for range s.depth {
		a = nodes[a].next(features)
		b = nodes[b].next(features)
		c = nodes[c].next(features)
		d = nodes[d].next(features)
		e = nodes[e].next(features)
		f = nodes[f].next(features)
		g = nodes[g].next(features)
		h = nodes[h].next(features)
	}
	return [...]uint16{a, b, c, d, e, f, g, h}
}

func (q *question) next(features *Answers) uint16 {
	right := uint16(1)
	if features[q.feature] < q.bound {
		right = 0
	}
	return q.child + right
}
