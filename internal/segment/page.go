// Package segment cuts a page into text blocks. [Tree] does so for a parsed
// document, [Text] for plain text; both return the page that heuristics see,
// with everything computed that more than one of them needs.
package segment

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// Options says how a tree is read.
type Options struct {
	URL     string                // the page's address, "" if not known
	Skip    func(*html.Node) bool // leaves these elements out; nil: none
	More    *lexicon.Lexicon      // cue phrases beyond the built-in ones; nil: none
	Decoded bool                  // all text in the tree is known to be UTF-8, since it was decoded

	// Limits bound the work. What was left out because of them is noted in
	// them. Nil: hardly any.
	Limits *Limits
}

// revealBelow is the amount of reading, in words of prose, below which a page
// counts as having little text of its own: then <noscript>, and what is
// hidden until a script runs, are read as well, if they have revealGain times
// as much. Forums serve whole threads in <noscript>; few other pages below
// this bound have any prose there. The same holds for a story's text that
// stands in structured data alone: it is read as one more part of the page,
// whose blocks are judged like all others.
const (
	revealBelow = 120
	revealGain  = 3
)

// embeddedLeast is the amount of reading, in words of prose, from which on the
// text in structured data is read where the page itself has no prose at all: two
// short paragraphs. Shells that a script fills have no more to show.
const embeddedLeast = 40

// foldedLeast is the least amount of hidden prose, in words, that counts as the
// page's text folded away until the reader clicks, if there is more of it than
// is shown. Of the pages of WCXB 9 come out better by it, and 2 worse.
const foldedLeast = 300

// folded tells whether more of the prose is hidden than shown, and enough.
func folded(prose, shown int) bool { return prose-shown > max(shown, foldedLeast) }

// hiddenMost is the share of a page's text, in tenths, from which on the page
// itself counts as hidden until a script runs, against flicker, and not parts of
// it: then what is hidden is read as shown, whatever its kind of text.
const hiddenMost = 9

// curtained tells whether the page is hidden as a whole.
func (w *walker) curtained() bool {
	hidden, all := w.unread, w.unread
	for i := range w.blocks {
		all += len(w.blocks[i].Text)
		if w.blocks[i].Hidden {
			hidden += len(w.blocks[i].Text)
		}
	}
	return hidden > 0 && 10*hidden >= hiddenMost*all
}

// foldedBytes is the least that foldedLeast words take: most languages have five
// bytes to a word and more.
const foldedBytes = 4 * foldedLeast

// mayFold tells whether more of the text than is shown may stand in elements that
// were passed over, and enough of it to be looked at.
func (w *walker) mayFold() bool { return w.unread > max(len(w.text), foldedBytes) }

// Memory is what pages are cut in. It is used again for one page after the
// other; the zero value is ready. What [Memory.Tree] and [Memory.Text] return
// is valid until Reset, but for text, metadata and origin, which are the
// caller's.
type Memory struct {
	shown    walker
	revealed walker // goes over the tree again with hidden content shown
	embedded walker // and again with what structured data have of the text
}

// Reset forgets the page. It returns the size of the largest page so far, in
// bytes of text.
func (m *Memory) Reset() int {
	m.shown.reset()
	m.revealed.reset()
	m.embedded.reset()
	return cap(m.shown.text)
}

// Tree cuts the trees under roots into blocks. It changes nothing in them.
func Tree(roots []*html.Node, opt Options) (*heuristics.Page, *metadata.Data, *Origin) {
	p, data, origin := new(Memory).Tree(roots, opt)
	page := *p // which alone is kept
	return &page, data, origin
}

// Tree cuts the trees under roots into blocks. It changes nothing in them.
func (m *Memory) Tree(roots []*html.Node, opt Options) (*heuristics.Page, *metadata.Data, *Origin) {
	if opt.Limits == nil {
		opt.Limits = none()
	}
	collector := metadata.Collector{Limits: opt.Limits.JSON, Affords: opt.Limits.affords}
	w := &m.shown
	w.limits, w.skip, w.head, w.more, w.decoded = opt.Limits, opt.Skip, collector.See, opt.More, opt.Decoded
	w.sizing = !opt.Decoded
	w.run(roots)
	opt.Limits.Seen = w.seen
	data := collector.Data()
	if collector.Cut {
		opt.Limits.Cut |= CutJSON
	}
	if collector.Late {
		opt.Limits.Cut |= CutTime
	}
	w.hurry()
	p := w.read(data.Lang)
	shown := proseOf(p.Blocks, false)
	curtain := w.curtained()
	again := func(v *walker, reveal bool, roots []*html.Node) {
		v.limits, v.skip, v.reveal, v.more, v.decoded = opt.Limits, opt.Skip, reveal, opt.More, opt.Decoded
		v.shadows = reveal && shown == 0
		v.sizing = reveal && !opt.Decoded // in the other case, the same text would count twice
		v.run(roots)
		opt.Limits.Seen = max(opt.Limits.Seen, v.seen)
		v.hurry()
		q := v.read(data.Lang)
		least := revealBelow
		if !reveal && shown == 0 {
			least = embeddedLeast
		}
		if prose := proseOf(q.Blocks, reveal); reveal && curtain || prose > revealGain*shown+least || folded(prose, shown) {
			w, p, shown = v, q, prose
		}
	}
	if w.hides() && (shown < revealBelow || curtain || folded(proseOf(p.Blocks, true), shown) || w.mayFold()) {
		again(&m.revealed, true, roots)
	}
	if shown < revealBelow {
		if story := embedded(data.LD.Body, opt.Limits); story != nil {
			roots = append(slices.Clip(roots), story)
			again(&m.embedded, false, roots)
		}
	}
	p.Titles = data.Titles()
	p.Authors = data.AuthorNames()
	p.Description = data.Description()
	p.Site, p.Domain = data.SiteName(), data.Domain(opt.URL)
	p.PageHints = data.Hints(opt.URL)
	w.relate(p)
	if data.LD.Body != "" {
		w.declare(p, data.LD.Body)
	}
	return p, data, w.origin(roots)
}

// hides tells whether there is anything that was not read, or not shown.
func (w *walker) hides() bool {
	for i := range w.blocks {
		if w.blocks[i].Hidden {
			return true
		}
	}
	return w.noscript || w.unread > 0
}

// proseOf counts the words of prose, of hidden blocks too if all is set.
func proseOf(blocks []heuristics.Block, all bool) (words int) {
	for i := range blocks {
		b := &blocks[i]
		if (all || !b.Hidden) && b.Words >= minProse && b.LinkDensity() < maxProseLinks && b.Sentences > 0 {
			words += b.Words
		}
	}
	return words
}

// What proseOf takes for prose. It is shorter than what heuristics.Block.Prose
// does: here it is asked whether a page has any text, there what a block is.
const (
	minProse      = 10
	maxProseLinks = 0.34
)

// read turns what was gathered into a page with all words counted.
func (w *walker) read(declared string) *heuristics.Page {
	text := string(w.text)
	w.whole = text
	w.reader.Reset(w.more)
	for i := range w.blocks {
		r := &w.ranges[i]
		w.blocks[i].Text = text[r.start:r.end]
		w.reader.Read(&w.blocks[i], w.spans[r.spanStart:r.spanEnd])
	}
	p := &w.kept.page
	p.Blocks, p.Elements, p.Headline = w.blocks, w.elements, -1
	p.Lang = w.reader.Finish(p.Blocks, primary(declared))
	return p
}

// primary returns the two-letter code of a language tag: "de" for "de-AT".
func primary(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return tag
}

// validText replaces what is not UTF-8.
func validText(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
