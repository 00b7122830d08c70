package article

import (
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

// traverse shows a page to v, without recursion.
func traverse(origin *segment.Origin, v visitor) {
	stack := []place{{list: origin.Roots}}
	ended := false
	for {
		top := &stack[len(stack)-1]
		n := top.take()
		if ended = ended || n != nil && n == origin.End; ended {
			n = nil
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
	first []*html.Node
	block int // that began last, -1 before the first
}

// at moves on if a block begins with the text node n.
func (c *cursor) at(n *html.Node) {
	if c.block+1 < len(c.first) && c.first[c.block+1] == n {
		c.block++
	}
}
