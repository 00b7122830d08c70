package segment

import (
	"slices"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// walker goes over a tree once, without recursion, and gathers blocks and the
// elements that hold them. Words are counted later, by [lexicon.Reader].
type walker struct {
	skip    func(*html.Node) bool // leaves parts of the tree out; nil: none
	skipped map[*html.Node]bool   // parts that were left out
	limits  *Limits
	nodes   int              // seen so far
	due     int              // how many there are when limits are looked at again
	end     *html.Node       // the first that is not read, because of a limit; nil: all are
	head    func(*html.Node) // is shown every element, for metadata; nil: nobody looks
	more    *lexicon.Lexicon // cue phrases beyond the built-in ones; nil: none
	reveal  bool             // hidden content counts as shown
	shadows bool             // so does shadow DOM
	decoded bool             // all text is UTF-8
	sizing  bool             // the nodes are measured
	seen    int              // what was measured

	text     []byte // of all blocks, one behind the other
	whole    string // the same, once it is complete
	spans    []lexicon.Span
	blocks   []heuristics.Block
	ranges   []textRange  // of each block
	firsts   []*html.Node // of each block, the text node that it begins with
	elements []heuristics.Element
	noscript bool                        // there is a <noscript> with something in it
	parsed   map[*html.Node][]*html.Node // contents of <noscript> that were read; nil: none

	frames    []frame    // open block-level elements
	first     *html.Node // text node that the block under construction begins with
	draft     draft      // of that block
	start     int        // of its text
	spanStart int
	space     bool   // white space is due before the next character
	newline   bool   // a line break is
	images    int    // seen since the last block
	kinds     uint8  // inline elements open at the last character
	open      [3]int // links, bold and italic elements
	link      linkState
	edge      Edge       // since the last character
	styled    int        // where the text behind the edge before begins
	hidden    int        // open hidden elements
	passed    *html.Node // the element that is passed over; nil: none
	unread    int        // bytes of text in those that were passed over
	apart     int        // small blocks that were not joined because headings are not joined with lines

	kept
}

// kept is the part of a walker that is of use for any page.
type kept struct {
	page    heuristics.Page
	classes classTable
	reader  lexicon.Reader
	tally   tally
	key     []byte // the fingerprint of one block
}

// reset forgets the page, but keeps the memory.
func (w *walker) reset() {
	clear(w.blocks) // they point into the page
	clear(w.elements)
	clear(w.firsts)
	clear(w.frames[:cap(w.frames)])
	w.kept.page = heuristics.Page{Templates: w.kept.page.Templates[:0]}
	*w = walker{text: w.text[:0], spans: w.spans[:0], blocks: w.blocks[:0], ranges: w.ranges[:0], firsts: w.firsts[:0],
		elements: w.elements[:0], frames: w.frames[:0], kept: w.kept}
}

// next makes a list longer by one and returns what is there: a zero value, if
// all that was there before was cleared. To append one would copy it, pointer by
// pointer.
func next[T any](list []T) ([]T, *T) {
	list = slices.Grow(list, 1)[:len(list)+1]
	return list, &list[len(list)-1]
}

// draft is what is known of a block before its text is complete.
type draft struct {
	links, breaks int
	linkTo        heuristics.LinkKind
	marks         heuristics.Marks
}

// linkState is the innermost open link.
type linkState struct {
	kind    heuristics.LinkKind
	counted bool // for the block under construction
}

// textRange is the place of a block's text and spans until both are final.
type textRange struct {
	start, end, spanStart, spanEnd int
	joined                         bool // of small ones, because there are so many
}

// frame is an open block-level element.
type frame struct {
	node    *html.Node
	tag     *tag
	element int // index into elements, -1 while no block has been found in it
	heading int // level of the heading that it is or stands in
	hidden  bool
	images  int
	inputs  int
	emails  int
}

// run gathers everything under the given nodes.
func (w *walker) run(roots []*html.Node) {
	w.push(&html.Node{Type: html.DocumentNode}, &tag{})
	for _, n := range roots {
		w.walk(n)
		w.flush()
	}
	w.pop()
}

// walk goes over one tree.
func (w *walker) walk(root *html.Node) {
	n := root
	for {
		if w.over(n) {
			for n != root {
				n = n.Parent
				w.leave(n)
			}
			return
		}
		if w.enter(n) {
			if n.FirstChild != nil {
				n = n.FirstChild
				continue
			}
			w.leave(n)
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			w.leave(n)
		}
		if n == root {
			return
		}
		n = n.NextSibling
	}
}

// enter opens a node and tells whether its children are to be walked; leave
// is called for it later if and only if they are.
func (w *walker) enter(n *html.Node) bool {
	if w.passed != nil {
		return w.pass(n)
	}
	if w.sizing {
		w.measure(n)
	}
	switch n.Type {
	case html.TextNode:
		empty := len(w.text) == w.start
		if w.decoded {
			w.addText(n.Data)
		} else {
			w.addText(validText(n.Data))
		}
		if empty && len(w.text) > w.start {
			w.first = n
		}
		return false
	case html.DocumentNode:
		return true
	case html.ElementNode:
	default:
		return false
	}
	if w.head != nil {
		w.head(n)
	}
	if w.skip != nil && w.skip(n) {
		if w.skipped == nil {
			w.skipped = map[*html.Node]bool{}
		}
		w.skipped[n] = true
		return false
	}
	t := tagOf(n)
	switch t.of(n) {
	case dropped:
		return false
	case field:
		w.field(n)
		return false
	case lineBreak:
		w.lineBreak()
		return false
	case picture:
		w.images++
		w.frames[len(w.frames)-1].images++
		return false
	case noscript:
		return w.enterNoscript(n)
	case boundary:
		w.flush()
		w.push(n, t)
		return true
	case drawing:
		if !readsDrawing(n, w.reveal, w.shadows) {
			return w.passOver(n)
		}
		return true // what an icon is called says nothing of the text beside it
	default:
		return w.openInline(n, t)
	}
}

func (w *walker) leave(n *html.Node) {
	if w.passed != nil {
		if w.passed == n {
			w.passed = nil
		}
		return
	}
	if w.frames[len(w.frames)-1].node != n {
		w.closeInline(n)
		return
	}
	w.flush()
	w.pop()
}

func (w *walker) push(n *html.Node, t *tag) {
	heading := int(t.heading)
	if heading == 0 && len(w.frames) > 0 {
		heading = w.frames[len(w.frames)-1].heading
	}
	hidden := isHidden(n)
	if hidden {
		w.hidden++
	}
	var f *frame
	w.frames, f = next(w.frames)
	f.node, f.tag, f.element, f.heading, f.hidden = n, t, -1, heading, hidden
	f.images, f.inputs, f.emails = 0, 0, 0
}

func (w *walker) pop() {
	f := w.frames[len(w.frames)-1]
	w.frames = w.frames[:len(w.frames)-1]
	if f.hidden {
		w.hidden--
	}
	if f.element >= 0 && len(w.frames) < w.limits.Depth {
		e := &w.elements[f.element]
		e.Last = len(w.blocks)
		e.Images, e.Inputs, e.EmailInputs = f.images, f.inputs, f.emails
	}
	if len(w.frames) > 0 {
		up := &w.frames[len(w.frames)-1]
		up.images += f.images
		up.inputs += f.inputs
		up.emails += f.emails
	}
}

// lineBreak handles <br>: one breaks the line, two in a row end the block, as
// pages without paragraphs use them.
func (w *walker) lineBreak() {
	switch {
	case len(w.text) == w.start:
	case w.newline:
		w.flush()
	default:
		w.newline = true
		w.draft.breaks++
	}
}

// flush ends the block under construction, if there is any text in it.
func (w *walker) flush() {
	if Unwritten(w.text[w.start:]) {
		w.text, w.spans = w.text[:w.start], w.spans[:w.spanStart]
	}
	if len(w.text) > w.start {
		if !w.join(w.frames[len(w.frames)-1].heading > 0, w.hiding()) {
			w.emit()
		}
		w.part()
	}
	w.draft = draft{}
	w.start, w.spanStart = len(w.text), len(w.spans)
	w.space, w.newline, w.link.counted = false, false, false
	w.kinds, w.edge = 0, Edge{}
}

func (w *walker) emit() {
	element := w.materialise()
	var b *heuristics.Block
	w.blocks, b = next(w.blocks)
	b.Index = len(w.blocks) - 1
	b.Links, b.Breaks, b.LinkTo, b.Marks = w.draft.links, w.draft.breaks, w.draft.linkTo, w.draft.marks
	b.Element = element
	b.Heading = w.frames[len(w.frames)-1].heading
	b.Hidden = w.hiding()
	b.Images = w.images
	w.images = 0
	w.firsts = append(w.firsts, w.first)
	w.ranges = append(w.ranges, textRange{start: w.start, end: len(w.text), spanStart: w.spanStart, spanEnd: len(w.spans)})
}

// hiding tells whether what is read is not shown.
func (w *walker) hiding() bool { return w.hidden > 0 && !w.reveal }

// materialise gives every open frame its element and returns the innermost.
// What is nested deeper than the limit shares the element at the limit, and on a
// crowded page some share that of what is around them.
func (w *walker) materialise() int {
	i := len(w.frames)
	for i > 0 && w.frames[i-1].element < 0 {
		i--
	}
	parent := -1
	if i > 0 {
		parent = w.frames[i-1].element
	}
	from := i
	if from > 0 {
		from += w.passable(len(w.frames) - i)
	}
	for ; i < len(w.frames); i++ {
		f := &w.frames[i]
		if i < from {
			f.element = parent
			w.limits.Cut |= CutBlocks
		} else if i < w.limits.Depth {
			f.element = len(w.elements)
			w.addElement(f, parent)
			parent = f.element
		} else {
			f.element = parent
			w.limits.Cut |= CutDepth
		}
	}
	return parent
}
