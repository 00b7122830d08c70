// Package parse makes a tree of HTML, whatever the HTML is like: the one that
// golang.org/x/net/html makes, but for what nobody reads. Nearly all pages are
// built by [builder], which is faster; what it gives up on goes to that parser.
// Pages on which the parser gives up in turn (more than 512 elements open at
// once) or takes more than linear time or memory are found beforehand by
// [risky], and go through [filter], which leaves out tags, and never text, until
// the parser can cope with them.
package parse

import (
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits bound what the parser is fed. All numbers must be above zero.
type Limits struct {
	Nodes      int
	Depth      int // elements open at once, once the page has more than the parser takes
	Attributes int // of an element

	// Blanks keeps white space between blocks. It is text of nothing, but
	// selectors may look at it.
	Blanks bool

	// Stop is asked every 64 kilobytes whether to go on; nil: always.
	Stop func() bool
}

// Cut says what was left out of a page, here or later on.
type Cut uint16

// What can be left out.
const (
	CutDepth      Cut = 1 << iota // tags of elements nested too deep
	CutNodes                      // everything behind the last node that was allowed
	CutAttributes                 // attributes
	CutMarkup                     // tags that make no difference but for the work they are
	CutTime                       // everything that was not reached in time
	CutBytes                      // everything behind the last byte that was allowed
	CutBlocks                     // boundaries between blocks
	CutJSON                       // embedded JSON
)

// Document parses a page. What a script would put in its place on a page that is
// streamed is put there.
func Document(page []byte, lim Limits) (*html.Node, Cut, error) {
	text := string(page)
	root, cut, streamed, err := document(text, lim)
	if streamed && err == nil {
		assemble(root, lim.Depth)
	}
	return root, cut, err
}

// document parses a page as it is, and tells whether it may be a streamed one.
func document(text string, lim Limits) (root *html.Node, cut Cut, streamed bool, err error) {
	b := newBuilder(text, lim)
	if b.build() {
		return b.doc, b.cut(), b.streamed, nil
	}
	cut, err = parse(text, lim, func(r io.Reader) (err error) {
		root, err = html.Parse(r)
		return err
	})
	return root, cut, strings.Contains(text, placeMarkup), err
}

// Fragment parses what could stand in a <div>.
func Fragment(text string, lim Limits) ([]*html.Node, Cut, error) {
	nodes, cut, ok := buildFragment(text, lim)
	if ok {
		return nodes, cut, nil
	}
	cut, err := parse(text, lim, func(r io.Reader) (err error) {
		context := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
		nodes, err = html.ParseFragment(r, context)
		return err
	})
	return nodes, cut, err
}

// parserDepth is where the parser gives up, in open elements.
const parserDepth = 512

// errDeep stands for the parser's error, which has no type.
var errDeep = errors.New("nested too deep for the parser")

// parse tries ever less deep trees until the parser takes one. A tree
// without depth it always takes.
func parse(page string, lim Limits, parser func(io.Reader) error) (Cut, error) {
	if risky, gaps := risky(page, lim); !risky {
		r := &reader{rest: page, gaps: gaps, stop: lim.Stop}
		if parser(r) == nil {
			return r.cut(), nil
		}
	}
	err := errDeep
	f := newFilter(page, lim, 0)
	for _, depth := range []int{lim.Depth, lim.Depth / 4, 0} {
		if f.restart(min(depth, parserDepth/2)); f.slow() {
			continue
		}
		r := &reader{fill: f.fill, stop: lim.Stop}
		if err = parser(r); err == nil {
			return f.cut | r.cut(), nil
		}
	}
	return 0, err
}

// reader hands the page to the parser in pieces and ends it when time is up.
type reader struct {
	rest    string
	gaps    []gap         // in rest; they are passed over
	at      int           // how much of rest has been handed on or passed over
	fill    func() []byte // returns what comes next, empty at the end; nil: there is nothing but rest
	stop    func() bool
	stopped bool
}

// piece is how much is read between two looks at the clock, in bytes. The
// first is parsed in any case, so that there is a result of some sort.
const piece = 64 << 10

func (r *reader) Read(p []byte) (int, error) {
	if r.stopped = r.stopped || r.at >= piece && r.stop != nil && r.stop(); r.stopped {
		return 0, io.EOF
	}
	if len(r.rest) == 0 && r.fill != nil {
		r.rest = string(r.fill())
	}
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	next := r.rest
	if len(r.gaps) > 0 {
		next = r.rest[:r.gaps[0].start-r.at]
	}
	n := copy(p[:min(len(p), piece)], next)
	r.advance(n)
	return n, nil
}

// advance notes that n bytes have been handed on, and passes over the gap that
// follows, if one does. No gap begins where another ends.
func (r *reader) advance(n int) {
	if r.at += n; len(r.gaps) > 0 && r.at == r.gaps[0].start {
		n += r.gaps[0].end - r.at
		r.at, r.gaps = r.gaps[0].end, r.gaps[1:]
	}
	r.rest = r.rest[n:]
}

func (r *reader) cut() Cut {
	if r.stopped {
		return CutTime
	}
	return 0
}

// A "<" at the end of a text would begin a tag with what follows, once the tag
// between the two is left out.
func appendText(out []byte, text string) []byte {
	if strings.HasSuffix(text, "<") {
		return append(append(out, text[:len(text)-1]...), "&lt;"...)
	}
	return append(out, text...)
}
