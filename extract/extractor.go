package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/decode"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// Extractor finds the body copy of pages. Its zero value is ready to use. It
// may be used by several goroutines at once as long as its fields are left
// alone, and never changes what it is given.
type Extractor struct {
	// Heuristics are asked about every block. Nil means heuristics.Default().
	// To add one, append it to that list.
	Heuristics []heuristics.Heuristic

	// Phrases are cue phrases beyond the built-in ones, by class, for wording
	// or languages that the tables lack. They count as the built-in ones do,
	// in the block itself, in the heading above and in the lines around:
	//
	//	Phrases: map[heuristics.Cue][]string{heuristics.CueNewsletter: {"the dispatch in your letterbox"}}
	//
	// Case and marks do not matter, and a digit stands for any number. A class
	// that does not exist and a phrase without a word are errors.
	Phrases map[heuristics.Cue][]string

	// Profile says what repeats on the pages of the site that the pages are of,
	// as one more heuristic: before neighbours are looked at. Nil means that
	// nothing is known of the site.
	Profile *Profile

	// Tables are measured weights to use in place of the built-in ones. Nil
	// means the built-in ones.
	Tables *Tables

	// Keep is the policy: the roles that make up [Result.Text]. Nil means
	// body alone, an empty list nothing.
	Keep []heuristics.Role

	// Explain fills in the reasons of every block. Without it they are nil;
	// [Result.Why] works in any case.
	Explain bool

	// Scope is a CSS selector. If it is set, only what it matches is looked
	// at. It is an error if nothing matches.
	Scope string

	// Skip is a CSS selector. What it matches is left out.
	Skip string

	// Limits bound the work that a page can make. The zero value is the
	// defaults.
	Limits Limits
}

// Source says what is known of a page besides its bytes. The zero value says
// nothing.
type Source struct {
	URL         string // the page's address, which others are relative to; a hint at the kind of page
	ContentType string // the HTTP header, for its charset

	// Fetched is when the page was, so that dates after it are not believed.
	// The zero value means now.
	Fetched time.Time

	// Context ends the work early. Its deadline is a limit as Limits.Time is:
	// when it passes, the result is of what was read until then, and Partial
	// says so. When it is cancelled, there is no result, and the error is
	// context.Canceled. Nil: only Limits.Time ends it.
	Context context.Context
}

func (src *Source) now() time.Time {
	if src.Fetched.IsZero() {
		return time.Now()
	}
	return src.Fetched
}

// Errors that the From functions wrap. [ErrOptions] stands for a nil page, too.
var (
	ErrOptions  = errors.New("bad options")
	ErrNotFound = errors.New("the selector of Scope matches nothing")
	ErrParse    = errors.New("the HTML parser gave up")
)

// isNil is the error that a page is none.
func isNil(what string) error { return fmt.Errorf("extract: %w: the %s is nil", ErrOptions, what) }

// FromReader reads an HTML page from r. Its charset is found by byte order mark,
// by the zeros of UTF-16, or by validity as UTF-8; otherwise it is what
// src.ContentType or <meta> says, unless the text reads better by far in one of
// the usual others.
// Whatever the content type, the page is taken for HTML: for plain text there
// is [Extractor.FromText].
func (e *Extractor) FromReader(r io.Reader, src Source) (*Result, error) {
	c, err := e.begin(src)
	switch {
	case err != nil:
		return nil, err
	case r == nil:
		return nil, isNil("reader")
	}
	page, err := c.read(r)
	if err != nil {
		return nil, err
	}
	return e.fromBytes(c, page, src)
}

// FromBytes takes an HTML page; see [Extractor.FromReader].
func (e *Extractor) FromBytes(page []byte, src Source) (*Result, error) {
	c, err := e.begin(src)
	if err != nil {
		return nil, err
	}
	return e.fromBytes(c, page, src)
}

func (e *Extractor) fromBytes(c *call, page []byte, src Source) (*Result, error) {
	c.walk.Bytes = len(page)
	page = clipTime(c, clipBytes(c, page))
	c.step()
	text, whole := decode.UTF8Until(page, src.ContentType, c.stop)
	if !whole {
		c.walk.Cut |= segment.CutTime
	}
	c.step()
	limits := parse.Limits{Nodes: c.Nodes, Depth: c.Depth, Attributes: c.Attributes, Blanks: e.Scope != "" || e.Skip != "", Stop: c.stop}
	root, cut, err := parse.Document(text, limits)
	if err != nil {
		return nil, fmt.Errorf("extract: %w: %w", ErrParse, err)
	}
	c.walk.Cut |= cut
	return e.fromTree(c, []*html.Node{root}, src, true)
}

// FromDocument takes a goquery document. Its tree is only read. The
// document's address is used if src has none.
func (e *Extractor) FromDocument(doc *goquery.Document, src Source) (*Result, error) {
	if doc == nil {
		return nil, isNil("document")
	}
	if src.URL == "" && doc.Url != nil {
		src.URL = doc.Url.String()
	}
	return e.FromSelection(doc.Selection, src)
}

// FromSelection looks only at the selected nodes and what is in them; one that
// stands in another is not read twice. Their tree is only read. An empty
// selection has no blocks, which is no error.
func (e *Extractor) FromSelection(s *goquery.Selection, src Source) (*Result, error) {
	if s == nil {
		return nil, isNil("selection")
	}
	return e.fromNodes(s.Nodes, src)
}

// FromNode takes a parsed page, or a part of one. The tree is only read.
func (e *Extractor) FromNode(root *html.Node, src Source) (*Result, error) {
	return e.fromNodes([]*html.Node{root}, src)
}

