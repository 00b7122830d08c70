package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// builder makes the tree of a page by itself, as the standard has it (HTML,
// 13.2.6), for as long as the page needs none of the rarer repairs: frames,
// formulas, HTML in pictures. Where it does, the builder gives up, and the
// parser of x/net/html does it all.
//
// It is faster than that parser since strings are parts of the page, nodes and
// attributes come by the hundred, and what nobody reads is passed over: the
// text of scripts and style sheets, what is in <svg> and <template>, and white
// space between blocks. In all else the tree is the same (TestBuilder,
// TestBlanks, FuzzBuilder).
type builder struct {
	scanner
	lim      Limits
	doc      *html.Node
	fragment bool
	mode     mode
	quirks   bool // a table does not end a paragraph
	head     *html.Node
	form     *html.Node

	open       []openNode
	paragraphs int          // open <p>
	verbatim   int          // open elements in which white space is text
	active     []formatNode // formatting elements that go on into the next block

	// What is counted to bound the work: nodes, bytes of text put behind other
	// text, formatting opened again, nodes moved into a copy of it, tags that add
	// to <html> and <body>.
	nodes, merged, reopened, moved, again int

	fostering       bool // what is being put into a table goes before it
	due             int  // where the clock is looked at again
	reference       int  // where from the position looked on the first "&" stands
	looked          int
	streamed        bool // there are places for parts of the page that come later
	stopped, failed bool

	tag        tag
	passing    []uint64 // open elements in an <svg>
	freeNodes  []html.Node
	freeValues []html.Attribute
}

// openNode is an open element.
type openNode struct {
	*html.Node
	traits traits
}

// formatNode is a formatting element that was opened and not closed; the zero
// value is a marker, which those before it do not reach past.
type formatNode struct {
	node *html.Node
	lost bool // its block was closed; it is opened again in the next
}

// build makes the tree of a page, and reports whether it could.
func (b *builder) build() bool {
	b.run()
	b.mode.finish(b)
	return !b.failed
}

// buildFragment makes nodes of what could stand in a <div>.
func buildFragment(text string, lim Limits) ([]*html.Node, Cut, bool) {
	b := newBuilder(text, lim)
	b.fragment = true
	root := b.element(atom.Html, "html", nil)
	b.push(root, lookup(idHTML).traits)
	b.mode = inBody
	b.run()
	var nodes []*html.Node
	for n := root.FirstChild; n != nil; n = root.FirstChild {
		detach(n)
		nodes = append(nodes, n)
	}
	return nodes, b.cut(), !b.failed
}

func newBuilder(page string, lim Limits) *builder {
	b := &builder{scanner: scanner{data: newlines(page)}, lim: lim, due: piece}
	b.open = make([]openNode, 0, min(b.atOnce(), usualDepth))
	b.doc = b.node(html.DocumentNode, "")
	b.failed = strings.IndexByte(page, 0) >= 0
	return b
}

// usualDepth is room for the elements that are open at once, on most pages.
const usualDepth = 32

// newlines makes all line ends the same, as the standard has it for whatever
// is read (13.2.3.5).
func newlines(page string) string {
	if strings.IndexByte(page, '\r') < 0 {
		return page
	}
	return strings.ReplaceAll(strings.ReplaceAll(page, "\r\n", "\n"), "\r", "\n")
}

func (b *builder) cut() Cut {
	if b.stopped {
		return CutTime
	}
	return 0
}

// maxMerged is how much text may be put behind other text, in bytes, beside
// as much as the page has. It is copied each time.
const maxMerged = 1 << 16

func (b *builder) run() {
	for b.pos < len(b.data) && !b.failed && b.inTime() {
		i := b.markup()
		if i < 0 {
			i = len(b.data)
		}
		if i > b.pos {
			text := b.data[b.pos:i]
			if b.refers(b.pos, i) {
				text = html.UnescapeString(text)
			}
			b.pos = i
			b.text(text)
			continue
		}
		b.read()
		if b.nodes > b.lim.Nodes || len(b.open) > parserDepth || b.merged > len(b.data)+maxMerged {
			b.giveUp()
		}
	}
}

// inTime looks at the clock every so often.
func (b *builder) inTime() bool { return b.pos < b.due || !b.late() }

func (b *builder) late() bool {
	b.due = b.pos + piece
	b.stopped = b.lim.Stop != nil && b.lim.Stop()
	return b.stopped
}

// read takes in a tag, a comment or a declaration.
func (b *builder) read() {
	at := b.pos + 1
	switch c := b.data[at]; {
	case c == '!':
		b.declaration(at + 1)
	case c == '?':
		b.comment(b.until(at))
	case c != '/':
		if b.readTag(at) {
			b.start()
		}
	case at+1 >= len(b.data):
		b.pos = len(b.data)
		b.text("</")
	case b.data[at+1] == '>':
		b.pos = at + 2
		b.comment("")
	case !letter(b.data[at+1]):
		b.comment(b.until(at + 1))
	default:
		if b.readTag(at + 1) {
			b.end()
		}
	}
}

// until returns what stands between a position and the next ">", and passes
// over both.
func (b *builder) until(at int) string {
	text, _, _ := strings.Cut(b.data[at:], ">")
	b.pos = min(at+len(text)+1, len(b.data))
	return text
}

// declaration reads what begins with "<!".
func (b *builder) declaration(at int) {
	rest := b.data[at:]
	const doctype = "doctype"
	switch {
	case strings.HasPrefix(rest, "--"):
		b.pos = b.endOfComment(at - 1)
		b.comment(commentText(b.data[at+len("--") : b.pos]))
	case len(rest) >= len(doctype) && strings.EqualFold(rest[:len(doctype)], doctype):
		b.until(at)
		b.doctype(b.data[at-len("<!") : b.pos])
	case len(rest) < 2:
		b.giveUp()
	default:
		b.comment(b.until(at))
	}
}

// commentText takes off the end of a comment, or what there is of one at the
// end of the page.
func commentText(s string) string {
	if s == ">" || s == "->" {
		return ""
	}
	for _, end := range []string{"-->", "--!>", "--!", "--", "-"} {
		if text, ok := strings.CutSuffix(s, end); ok {
			return text
		}
	}
	return s
}

// doctype notes what sort of page this is. All but the usual one are left to
// the parser, which shows what it makes of them by what a table does.
func (b *builder) doctype(text string) {
	if b.mode != initial {
		if b.mode == afterBody || b.mode == afterAfterBody {
			b.mode = inBody
		}
		return
	}
	b.mode = beforeHTML
	if text == "<!DOCTYPE html>" || text == "<!doctype html>" {
		add(b.doc, b.node(html.DoctypeNode, "html"))
		return
	}
	doc, err := html.Parse(strings.NewReader(text + "<p><table>"))
	if err != nil || !strings.HasSuffix(text, ">") || doc.FirstChild == nil || doc.FirstChild.Type != html.DoctypeNode {
		b.giveUp()
		return
	}
	n := doc.FirstChild
	add(b.doc, b.node(html.DoctypeNode, n.Data)).Attr = n.Attr
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Table {
			b.quirks = n.Parent.DataAtom == atom.P
		}
	}
}

// giveUp leaves the page to the parser.
func (b *builder) giveUp() { b.failed = true }
