package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/safe"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// builder makes the tree of kept blocks. It is a visitor.
type builder struct {
	cursor
	origin  *segment.Origin
	opt     Options
	article Article
	media   []Media // that are still to come
	page    string  // its address, "" if it is not known

	frames []frame // open block-level elements of the page
	tables []int   // of these, the tables
	ready  int     // of these, from the root on, have their place in the article
	inline []span  // open elements inside a text

	run      int             // number of the run of text; every boundary begins another
	target   *html.Node      // what the run's text goes into, nil until there is any
	written  bool            // something of the run has been written
	read     bool            // the run has text, kept or not
	space    bool            // white space is due before the next character
	newline  bool            // a line break is
	edge     segment.Edge    // since the last text
	last     string          // text written
	rule     bool            // a thematic break is due if the next block is kept
	blank    strings.Builder // white space in code that nothing has followed yet
	spare    []html.Node     // for texts
	tail     byte            // last byte of the code under construction
	muted    int             // open elements whose text is not shown
	labelled *html.Node      // label of the note that began last
	bare     []*html.Node    // an open element, and one in it up to whose end it is known to have no formula; empty: none

	spoken parse.Once[string] // languages that elements round code name, "" for none
}

// frame is an open block-level element of the page.
type frame struct {
	node   *html.Node
	tag    string
	rule   rule
	holds  rule // what its contents are: flow, phrase or verbatim
	depth  int  // elements of the article that it stands in, at most
	out    *html.Node
	owner  int // frame whose element its text goes into: itself, or for one that is transparent the one around
	mute   bool
	number int    // <ol>: of the next item; <li>: its own
	cells  int    // <tr>: cells that have come to nothing since the last that has not
	nested bool   // <table>: there is a table in it
	note   *label // it is a note
	first  int    // block that it was placed for
	texts  int    // runs that have ended in it, for empty lines of code
}

// span is an open element inside a text.
type span struct {
	node *html.Node
	tag  string // "" if nothing becomes of it
	out  *html.Node
	run  int // that out belongs to
	mute bool
	math *formula // it is a formula
	link *link    // it is a link, nil before it is written
}

// link is what a link of the page leads to. It is looked at once: it may go on
// over thousands of runs, each of which has a link of its own.
type link struct {
	href   string // "" if it leads nowhere
	refers bool   // it can be a reference to a footnote
}

// Bounds of nesting: implied elements, such as the list of a lone item, come
// on top, so that both together stay below MaxDepth.
const (
	maxFlow   = 24
	maxInline = 8
)

func (b *builder) top() *frame { return &b.frames[len(b.frames)-1] }

func (b *builder) open(n *html.Node, flow segment.Flow, read bool) bool {
	if len(b.media) > 0 && b.media[0].at == n {
		m := b.media[0]
		b.media = b.media[1:]
		if m.Kept && b.muted == 0 {
			b.show(&m)
		}
		if flow == segment.FlowPicture || !read {
			return false
		}
	}
	switch flow {
	case segment.FlowBreak:
		b.lineBreak()
		return false
	case segment.FlowBoundary:
		if read {
			b.flush()
			b.push(n)
		}
		return read
	case segment.FlowInline:
		if read {
			b.openSpan(n)
		}
		return read
	}
	if tex := scriptTeX(n); tex != nil {
		b.formula(tex)
	}
	return false
}

func (b *builder) close(n *html.Node) {
	if len(b.inline) > 0 && b.inline[len(b.inline)-1].node == n {
		s := b.inline[len(b.inline)-1]
		b.inline = b.inline[:len(b.inline)-1]
		b.edge.Close(n)
		if slices.Contains(b.bare, n) {
			b.bare = b.bare[:0]
		}
		if s.mute {
			b.muted--
		}
		if s.math != nil && b.read && b.kept() {
			b.formula(s.math)
		}
		return
	}
	b.flush()
	f := b.top()
	if f.holds == verbatim && f.rule == transparent && f.texts == 0 {
		b.blank.WriteByte('\n') // an empty line, marked up as an element
	}
	if f.mute {
		b.muted--
	}
	b.finish(f)
	texts := f.texts
	b.frames = b.frames[:len(b.frames)-1]
	if n := len(b.tables); n > 0 && b.tables[n-1] == len(b.frames) {
		b.tables = b.tables[:n-1]
	}
	b.ready = min(b.ready, len(b.frames))
	b.top().texts += texts
}

