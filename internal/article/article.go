// Package article builds the article's own tree: the kept blocks of a page
// with the structure that they stand in - lists, tables, quotes, code, figures,
// headings - and nothing else of the page. Every rendering is made from it.
//
// The page's tree is only read. Its nesting is walked without recursion; the
// tree that is built is at most [MaxDepth] deep, so that whoever shows it may
// recurse.
package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// MaxDepth bounds the nesting of the tree that is built, in elements. What is
// nested deeper stands in the deepest element that there is. Readers see no
// difference beyond a handful of levels.
const MaxDepth = 64

// Options says what is built.
type Options struct {
	// Keep tells of each block whether it is shown.
	Keep []bool

	// Part tells what each block is to pictures near it; nil: all are PartText.
	Part []Part

	Media bool                    // pictures and videos are shown
	Links bool                    // links are
	URL   func(ref string) string // makes an address absolute, "" if it must not be shown
	Until func(*Media) bool       // Find need not go on behind the first medium of which it is true; nil: it goes on
	Stop  func() bool             // asked every thousand nodes whether to end there; nil: nobody is
}

// Part is what a block is to a picture near it.
type Part uint8

// Parts.
const (
	PartText    Part = iota
	PartCaption      // goes with a picture
	PartHead         // headline or standfirst: pictures after it go with the text that follows
	PartMargin       // byline, share buttons, tags: nothing unless a headline is there too
)

// Tags of the tree that HTML does not have.
const (
	TagMath     = "math"     // one text child, in TeX; attribute display="block" or "inline"
	TagFootnote = "footnote" // reference to a note; attribute n
)

// Attributes of the tree that HTML does not have.
const (
	AttrNote = "data-note" // on <li>: the number of the footnote that it is; on <ol>: holds only such
	AttrKind = "data-kind" // on <aside>: note, tip, important, warning or caution
)

// Article is the tree that was built, and what is in it.
type Article struct {
	Root   *html.Node // a <div> that holds all
	Links  []Place
	Tables []Place
}

// Place is an element of the article and the block of the page that it begins in.
type Place struct {
	Node  *html.Node
	Block int
}

// Build returns the article of a page as a tree of its own.
func Build(origin *segment.Origin, opt Options) *Article {
	b := &builder{origin: origin, opt: opt, cursor: newCursor(origin, &opt)}
	b.page, _, _ = strings.Cut(opt.URL("#page"), "#")
	if opt.Media {
		b.media = Find(origin, opt)
	}
	b.article.Root = element("div")
	b.frames = append(b.frames, frame{out: b.article.Root})
	traverse(origin, &b.cursor, b, opt.Stop)
	b.footnotes()
	tidy(b.article.Root)
	b.article.Links = slices.DeleteFunc(b.article.Links, func(l Place) bool { return l.Node.Parent == nil })
	return &b.article
}

// FromTexts returns the tree of blocks that have no tree: one paragraph each.
func FromTexts(texts []string) *Article {
	root := element("div")
	for _, s := range texts {
		p := element("p")
		p.AppendChild(text(s))
		root.AppendChild(p)
	}
	return &Article{Root: root}
}

// FromLines returns the tree that takes the least to write: a line a block, as
// text that is laid out already.
func FromLines(texts []string) *Article {
	pre := element("pre")
	pre.AppendChild(text(strings.Join(texts, "\n")))
	root := element("div")
	root.AppendChild(pre)
	return &Article{Root: root}
}
