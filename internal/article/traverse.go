package article

import (
	"slices"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// visitor is shown a page in document order.
type visitor interface {
	text(n *html.Node)
	// open tells whether what is in n is to be walked; close is called for it
	// later if and only if it is.
	open(n *html.Node, flow segment.Flow, read bool) bool
	close(n *html.Node)
}

// place is an element that is being walked, and what of it is left.
type place struct {
	node *html.Node
	next *html.Node
	list []*html.Node
}

func (p *place) take() *html.Node {
	if len(p.list) > 0 {
		n := p.list[0]
		p.list = p.list[1:]
		return n
	}
	n := p.next
	if n != nil {
		p.next = n.NextSibling
	}
	return n
}

// usualDepth is room for the elements that are walked at once, on most pages.
const usualDepth = 32

// stopEvery is how many nodes lie between two looks at the clock.
const stopEvery = 1000

// traverse shows a page to v, without recursion: of its tree what lies round
// the kept blocks, and as far as the block after the last of them, or until it
// is to stop.
func traverse(origin *segment.Origin, c *cursor, v visitor, stop func() bool) {
	stack := make([]place, 1, usualDepth)
	if path := c.narrow(origin); path == nil {
		stack[0].list = origin.Roots
	} else {
		for _, n := range path {
			if n.Type == html.DocumentNode {
				v.open(n, segment.FlowBoundary, true)
			} else {
				flow, read := origin.Enter(n)
				v.open(n, flow, read)
			}
			stack = append(stack, place{node: n})
		}
		stack[len(stack)-1].next = path[len(path)-1].FirstChild
	}
	ended := false
	for nodes := 1; ; nodes++ {
		ended = ended || stop != nil && nodes%stopEvery == 0 && stop()
		top := &stack[len(stack)-1]
		var n *html.Node
		if !ended && c.block <= c.last {
			n = top.take()
			if ended = n != nil && n == origin.End; ended {
				n = nil
			}
		}
		switch {
		case n == nil && len(stack) == 1:
			return
		case n == nil:
			v.close(top.node)
			stack = stack[:len(stack)-1]
		case n.Type == html.TextNode:
			v.text(n)
		case n.Type == html.DocumentNode:
			stack = append(stack, place{node: n, next: n.FirstChild})
			v.open(n, segment.FlowBoundary, true)
		case n.Type == html.ElementNode:
			flow, read := origin.Enter(n)
			if !v.open(n, flow, read) {
				continue
			}
			p := place{node: n, next: n.FirstChild}
			if parsed := origin.Parsed(n); parsed != nil {
				p.next, p.list = nil, parsed
			}
			stack = append(stack, p)
		}
	}
}

// cursor follows which block the text belongs to.
type cursor struct {
	first []*html.Node // of each block, its first text node
	block int          // that began last, -1 before the first
	roots []*html.Node
	from  int // first block that is kept
	start int // first block that is looked at
	last  int // last that is, -1 if none
}

// newCursor follows the blocks of a page; with pictures wanted, from the
// headline on, since the first of them stands between it and the text.
func newCursor(origin *segment.Origin, opt *Options) cursor {
	c := newPlainCursor(origin.First, opt.Keep)
	c.roots = origin.Roots
	c.start = c.from
	if !opt.Media || opt.Part == nil {
		return c
	}
	for range headReach {
		if c.start == 0 || opt.Part[c.start-1] == PartText {
			break
		}
		c.start--
	}
	return c
}

func newPlainCursor(first []*html.Node, keep []bool) cursor {
	c := cursor{first: first, block: -1, last: -1}
	for i, kept := range keep {
		if kept {
			if c.last < 0 {
				c.from = i
			}
			c.last = i
		}
	}
	return c
}

// at moves on if a block begins with the text node n, and tells whether one does.
func (c *cursor) at(n *html.Node) bool {
	begins := c.block+1 < len(c.first) && c.first[c.block+1] == n
	if begins {
		c.block++
	}
	return begins
}

// maxClimb bounds how far up elements are looked for that hold all kept
// blocks. Pages nested deeper are walked as a whole.
const maxClimb = 128

// narrow returns the elements down to the innermost block-level one that holds
// all kept blocks, and moves to the last block before it. It returns nil if
// there is none near, as where blocks come from several trees.
func (c *cursor) narrow(origin *segment.Origin) (path []*html.Node) {
	if c.last < 0 {
		return nil
	}
	up := c.ancestors(c.first[c.start])
	holder := c.first[c.last].Parent
	for i := 0; holder != nil && !slices.Contains(up, holder); i++ {
		if holder = holder.Parent; i == maxClimb {
			return nil
		}
	}
	if holder == nil {
		return nil
	}
	for holder.Type == html.ElementNode && !slices.Contains(c.roots, holder) {
		if origin.Flow(holder) == segment.FlowBoundary {
			break
		}
		holder = holder.Parent // the last block may go on behind an element that it begins in
	}
	for i := c.start; i <= c.last; i++ {
		if !standsIn(c.first[i], holder) { // in a parsed <noscript>
			return nil
		}
	}
	before := c.start
	for before > 0 && standsIn(c.first[before-1], holder) {
		before--
	}
	c.block = before - 1
	path = up[slices.Index(up, holder):]
	slices.Reverse(path)
	return path
}

// ancestors returns the elements that n stands in, up to a root, or nil if
// there are too many.
func (c *cursor) ancestors(n *html.Node) (list []*html.Node) {
	for n = n.Parent; n != nil && len(list) < maxClimb; n = n.Parent {
		list = append(list, n)
		if slices.Contains(c.roots, n) {
			return list
		}
	}
	return nil
}

// standsIn tells whether n is the element up or stands in it, not too deep.
func standsIn(n, up *html.Node) bool {
	for i := 0; n != nil && i < maxClimb; i, n = i+1, n.Parent {
		if n == up {
			return true
		}
	}
	return false
}
