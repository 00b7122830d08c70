package segment

import (
	"slices"

	"golang.org/x/net/html"
)

// Origin tells where in the page's tree its blocks came from, for whoever
// shows them later. It holds on to the tree, and nothing writes to that.
type Origin struct {
	Roots []*html.Node

	// First is the text node that each block begins with, in the order of the
	// blocks, which is that of the tree. A text node that [Origin.Enter] leads
	// to belongs to the block that began last, unless it is all white space.
	First []*html.Node

	// End is the first node that was not read, because of a limit. Nothing
	// behind it belongs to any block. Nil: all were read.
	End *html.Node

	skipped map[*html.Node]bool // what the caller had left out
	reveal  bool
	shadows bool
	parsed  map[*html.Node][]*html.Node
}

func (w *walker) origin(roots []*html.Node) *Origin {
	return &Origin{Roots: roots, First: slices.Clone(w.firsts), End: w.end, skipped: w.skipped, reveal: w.reveal, shadows: w.shadows, parsed: w.parsed}
}

// Flow is what an element does to the flow of text.
type Flow uint8

// Flows.
const (
	FlowInline   Flow = iota // text flows through it
	FlowBoundary             // text before, in and after it are different blocks
	FlowBreak                // <br>: one breaks the line, two in a row end the block
	FlowPicture              // <img>
	FlowNone                 // nothing in it is text of the page
)

// Flow tells what the element n does to the flow of text.
func (o *Origin) Flow(n *html.Node) Flow {
	if len(o.skipped) > 0 && o.skipped[n] {
		return FlowNone
	}
	switch kindOf(n) {
	case dropped, field:
		return FlowNone
	case lineBreak:
		return FlowBreak
	case picture:
		return FlowPicture
	case noscript, boundary:
		return FlowBoundary
	case drawing:
		if !readsDrawing(n, o.reveal, o.shadows) {
			return FlowNone
		}
	}
	return FlowInline
}

// Enter is Flow, and tells whether the text in the element was read. For that
// it reads the element's attributes: who only asks for the flow, and asks for
// the same elements again and again, leaves them alone.
func (o *Origin) Enter(n *html.Node) (flow Flow, read bool) {
	switch flow = o.Flow(n); flow {
	case FlowBoundary:
		return flow, o.reveal || kindOf(n) != noscript
	case FlowInline:
		return flow, o.reveal || !isHidden(n)
	}
	return flow, false
}

// Parsed returns what was read in place of the children of a <noscript>, nil
// if its children were read, or nothing.
func (o *Origin) Parsed(n *html.Node) []*html.Node {
	if len(o.parsed) == 0 {
		return nil // as for nearly all pages
	}
	return o.parsed[n]
}
