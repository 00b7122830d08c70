package model

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Forest is a list of decision trees for each role. What a block's leaves say
// is added to the sum of the role, in nats.
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

// Write writes the forest as text: a line with the names of the features, then
// a line a tree with its role and its nodes in preorder, "feature<bound" for a
// question and hundredths of a nat for a leaf.
func (f *Forest) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, strings.Join(f.Features, " "))
	for r, trees := range f.Trees {
		for _, t := range trees {
			fmt.Fprint(out, heuristics.Role(r))
			for _, n := range t {
				if n.Right == 0 {
					fmt.Fprintf(out, " %d", int(math.Round(float64(n.Bound)*centi)))
				} else {
					fmt.Fprintf(out, " %d<%s", n.Feature, strconv.FormatFloat(float64(n.Bound), 'g', -1, 32))
				}
			}
			fmt.Fprintln(out)
		}
	}
	return out.Flush()
}

// ReadForest reads what [Forest.Write] has written.
func ReadForest(text string) (*Forest, error) {
	f := &Forest{}
	head, rest, _ := strings.Cut(text, "\n")
	f.Features = strings.Fields(head)
	number := 1
	for line := range strings.Lines(rest) {
		number++
		name, nodes, _ := strings.Cut(strings.TrimSpace(line), " ")
		role, err := heuristics.ParseRole(name)
		if err != nil {
			return nil, fmt.Errorf("model: line %d: %w", number, err)
		}
		t, err := readTree(nodes, len(f.Features))
		if err != nil {
			return nil, fmt.Errorf("model: line %d: %w", number, err)
		}
		f.Trees[role] = append(f.Trees[role], t)
	}
	return f, nil
}

func readTree(text string, features int) (Tree, error) {
	var t Tree
	var open []int // questions whose right side is still to come
	done := false
	for field := range strings.FieldsSeq(text) {
		if done {
			return nil, fmt.Errorf("%q stands behind the end of the tree", field)
		}
		if question, bound, ok := strings.Cut(field, "<"); ok {
			feature, err := strconv.Atoi(question)
			x, err2 := strconv.ParseFloat(bound, 32)
			if err != nil || err2 != nil || feature < 0 || feature >= features {
				return nil, fmt.Errorf("%q is no question", field)
			}
			open = append(open, len(t))
			t = append(t, Node{Feature: int32(feature), Bound: float32(x)})
			continue
		}
		n, err := strconv.Atoi(field)
		if err != nil {
			return nil, fmt.Errorf("%q is no leaf", field)
		}
		t = append(t, Node{Bound: float32(n) / centi})
		if done = len(open) == 0; !done {
			t[open[len(open)-1]].Right = int32(len(t))
			open = open[:len(open)-1]
		}
	}
	if !done {
		return nil, fmt.Errorf("the tree has no end")
	}
	if len(t) > largest {
		return nil, fmt.Errorf("the tree has %d nodes, at most %d fit", len(t), largest)
	}
	t.settle()
	return t, nil
}