// push opens a block-level element.
func (b *builder) push(n *html.Node) {
	up := b.top()
	f := frame{node: n, holds: up.holds, depth: up.depth}
	if n.Type == html.ElementNode {
		f.tag, f.rule = boundaryRule(n)
	}
	if n.DataAtom == atom.Hr {
		b.rule = b.block >= 0 && b.opt.Keep[b.block]
	}
	closed := up.holds == phrase || up.holds == verbatim || f.depth >= maxFlow
	if !closed {
		if l := b.labelOf(n); l != nil && b.labelled != l.node {
			b.labelled = l.node
			f.tag, f.rule, f.note = "li", flow, l
		}
	}
	f.owner = len(b.frames)
	switch {
	case closed:
		f.rule = transparent
	case f.rule != transparent:
		f.holds = f.rule
		f.depth++
	}
	if f.rule == transparent {
		f.owner = up.owner
	}
	b.number(up, &f)
	if b.muted == 0 && gutter(n) {
		f.mute = true
	}
	if f.mute {
		b.muted++
	}
	if f.tag == "table" && f.rule == flow {
		b.tables = append(b.tables, len(b.frames))
	}
	b.frames = append(b.frames, f)
}

// openSpan opens an element inside a text.
func (b *builder) openSpan(n *html.Node) {
	b.edge.Open(n)
	s := span{node: n, tag: inlineTag(n)}
	if len(b.inline) >= maxInline || b.top().holds == verbatim {
		s.tag = ""
	}
	for i := range b.inline[:min(len(b.inline), maxInline)] {
		if up := b.inline[i].tag; up == s.tag || up == "code" {
			s.tag = ""
		}
	}
	if b.muted == 0 {
		s.math = b.formulaOf(n)
		s.mute = s.math != nil || gutter(n) || permalink(n) || editLink(n) && b.holdsNoMore(n, editAmount) || n == b.labelled
	}
	if s.mute {
		b.muted++
	}
	b.inline = append(b.inline, s)
}

// kept tells whether the block that began last is shown.
func (b *builder) kept() bool { return b.block >= 0 && b.opt.Keep[b.block] }

// flush ends a run.
func (b *builder) flush() {
	if b.read {
		b.top().texts++
	}
	if b.written && b.top().holds == verbatim && b.tail != '\n' {
		b.blank.Reset()
		b.blank.WriteByte('\n')
	}
	b.run++
	b.target = nil
	b.written, b.read, b.space, b.newline = false, false, false, false
	b.edge = segment.Edge{}
}

func (b *builder) lineBreak() {
	switch {
	case b.top().holds == verbatim:
		b.blank.WriteByte('\n')
	case !b.read:
	case b.newline:
		b.flush()
	default:
		b.newline = true
	}
}

// unwritten tells whether a text is nothing to read and all that its paragraph has.
func (b *builder) unwritten(n *html.Node) bool {
	if !segment.Unwritten(strings.Trim(n.Data, blanks)) {
		return false
	}
	for up := n; up.PrevSibling == nil && up.NextSibling == nil && up.Parent != nil; up = up.Parent {
		if b.origin.Flow(up.Parent) != segment.FlowInline {
			return true
		}
	}
	return false
}

func (b *builder) text(n *html.Node) {
	before := b.block
	b.at(n)
	if before != b.block && b.rule {
		if b.kept() && b.muted == 0 {
			b.thematicBreak()
		}
		b.rule = false
	}
	if b.muted > 0 {
		b.read = b.read || !isBlank(n.Data)
		return
	}
	code := b.top().holds == verbatim
	if isBlank(n.Data) || b.unwritten(n) {
		if b.space = true; code {
			b.blank.WriteString(n.Data)
		}
		return
	}
	b.read = true
	switch {
	case !b.kept():
		b.blank.Reset()
		b.space, b.newline = false, false
	case code:
		b.code(n.Data)
	default:
		b.prose(n.Data)
	}
}

