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
	URL  string                // the page's address, "" if not known
	Skip func(*html.Node) bool // leaves these elements out; nil: none
	More *lexicon.Lexicon      // cue phrases beyond the built-in ones; nil: none

	// Limits bound the work. What was left out because of them is noted in
	// them. Nil: hardly any.
	Limits *Limits
}

// revealBelow is the amount of reading, in words of prose, below which a page
// counts as having little text of its own: then <noscript>, and what is
// hidden until a script runs, are read as well, if they have revealGain times
// as much. Forums serve whole threads in <noscript>; few other pages below
// this bound have any prose there.
const (
	revealBelow = 120
	revealGain  = 3
)

// Tree cuts the trees under roots into blocks. It changes nothing in them.
func Tree(roots []*html.Node, opt Options) (*heuristics.Page, *metadata.Data, *Origin) {
	if opt.Limits == nil {
		opt.Limits = none()
	}
	collector := metadata.Collector{Limits: opt.Limits.JSON}
	w := walkers.Get().(*walker)
	defer w.release()
	w.limits, w.skip, w.head, w.more = opt.Limits, opt.Skip, collector.See, opt.More
	w.run(roots)
	w.hurry()
	data := collector.Data()
	if collector.Cut {
		opt.Limits.Cut |= CutJSON
	}
	p := w.page(data.Lang)
	origin := w.origin(roots)
	if shown := proseOf(p.Blocks, false); shown < revealBelow {
		if q, from := w.revealed(roots, opt, data.Lang); q != nil && proseOf(q.Blocks, true) > revealGain*shown+revealBelow {
			p, origin = q, from
		}
	}
	p.Titles = data.Titles()
	p.Authors = data.AuthorNames()
	p.Description = data.Description()
	p.Site, p.Domain = data.SiteName(), data.Domain(opt.URL)
	p.PageHints = data.Hints(opt.URL)
	relate(p)
	return p, data, origin
}

// revealed reads the tree again with hidden content shown and the contents of
// <noscript> parsed. It returns nil if there is nothing hidden.
func (w *walker) revealed(roots []*html.Node, opt Options, lang string) (*heuristics.Page, *Origin) {
	hidden := false
	for i := range w.blocks {
		hidden = hidden || w.blocks[i].Hidden
	}
	if !hidden && !w.noscript {
		return nil, nil
	}
	again := walkers.Get().(*walker)
	defer again.release()
	again.limits, again.skip, again.reveal, again.more = opt.Limits, opt.Skip, true, opt.More
	again.run(roots)
	again.hurry()
	return again.page(lang), again.origin(roots)
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

// What proseOf takes for prose; the same bounds as heuristics.Block.Prose.
const (
	minProse      = 10
	maxProseLinks = 0.34
)

// page turns what was gathered into a page with all words counted.
func (w *walker) page(declared string) *heuristics.Page {
	text := string(w.text)
	for i, r := range w.ranges {
		w.blocks[i].Text = text[r.start:r.end]
	}
	p := &heuristics.Page{Blocks: slices.Clone(w.blocks), Elements: slices.Clone(w.elements), Headline: -1}
	w.reader.Reset(w.more)
	for i := range p.Blocks {
		w.reader.Read(&p.Blocks[i], w.spans[w.ranges[i].spanStart:w.ranges[i].spanEnd])
	}
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
