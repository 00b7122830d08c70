package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/eight"
)

// Nodes and attributes are allocated by as many at once; where little is left of
// the page by fewer, one for so many bytes.
const (
	mostAtOnce  = 128
	leastAtOnce = 3
	atOnceShare = 32
)

func (b *builder) atOnce() int { return min(leastAtOnce+(len(b.data)-b.pos)/atOnceShare, mostAtOnce) }

// node returns a new node. Its fields are set one by one by those who ask for
// it: to copy a whole node costs more than to make it.
func (b *builder) node(kind html.NodeType, data string) *html.Node {
	if len(b.freeNodes) == 0 {
		b.freeNodes = make([]html.Node, b.atOnce())
	}
	n := &b.freeNodes[0]
	b.freeNodes = b.freeNodes[1:]
	n.Type, n.Data = kind, data
	b.nodes++
	return n
}

// element returns a new element.
func (b *builder) element(name atom.Atom, data string, values []html.Attribute) *html.Node {
	n := b.node(html.ElementNode, data)
	n.DataAtom, n.Attr = name, values
	return n
}

// add puts a node behind the children of parent, and returns it.
func add(parent, n *html.Node) *html.Node {
	n.Parent = parent
	if last := parent.LastChild; last == nil {
		parent.FirstChild = n
	} else {
		n.PrevSibling, last.NextSibling = last, n
	}
	parent.LastChild = n
	return n
}

func (b *builder) top() *html.Node { return b.open[len(b.open)-1].Node }

// insert makes the element of the tag in the innermost open one.
func (b *builder) insert() *html.Node { return b.insertIn(b.top()) }

func (b *builder) insertIn(parent *html.Node) *html.Node {
	return b.put(parent, b.element(b.tag.atom, b.tag.name, b.takeValues()))
}

// put puts a node behind the children of parent, if it may stand there.
func (b *builder) put(parent, n *html.Node) *html.Node {
	if b.fosters(parent) {
		return b.foster(n)
	}
	return add(parent, n)
}

// insertOpen makes the element of the tag and leaves it open.
func (b *builder) insertOpen() {
	b.push(b.insert(), b.tag.traits)
}

// imply makes an element that the page left out, and leaves it open.
func (b *builder) imply(id uint64) *html.Node {
	parent, e := b.doc, lookup(id)
	if len(b.open) > 0 {
		parent = b.top()
	}
	n := add(parent, b.element(e.atom, e.name, nil))
	b.push(n, e.traits)
	return n
}

func (b *builder) push(n *html.Node, t traits) {
	switch n.DataAtom {
	case atom.P:
		b.paragraphs++
	case atom.Pre, atom.Listing:
		b.verbatim++
	}
	b.open = append(b.open, openNode{n, t})
}

func (b *builder) pop() { b.popTo(len(b.open) - 1) }

// popTo closes the open elements from the i-th on.
func (b *builder) popTo(i int) {
	for j := i; j < len(b.open); j++ {
		b.closed(&b.open[j])
	}
	b.open = b.open[:i]
}

func (b *builder) closed(o *openNode) {
	switch {
	case o.DataAtom == atom.P:
		b.paragraphs--
	case o.DataAtom == atom.Pre || o.DataAtom == atom.Listing:
		b.verbatim--
	case o.traits&formatting != 0:
		if j := b.activeIndex(o.Node); j >= 0 {
			b.active[j].lost = true
		}
	}
}

// remove takes an open element out from among the others.
func (b *builder) remove(i int) {
	b.closed(&b.open[i])
	b.open = append(b.open[:i], b.open[i+1:]...)
}

// addText puts text behind what is in the innermost open element.
func (b *builder) addText(s string) { b.addTextIn(b.top(), s) }

