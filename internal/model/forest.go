package model

import (
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Forest is a list of decision trees for each role. What a block's leaves say
// is added to the sum of the role, in nats. A forest of pages has kinds of
// pages in place of roles.
type Forest struct {
	Features []string // names of what trees ask about
	Trees    [heuristics.NumRoles][]Tree
}

// Tree is a binary tree in preorder: the left child of a node is the one
// after it.
type Tree []Node

// Node asks whether a feature is less than a bound: left if it is, otherwise
// right. A leaf has no right child.
type Node struct {
	Feature int32
	Right   int32   // 0: a leaf
	Bound   float32 // of a leaf: what it says, in nats
	Mean    float32 // of what the leaves below say
}

// Leaf returns the leaf that a block with these features falls into.
func (t Tree) Leaf(features []float32) float32 {
	i := int32(0)
	for {
		n := &t[i]
		switch {
		case n.Right == 0:
			return n.Bound
		case features[n.Feature] < n.Bound:
			i++
		default:
			i = n.Right
		}
	}
}

// Path tells, for each feature asked about on the way to the leaf, by how much
// the answer moved the mean of what can still be said. The root's mean and all
// moves add up to what the leaf says.
func (t Tree) Path(features []float32, move func(feature int, nats float32)) (root float32) {
	i := int32(0)
	for t[i].Right != 0 {
		n := &t[i]
		next := i + 1
		if features[n.Feature] >= n.Bound {
			next = n.Right
		}
		move(int(n.Feature), t[next].Mean-n.Mean)
		i = next
	}
	return t[0].Mean
}

// settle fills in the means.
func (t Tree) settle() {
	for i := len(t) - 1; i >= 0; i-- {
		n := &t[i]
		if n.Right == 0 {
			n.Mean = n.Bound
		} else {
			n.Mean = (t[i+1].Mean + t[n.Right].Mean) / 2
		}
	}
}