// prose writes text with white space folded.
func (b *builder) prose(s string) {
	lead, folded, trail := fold(s)
	b.space = b.space || lead || b.written && b.edge.Apart(b.last, folded)
	if folded != "" {
		b.last, b.edge = folded, segment.Edge{}
		at := b.tip()
		if b.written && b.space && !b.newline {
			folded = spaced(s, folded)
		} else {
			b.gap(at)
		}
		at.AppendChild(b.textNode(folded))
		b.written = true
		b.space = false
	}
	b.space = b.space || trail
}

// spaced returns a space and what s is when folded.
func spaced(s, folded string) string {
	i := len(s) - len(strings.TrimLeft(s, blanks))
	if i > 0 && s[i-1] == ' ' && strings.HasPrefix(s[i:], folded) {
		return s[i-1 : i+len(folded)]
	}
	return " " + folded
}

// textNodes is how many nodes are made at once: most of an article are texts.
const textNodes = 64

func (b *builder) textNode(s string) *html.Node {
	if len(b.spare) == 0 {
		b.spare = make([]html.Node, textNodes)
	}
	n := &b.spare[0]
	b.spare = b.spare[1:]
	n.Type, n.Data = html.TextNode, s
	return n
}

// code writes text as it stands. Empty lines at the beginning are left out.
func (b *builder) code(s string) {
	into := b.wrapper()
	blank := b.blank.String()
	b.blank.Reset()
	if into.FirstChild == nil {
		all := blank + s
		first := strings.IndexFunc(all, func(r rune) bool { return r > ' ' })
		s = all[strings.LastIndexByte(all[:first+1], '\n')+1:]
	} else {
		s = blank + s
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\u00a0", " ")
	into.AppendChild(text(s))
	b.written, b.tail = true, s[len(s)-1]
}

// tip returns the innermost element that text is to be put into, with the
// elements round it open. The white space before it is still to be written.
func (b *builder) tip() *html.Node {
	at := b.wrapper()
	for i := range b.inline[:min(len(b.inline), maxInline)] { // none further in has a tag
		s := &b.inline[i]
		if s.tag == "" || s.tag == "strong" && heading(b.target) {
			continue
		}
		if s.out == nil || s.run != b.run {
			made := b.span(s)
			if made == nil {
				s.tag = ""
				continue
			}
			b.gap(at)
			s.out, s.run = made, b.run
			at.AppendChild(made)
		}
		at = s.out
	}
	return at
}

// gap writes the white space that is due.
func (b *builder) gap(at *html.Node) {
	if b.written && b.newline {
		at.AppendChild(element("br"))
	} else if b.written && b.space {
		at.AppendChild(text(" "))
	}
	b.space, b.newline = false, false
}

// span makes the element of the article for one inside a text, or nil.
func (b *builder) span(s *span) *html.Node {
	if s.tag != "a" {
		return element(s.tag)
	}
	if s.link == nil {
		s.link = b.linkOf(s.node)
	}
	href := s.link.href
	switch {
	case strings.HasPrefix(href, "#") && heading(b.target) && !s.link.refers: // to the heading itself, most often
		return nil
	case strings.HasPrefix(href, "#"): // perhaps of a footnote, which is no link but part of the text
	case !b.opt.Links:
		return nil
	default:
		href = b.opt.URL(href)
	}
	if href == "" || href == "#" {
		return nil
	}
	a := element("a")
	setAttr(a, "href", href)
	if s.link.refers {
		setAttr(a, attrReference, "")
	}
	b.article.Links = append(b.article.Links, Place{a, b.block})
	return a
}

// linkOf reads a link of the page. What is too long to be given out is none.
func (b *builder) linkOf(a *html.Node) *link {
	href := strings.TrimSpace(Attr(a, "href"))
	if len(href) > safe.MaxAddress {
		return &link{}
	}
	href = b.local(href)
	return &link{href: href, refers: strings.HasPrefix(href, "#") && reference(a) && b.holdsNoMore(a, referenceAmount)}
}

// local returns the part from # on of an address that leads into the page, and
// any other as it is.
func (b *builder) local(href string) string {
	if i := strings.IndexByte(href, '#'); i > 0 && href[:i] == b.page {
		return href[i:]
	}
	return href
}

func heading(n *html.Node) bool {
	return n != nil && n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}