func (b *builder) addTextIn(parent *html.Node, s string) {
	if s == "" {
		return
	}
	if last := parent.LastChild; last != nil && last.Type == html.TextNode && !b.fosters(parent) {
		b.merged += len(last.Data)
		last.Data += s
		return
	}
	if b.between(parent) && textless(s) {
		return
	}
	b.put(parent, b.node(html.TextNode, s))
}

// between tells whether the end of a node is the edge of a block, where white
// space parts nothing: the last tag was that of the node, in which nothing
// stands yet, or of its last child. A third of the nodes of a page that was
// written to be read are such white space.
func (b *builder) between(n *html.Node) bool {
	if b.tag.traits&block == 0 || b.verbatim > 0 || b.lim.Blanks || b.fosters(n) {
		return false
	}
	if n.LastChild != nil {
		n = n.LastChild
	}
	return n.DataAtom == b.tag.atom
}

// textless tells whether there is nothing but white space and control characters
// in a text.
func textless(s string) bool {
	for len(s) >= eight.Size {
		if eight.UpTo(eight.At(s, 0), ' ') != eight.Highs {
			return false
		}
		s = s[eight.Size:]
	}
	for i := range len(s) {
		if s[i] > ' ' {
			return false
		}
	}
	return true
}

// scope returns the index of the innermost open element of a name, or -1 if
// there is none this side of the nearest element with one of the traits.
func (b *builder) scope(name atom.Atom, stops traits) int {
	for i := len(b.open) - 1; i >= 0; i-- {
		o := &b.open[i]
		if o.DataAtom == name {
			return i
		}
		if o.traits&stops != 0 {
			return -1
		}
	}
	return -1
}

// closeScope closes the innermost open element of a name and what is in it,
// and tells whether there is one in scope.
func (b *builder) closeScope(name atom.Atom, stops traits) bool {
	i := b.scope(name, stops)
	if i >= 0 {
		b.popTo(i)
	}
	return i >= 0
}

// closeParagraph closes an open <p>.
func (b *builder) closeParagraph() {
	if b.paragraphs > 0 {
		b.closeScope(atom.P, limit|limitsP)
	}
}

// closeImplied closes elements whose end tags may be left out, up to one of
// the name that is excepted.
func (b *builder) closeImplied(except atom.Atom) {
	i := len(b.open)
	for i > 0 && b.open[i-1].traits&endImplied != 0 && (except == 0 || b.open[i-1].DataAtom != except) {
		i--
	}
	b.popTo(i)
}

func (b *builder) comment(text string) {
	parent := b.doc
	switch b.mode {
	case initial, beforeHTML, afterAfterBody:
	case afterBody:
		parent = b.open[0].Node
	default:
		parent = b.top()
	}
	add(parent, b.node(html.CommentNode, unescape(text)))
}

// blanks are the characters that are white space in HTML.
const blanks = " \t\r\n\f"

// text takes in text between tags.
func (b *builder) text(s string) {
	for {
		rest := s
		if b.mode != inBody && b.mode != inCell && b.mode != inCaption {
			rest = strings.TrimLeft(s, blanks)
		}
		switch b.mode {
		case initial, beforeHTML, beforeHead:
		case inHead, afterHead, inColumns:
			if b.lim.Blanks {
				b.addText(s[:len(s)-len(rest)])
			}
		case inTable, inTableBody, inRow:
			if rest == "" && tabular(b.top()) {
				b.addText(s)
			} else {
				b.fosterText(s)
			}
			return
		case afterBody, afterAfterBody:
			if rest == "" {
				b.bodyText(s)
				return
			}
			rest = s
		default:
			b.bodyText(s)
			return
		}
		if s = rest; s == "" {
			return
		}
		b.mode.leave(b)
	}
}

func (b *builder) bodyText(s string) {
	if n := b.top(); (n.DataAtom == atom.Pre || n.DataAtom == atom.Listing) && n.FirstChild == nil {
		s = firstLine(s)
	}
	if s != "" {
		b.reopen()
		b.addText(s)
	}
}
