package parse

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds of the standard on how formatting is taken apart (HTML, 13.2.6.4.7).
const (
	maxAdoptions = 8 // of one end tag
	maxInner     = 3 // formatting elements that go on into the block
)

// maxMoved is how often a node may be put into a copy, beside once for every
// byte of the page: what is taken apart again and again is moved each time.
const maxMoved = 1 << 16

// adopt ends a formatting element in which a block is open: what stands
// before the block keeps the formatting, and the block gets a copy of it for
// what it holds so far. This is the adoption agency of the standard, with the
// choices that x/net/html makes.
func (b *builder) adopt(name atom.Atom) {
	for range maxAdoptions {
		j := b.activeName(name)
		if j < 0 {
			b.endOther()
			return
		}
		if b.active[j].lost {
			b.forget(j)
			return
		}
		if b.scope(name, limit) < 0 {
			return
		}
		from := b.openIndex(b.active[j].node)
		block := from + 1
		for block < len(b.open) && b.open[block].traits&special == 0 {
			block++
		}
		if block == len(b.open) {
			b.popTo(from)
			b.forget(j)
			return
		}
		if b.adoptBlock(j, from, block); b.failed {
			return
		}
	}
}

// adoptBlock takes the formatting element at active[j] and open[from] apart
// at open[block].
func (b *builder) adoptBlock(j, from, block int) {
	format, ancestor, furthest := b.active[j].node, b.open[from-1], b.open[block].Node
	if ancestor.traits&noText != 0 {
		b.giveUp() // the block would have to go before the table
		return
	}
	last, bookmark := b.adoptInner(j, from, block)
	detach(last)
	add(ancestor.Node, last)

	again := b.copyOf(format)
	for n := furthest.FirstChild; n != nil; {
		next := n.NextSibling
		detach(n)
		add(again, n)
		b.moved++
		n = next
	}
	add(furthest, again)
	if b.moved > maxMoved+len(b.data) {
		b.giveUp()
	}

	old := b.activeIndex(format)
	if old < bookmark {
		bookmark--
	}
	b.forget(old)
	b.active = slices.Insert(b.active, bookmark, formatNode{node: again})
	from = b.openIndex(format)
	b.open = slices.Delete(b.open, from, from+1)
	b.open = slices.Insert(b.open, b.openIndex(furthest)+1, openNode{again, formatting})
}

// adoptInner wraps the block in copies of the formatting elements between it
// and the one that ends. It returns the outermost of these, or the block, and
// where in active the copy of the one that ends is to go.
func (b *builder) adoptInner(j, from, block int) (last *html.Node, bookmark int) {
	furthest := b.open[block].Node
	last, bookmark = furthest, j
	for x, inner := block-1, 1; x > from; x, inner = x-1, inner+1 {
		a := b.activeIndex(b.open[x].Node)
		switch {
		case a >= 0 && inner > maxInner:
			b.forget(a)
			if a <= bookmark {
				bookmark--
			}
		case a < 0:
			b.open = slices.Delete(b.open, x, x+1)
		default:
			again := b.copyOf(b.open[x].Node)
			b.active[a].node, b.open[x].Node = again, again
			if last == furthest {
				bookmark = a + 1
			}
			detach(last)
			add(again, last)
			last = again
		}
	}
	return last, bookmark
}

// openIndex finds an open element that is known to be open.
func (b *builder) openIndex(n *html.Node) int {
	return slices.IndexFunc(b.open, func(o openNode) bool { return o.Node == n })
}

// copyOf returns an element with the name and the attributes of another, which
// both have in common.
func (b *builder) copyOf(n *html.Node) *html.Node { return b.element(n.DataAtom, n.Data, n.Attr) }

// detach takes a node out of its parent.
func detach(n *html.Node) {
	if n.Parent == nil {
		return
	}
	if n.PrevSibling != nil {
		n.PrevSibling.NextSibling = n.NextSibling
	} else {
		n.Parent.FirstChild = n.NextSibling
	}
	if n.NextSibling != nil {
		n.NextSibling.PrevSibling = n.PrevSibling
	} else {
		n.Parent.LastChild = n.PrevSibling
	}
	n.Parent, n.PrevSibling, n.NextSibling = nil, nil, nil
}
