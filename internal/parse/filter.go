package parse

import "strings"

// filter passes a page on without the tags that the parser could not cope
// with. It follows which elements are open about as the parser does; where it
// errs, the parser gives up and a smaller depth is tried. Text is never left
// out; where the tag of a block-level element is, an <hr> keeps the text
// before it apart from the text after.
type filter struct {
	scanner
	lim   Limits
	depth int // elements kept open at once
	cut   Cut

	out           []byte
	stack         []open
	count         map[uint64]int // open elements by name
	kept          int            // open elements that were passed on
	active        []active       // formatting elements that go on into the next block
	seen          map[uint64]bool
	breakDue      bool
	dropRaw       bool // the next raw text belongs to no element
	svg           int  // open <svg>, in which nothing is text
	foreignObject int  // open <svg> around the innermost <foreignObject>, in which no element ends them; 0: none
	fostered      int  // texts that stood in a table but in no cell
	nodes         int
	reopened      int
	searched      int // open elements that the parser may have looked through, over all tags
	ended         bool
}

// open is an open element. There may be one for every few bytes of the page.
type open struct {
	id     uint64
	traits traits
	kept   bool
	active uint8 // how many formatting elements go on after it, for a marker: maxUnclosed at most
}

// active is a formatting element that was not closed.
type active struct {
	id     uint64
	weight int
	lost   bool // its block was closed; it is opened again in the next
}

func newFilter(page string, lim Limits, depth int) *filter {
	f := &filter{scanner: scanner{data: page}, lim: lim}
	f.restart(depth)
	return f
}

// restart goes back to the beginning of the page. The memory is used again.
func (f *filter) restart(depth int) {
	*f = filter{scanner: scanner{data: f.data}, lim: f.lim, depth: depth, out: f.out[:0], stack: f.stack[:0], active: f.active[:0],
		count: map[uint64]int{}, seen: map[uint64]bool{}}
}

// fill returns the next piece of the page, which is empty at its end.
func (f *filter) fill() []byte {
	f.out = f.out[:0]
	var t token
	for len(f.out) < piece && !f.ended && f.next(&t) {
		f.pass(&t)
		if f.nodes > f.lim.Nodes {
			f.ended = true
			f.cut |= CutNodes
		}
	}
	return f.out
}

func (f *filter) pass(t *token) {
	switch raw := f.data[t.start:t.end]; {
	case f.svg > 0 && f.inSVG(t):
	case t.kind == startTag:
		f.start(t)
	case t.kind == endTag:
		f.end(t)
	case t.kind == textToken:
		f.text(raw)
	case t.kind == rawText:
		if !f.dropRaw {
			f.out = append(f.out, raw...)
			f.nodes++
		}
	}
	f.foreign = f.svg > 0
}

// inSVG tells whether SVG goes on after the token.
func (f *filter) inSVG(t *token) bool {
	switch {
	case t.kind == startTag && f.foreignObject == 0 && t.traits&breakout != 0:
		f.svg = 0
		return false
	case t.kind == startTag && t.id == idSVG && t.end-2 >= t.start && f.data[t.end-2] != '/':
		f.svg++
	case t.kind == endTag && t.id == idSVG:
		f.svg--
		f.foreignObject = min(f.foreignObject, f.svg)
	case t.kind == startTag && t.id == idForeignObject:
		f.foreignObject = f.svg
	case t.kind == endTag && t.id == idForeignObject:
		f.foreignObject = 0
	}
	return true
}

func (f *filter) text(raw string) {
	if blank(raw) {
		f.out = append(f.out, raw...)
		return
	}
	f.separate()
	f.cell()
	f.reopen()
	f.out = appendText(f.out, raw)
	f.nodes++
}

// separate puts in the boundary that stands for tags which were left out.
func (f *filter) separate() {
	if f.breakDue {
		f.endParagraph()
		f.out = append(f.out, "<hr>"...)
		f.made()
		f.breakDue = false
	}
}

// made counts an element that the parser makes. It may look through all that are
// open for one that is to be closed first.
func (f *filter) made() {
	f.nodes++
	f.searched += f.kept
}

// What the parser may have to look through before fewer elements are better kept
// open, in open elements for a byte of the page: one tag in thirty-two bytes, with
// 256 of them open all the way, which only storms of tags have. Where no more than
// shallow are open, the search is no matter.
const (
	searchedShare = 8
	shallow       = 64
)

// slow tells whether so many elements would be open at so many tags that the
// parser spent its time on looking through them. It reads the page for that, and
// starts again.
func (f *filter) slow() (is bool) {
	if f.depth <= shallow {
		return false
	}
	for !is && len(f.fill()) > 0 && (f.lim.Stop == nil || !f.lim.Stop()) {
		is = f.searched > searchedShare*max(len(f.data), piece)
	}
	f.restart(f.depth)
	return is
}

// maxFostered is how many texts between the cells of tables are left for the
// parser to move to before the table. More than a few are no mistake.
const maxFostered = 1000

// cell opens one for text that stands in a table but in no cell.
func (f *filter) cell() {
	top := f.top()
	if top == nil || top.traits&noText == 0 {
		return
	}
	if f.fostered++; f.fostered <= maxFostered {
		return
	}
	f.cut |= CutMarkup
	if top.id != idTr {
		f.out = append(f.out, "<tr>"...)
		f.push(idTr, lookup(idTr).traits, true)
	}
	f.out = append(f.out, "<td>"...)
	f.push(idTd, lookup(idTd).traits, true)
	f.nodes += 2
}

// top is the innermost element that was passed on.
func (f *filter) top() *open {
	if n := len(f.stack); n > 0 && f.stack[n-1].kept {
		return &f.stack[n-1]
	}
	return nil
}

// write passes a tag on, with as many attributes as are allowed.
func (f *filter) write(t *token) {
	f.made()
	raw := f.data[t.start:t.end]
	if t.attributes <= f.lim.Attributes {
		f.out = append(f.out, raw...)
		if !strings.HasSuffix(raw, ">") {
			f.out = append(f.out, '>')
		}
		return
	}
	f.cut |= CutAttributes
	i := t.start + 1
	for !delimiter(f.data[i]) {
		i++
	}
	for range f.lim.Attributes + 1 {
		i = f.attribute(i)
	}
	f.out = append(append(f.out, f.data[t.start:i]...), '>')
}
