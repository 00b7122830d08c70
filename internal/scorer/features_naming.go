package scorer

import (
	"slices"

	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// NameFades is how much the names of an element count in what stands one
// element further in. Chosen on pages not fitted on: 0.7 and 0.9 tell as much.
const NameFades = 0.8

// leastNamed is the least number of words of a block that others are compared
// with.
const leastNamed = 10

var namingNames = []string{"named-like-a-story", "named-like-text", "named-below-the-story", "named-below-the-text"}

// naming is what the names of all elements of a page speak for.
type naming struct {
	named []model.Named          // by element, with those around it
	best  model.Named            // of blocks of some length
	seen  map[uint64]model.Named // by signature: of the classes of an element
	names []uint64               // of the element last read
}

// emptied is naming of no element, in the same memory.
func (n naming) emptied() naming {
	n.named = n.named[:0]
	return n
}

// read reads the names of all elements. Of classes that differ in digits alone,
// what the first says holds for all on the page.
func (n *naming) read(p *h.Page, m *model.Naming) {
	if n.seen == nil {
		n.seen = map[uint64]model.Named{}
	}
	clear(n.seen)
	n.named = zeros(n.named, len(p.Elements))
	for i := range p.Elements {
		e := &p.Elements[i]
		named, ok := n.seen[e.Signature]
		if !ok || e.ID != "" {
			n.names = AppendNames(n.names[:0], e)
			named = m.Of(n.names)
			if e.ID == "" {
				n.seen[e.Signature] = named
			}
		}
		if e.Parent >= 0 {
			named = sumOf(named, NameFades, n.named[e.Parent])
		}
		n.named[i] = named
	}
	n.best = model.Named{}
	first := true
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Words < leastNamed || b.Hidden || b.Element < 0 {
			continue
		}
		for k, x := range n.named[b.Element] {
			if first || x > n.best[k] {
				n.best[k] = x
			}
		}
		first = false
	}
}

func sumOf(a model.Named, share float32, b model.Named) model.Named {
	for k := range a {
		a[k] += share * b[k]
	}
	return a
}

func namingFeatures(out []float32, v *View, i int) {
	b := &v.Page.Blocks[i]
	if b.Element < 0 || len(v.naming.named) == 0 {
		clear(out) // as before the third look
		return
	}
	named := &v.naming.named[b.Element]
	out[0], out[1] = named[0], named[1]
	out[2], out[3] = v.naming.best[0]-named[0], v.naming.best[1]-named[1]
}

// What tells whole names of one attribute from those of another.
const (
	ofClass = iota + 1
	ofID
)

// AppendNames appends the hashes of the names of an element and of their
// tokens.
func AppendNames(hashes []uint64, e *h.Element) []uint64 {
	hashes = lexicon.AppendNames(lexicon.AppendNames(hashes, e.Class, ofClass), e.ID, ofID)
	slices.Sort(hashes)
	return slices.Compact(hashes)
}
