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
	Feature int16
	Right   int16   // 0: a leaf
	Bound   float32 // of a leaf: what it says, in nats
}

// Leaf returns the leaf that a block with these features falls into.
func (t Tree) Leaf(features []float32) float32 {
	i := int16(0)
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
