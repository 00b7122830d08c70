package model

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// A packed forest is a line with the names of the features; for each feature
// the bounds that trees compare it with, a number of them and so many 32-bit
// floats, in order; for each role the number of its trees and their nodes in
// preorder. A question is two bytes, the feature plus one and the place of the
// bound; a leaf is a zero and what it says in hundredths of a nat, 16 bits.
// Numbers are of variable length, all else is little-endian. A node takes two
// and a half bytes, a fifth of what it takes as text.
const (
	maxFeatures = math.MaxUint8
	maxBounds   = math.MaxUint8 + 1
)

// Pack writes the forest.
func (f *Forest) Pack(w io.Writer) error {
	bounds, err := f.bounds()
	if err != nil {
		return err
	}
	out := []byte(strings.Join(f.Features, " ") + "\n")
	for _, list := range bounds {
		out = binary.AppendUvarint(out, uint64(len(list)))
		for _, x := range list {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
		}
	}
	for _, trees := range f.Trees {
		out = binary.AppendUvarint(out, uint64(len(trees)))
		for _, t := range trees {
			out = t.appendNodes(out, bounds)
		}
	}
	_, err = w.Write(out)
	return err
}

// bounds are those that trees compare each feature with, in order, each once.
func (f *Forest) bounds() ([][]float32, error) {
	if len(f.Features) > maxFeatures {
		return nil, fmt.Errorf("model: %d features, at most %d fit", len(f.Features), maxFeatures)
	}
	bounds := make([][]float32, len(f.Features))
	for _, trees := range f.Trees {
		for _, t := range trees {
			for _, n := range t {
				if n.Right != 0 {
					bounds[n.Feature] = append(bounds[n.Feature], n.Bound)
				}
			}
		}
	}
	for i := range bounds {
		slices.Sort(bounds[i])
		if bounds[i] = slices.Compact(bounds[i]); len(bounds[i]) > maxBounds {
			return nil, fmt.Errorf("model: %q has %d bounds, at most %d fit", f.Features[i], len(bounds[i]), maxBounds)
		}
	}
	return bounds, nil
}

func (t Tree) appendNodes(out []byte, bounds [][]float32) []byte {
	for _, n := range t {
		if n.Right != 0 {
			at, _ := slices.BinarySearch(bounds[n.Feature], n.Bound)
			out = append(out, byte(n.Feature+1), byte(at))
			continue
		}
		out = append(out, 0)
		out = binary.LittleEndian.AppendUint16(out, uint16(int16(math.Round(float64(n.Bound)*centi))))
	}
	return out
}

// UnpackForest reads what [Forest.Pack] has written.
func UnpackForest(data []byte) (*Forest, error) {
	head, rest, ok := bytes.Cut(data, []byte("\n"))
	if !ok {
		return nil, errors.New("model: the line of features has no end")
	}
	f := &Forest{Features: strings.Fields(string(head))}
	u := unpacker{rest: rest, bounds: make([][]float32, len(f.Features))}
	for i := range u.bounds {
		u.bounds[i] = make([]float32, u.count(maxBounds))
		for j := range u.bounds[i] {
			u.bounds[i][j] = math.Float32frombits(binary.LittleEndian.Uint32(u.take(4)))
		}
	}
	u.nodes = make([]Node, 0, 2*len(u.rest)/(questionSize+leafSize)) // a tree has a leaf more than questions
	for r := range heuristics.NumRoles {
		n := u.count(len(rest))
		f.Trees[r] = make([]Tree, 0, min(n, len(u.rest)/leafSize))
		for range n {
			f.Trees[r] = append(f.Trees[r], u.tree())
		}
	}
	if len(u.rest) > 0 && u.err == nil {
		u.err = fmt.Errorf("model: %d bytes behind the last tree", len(u.rest))
	}
	if u.err != nil {
		return nil, u.err
	}
	return f, nil
}

// What a question takes, and a leaf, in bytes. A tree is a leaf at least.
const (
	questionSize = 2
	leafSize     = 3
)

// unpacker reads on until something is wrong; from then on it reads zeros.
type unpacker struct {
	rest   []byte
	bounds [][]float32
	nodes  []Node // of all trees
	err    error
}

func (u *unpacker) take(n int) []byte {
	if len(u.rest) < n {
		u.fail(io.ErrUnexpectedEOF)
		return make([]byte, n)
	}
	taken := u.rest[:n]
	u.rest = u.rest[n:]
	return taken
}

func (u *unpacker) fail(err error) {
	if u.err == nil {
		u.err = fmt.Errorf("model: %w", err)
	}
	u.rest = nil
}

// count reads a number that must not be above most.
func (u *unpacker) count(most int) int {
	n, size := binary.Uvarint(u.rest)
	if size <= 0 || n > uint64(most) {
		u.fail(fmt.Errorf("a number is missing or above %d", most))
		return 0
	}
	u.rest = u.rest[size:]
	return int(n)
}

func (u *unpacker) tree() Tree {
	type asked struct{ node, above int }
	open := make([]asked, 0, Deepest) // whose right side is still to come
	begin := len(u.nodes)
	for above := 0; u.err == nil; above++ {
		if feature := int(u.take(1)[0]); feature > 0 {
			if above == Deepest {
				u.fail(fmt.Errorf("a tree asks more than %d questions in a row", Deepest))
			}
			open = append(open, asked{len(u.nodes), above})
			u.nodes = append(u.nodes, u.question(feature-1))
			continue
		}
		u.nodes = append(u.nodes, Node{Bound: float32(int16(binary.LittleEndian.Uint16(u.take(2)))) / centi})
		if len(open) == 0 {
			break
		}
		last := open[len(open)-1]
		open = open[:len(open)-1]
		u.nodes[last.node].Right = int16(len(u.nodes) - begin)
		above = last.above
	}
	return slices.Clip(u.nodes[begin:])
}

func (u *unpacker) question(feature int) Node {
	at := int(u.take(1)[0])
	if feature >= len(u.bounds) || at >= len(u.bounds[feature]) {
		u.fail(fmt.Errorf("bound %d of feature %d does not exist", at, feature))
		return Node{}
	}
	return Node{Feature: int16(feature), Bound: u.bounds[feature][at]}
}