// fromNodes takes a tree that a caller made, of whatever bytes.
func (e *Extractor) fromNodes(roots []*html.Node, src Source) (*Result, error) {
	c, err := e.begin(src)
	switch {
	case err != nil:
		return nil, err
	case slices.Contains(roots, nil):
		return nil, isNil("node")
	}
	return e.fromTree(c, c.outermost(roots), src, false)
}

func (e *Extractor) fromTree(c *call, roots []*html.Node, src Source, decoded bool) (*Result, error) {
	s, err := e.scorer()
	if err != nil {
		return nil, err
	}
	roots, opt, err := e.part(c, roots)
	if err != nil {
		return nil, err
	}
	opt.URL, opt.Limits, opt.Decoded = src.URL, &c.walk, decoded
	if opt.More, err = e.phrases(); err != nil {
		return nil, err
	}
	return e.judge(c, src, work{roots: roots, opt: opt, scorer: s})
}

// FromText takes plain text, such as another extractor has left. Blocks are
// paragraphs where lines are wrapped, otherwise lines; heuristics that need
// markup keep silent, and there is nothing that Scope and Skip could match.
func (e *Extractor) FromText(text string, src Source) (*Result, error) {
	s, err := e.scorer()
	if err != nil {
		return nil, err
	}
	c, err := e.begin(src)
	if err != nil {
		return nil, err
	}
	if _, _, err := e.selectors(); err != nil {
		return nil, err
	}
	more, err := e.phrases()
	if err != nil {
		return nil, err
	}
	text = clipBytes(c, text)
	c.walk.Seen = len(text)
	opt := segment.Options{More: more, Limits: &c.walk}
	return e.judge(c, src, work{plain: true, text: text, opt: opt, scorer: s})
}

func (e *Extractor) phrases() (*lexicon.Lexicon, error) {
	more, err := lexicon.Phrases(e.Phrases)
	if err != nil {
		return nil, fmt.Errorf("extract: %w: Phrases: %w", ErrOptions, err)
	}
	return more, nil
}

var builtIn = sync.OnceValue(func() *Tables {
	go lexicon.Default() // with which the page is read before it is judged
	return &Tables{set: model.Default(), scorer: scorer.New(heuristics.Default(), model.Default())}
})

func (e *Extractor) scorer() (*scorer.Scorer, error) {
	if err := checkRoles(e.Keep); err != nil {
		return nil, err
	}
	s, err := e.withoutProfile()
	if err == nil && e.Profile != nil {
		s = s.With(e.Profile.heuristic())
	}
	return s, err
}

func (e *Extractor) withoutProfile() (*scorer.Scorer, error) {
	tables := e.Tables
	switch {
	case tables == nil:
		tables = builtIn()
	case tables.scorer == nil:
		return nil, fmt.Errorf("extract: %w: Tables is empty: they come from ReadTables", ErrOptions)
	}
	if e.Heuristics == nil {
		return tables.scorer, nil
	}
	if err := heuristics.Validate(e.Heuristics); err != nil {
		return nil, fmt.Errorf("extract: %w: %w", ErrOptions, err)
	}
	return tables.scorer.Asking(e.Heuristics), nil
}

func checkRoles(roles []heuristics.Role) error {
	for _, r := range roles {
		if r >= heuristics.NumRoles {
			return fmt.Errorf("extract: %w: Keep has role %d, which does not exist", ErrOptions, uint8(r))
		}
	}
	return nil
}

// judge cuts a page into blocks, judges them, and puts the result together.
func (e *Extractor) judge(c *call, src Source, w work) (*Result, error) {
	d := takeDesk()
	page, data, origin := w.blocks(&d.cut)
	d.judged.Stop = c.late
	scored, err := w.scorer.Score(page, &d.judged)
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if scored.Cut {
		c.walk.Cut |= segment.CutTime
	}
	r := &Result{Blocks: blocksOf(page, scored), found: len(page.Blocks), size: max(c.walk.Bytes, c.walk.Seen), time: c.Time, keep: e.Keep, origin: origin}
	r.Verdict = verdict(r, scored)
	markCopies(r.Blocks, page, scored.Kind)
	if origin != nil {
		r.base = baseOf(src.URL, data)
	}
	r.Metadata = describe(r, page, data, &src, c.describeLate)
	if !w.opt.Decoded {
		r.Metadata.valid()
	}
	if e.Explain {
		c.explain(r, w.scorer.Explain(scored))
	}
	if c.walk.Cut&segment.CutTime != 0 { // it would be cut otherwise another time
		explainer := w.scorer.Explain(scored)
		r.explainer = func() (*scorer.Explainer, error) { return explainer, nil }
	} else {
		r.explainer = w.again()
		d.clear()
	}
	return c.end(r)
}

// explain fills in the reasons, as long as there is time.
func (c *call) explain(r *Result, explainer *scorer.Explainer) {
	const every = 20 // blocks between two looks at the clock
	for i := range r.Blocks {
		if i%every == every-1 && c.late() {
			c.walk.Cut |= segment.CutTime
			return
		}
		r.Blocks[i].Reasons = explainer.Role(i, r.Blocks[i].Role)
	}
}

// blocksOf gives each block the role with the largest sum.
func blocksOf(page *heuristics.Page, scored *scorer.Result) []Block {
	outline := outlineOf(page)
	blocks := make([]Block, len(page.Blocks))
	for i := range page.Blocks {
		b := &page.Blocks[i]
		role := scored.Roles[i]
		blocks[i] = Block{Role: role, Score: scorer.Probability(scored.Sums[i][role]), Text: b.Text,
			hidden: b.Hidden, element: int32(b.Element), outline: outline}
	}
	return blocks
}
