package segment

import (
	"math"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// Limits bound the work on a page and note what was left out because of them.
type Limits struct {
	Bytes      int // that the page has, 0 if that is not known
	Nodes      int
	Depth      int // block-level elements, one in the other
	Attributes int
	JSON       metadata.Limits
	Deadline   time.Time   // the zero value: none
	Stop       func() bool // asked every stopEvery or MatchedEvery nodes whether to go on; nil: always

	Cut  Cut // what was left out
	Seen int // bytes that what was read of the tree takes at least as markup, unless it was decoded here
}

// Cut says what was left out of a page. Its lower values are those of
// [parse.Cut].
type Cut = parse.Cut

// What can be left out.
const (
	CutDepth      = parse.CutDepth
	CutNodes      = parse.CutNodes
	CutAttributes = parse.CutAttributes
	CutMarkup     = parse.CutMarkup
	CutTime       = parse.CutTime
	CutBytes      = parse.CutBytes
	CutBlocks     = parse.CutBlocks
	CutJSON       = parse.CutJSON
)

func none() *Limits {
	return &Limits{Nodes: math.MaxInt, Depth: math.MaxInt, Attributes: math.MaxInt, JSON: metadata.Limits{Script: math.MaxInt, Total: math.MaxInt, Depth: math.MaxInt}}
}

func (l *Limits) parser() parse.Limits {
	return parse.Limits{Nodes: l.Nodes, Depth: l.Depth, Attributes: l.Attributes, Stop: l.Stop}
}

// measure adds up what nodes take at least as markup.
func (w *walker) measure(n *html.Node) {
	w.seen += len(n.Data)
	if n.Type != html.ElementNode {
		return
	}
	w.seen += len("<>")
	for i := range n.Attr {
		w.seen += len(" ") + len(n.Attr[i].Key) + len(n.Attr[i].Val)
	}
	if k := kindOf(n); k == dropped || k == field || (k == noscript || k == drawing) && !w.reveal { // nobody goes into it
		for c := n.FirstChild; c != nil && c.Type == html.TextNode; c = c.NextSibling {
			w.seen += len(c.Data)
		}
	}
}

// stopEvery is how many nodes lie between two looks at the clock. MatchedEvery
// is for nodes that are compared with a selector: fewer, since that may look at
// all nodes beside them.
const (
	stopEvery    = 1000
	MatchedEvery = 20
)

// over tells whether a limit is reached at the node n.
func (w *walker) over(n *html.Node) bool {
	w.nodes++
	return w.nodes >= w.due && w.stops(n)
}

// stops is over for every so many nodes, and for the first that are too many.
func (w *walker) stops(n *html.Node) bool {
	every := stopEvery
	if w.skip != nil {
		every = MatchedEvery
	}
	switch {
	case w.end != nil:
		return true
	case w.nodes > w.limits.Nodes:
		w.limits.Cut |= CutNodes
	case w.nodes%every == 0 && w.limits.Stop != nil && w.limits.Stop():
		w.limits.Cut |= CutTime
	default:
		if w.due = w.nodes - w.nodes%every + every; w.due > w.limits.Nodes {
			w.due = w.limits.Nodes + 1
		}
		return false
	}
	w.end, w.due = n, 0
	if w.passed != nil {
		w.end = w.passed
	}
	return true
}

// What is still to be done for each block and byte of text, once they are
// gathered, with room to spare: measured at 6 µs and 25 ns.
const (
	timePerBlock = 15 * time.Microsecond
	timePerByte  = 60 * time.Nanosecond

	// grace is what may be overrun to make something of a page that was only
	// read when time was up.
	grace = 100 * time.Millisecond

	// timePerJSON is what a byte of JSON takes: 30 ns in linked data as pages
	// have them, 280 ns in nothing but empty objects; jsonGrace is what may be
	// overrun for it: on most pages it is small, and says much.
	timePerJSON = 300 * time.Nanosecond
	jsonGrace   = 50 * time.Millisecond
)

// affords tells whether there is time to read so many bytes of JSON.
func (l *Limits) affords(bytes int) bool {
	if l.Deadline.IsZero() {
		return true
	}
	left := time.Until(l.Deadline)
	if left > 0 && l.Stop != nil && l.Stop() { // called off
		return false
	}
	return left+jsonGrace > time.Duration(bytes)*timePerJSON
}

// hurry leaves out the blocks at the end for which time will not do. Judging
// them cannot be broken off half-way, since each block is judged among all
// others.
func (w *walker) hurry() {
	if w.limits.Deadline.IsZero() {
		return
	}
	left := max(time.Until(w.limits.Deadline), grace)
	for i, r := range w.ranges {
		if left -= timePerBlock + time.Duration(r.end-r.start)*timePerByte; left < 0 {
			w.truncate(i)
			w.limits.Cut |= CutTime
			return
		}
	}
}

// truncate keeps the first n blocks. If there is only one, and it is larger
// than time allows, its text is cut.
func (w *walker) truncate(n int) {
	if n == 0 {
		n = 1
		r := &w.ranges[0]
		if most := int(grace / timePerByte); r.end-r.start > most {
			r.end = r.start + len(strings.ToValidUTF8(string(w.text[r.start:r.start+most]), ""))
			for r.spanEnd > r.spanStart && w.spans[r.spanEnd-1].Pos >= r.end-r.start {
				r.spanEnd--
			}
		}
	}
	if n < len(w.firsts) {
		w.end = w.firsts[n]
	}
	clear(w.blocks[n:])
	w.blocks, w.ranges = w.blocks[:n], w.ranges[:n]
	clear(w.firsts[min(n, len(w.firsts)):])
	w.firsts = w.firsts[:min(n, len(w.firsts))]
	for i := range w.elements {
		e := &w.elements[i]
		e.First, e.Last = min(e.First, n), min(e.Last, n)
	}
}
