package extract

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// Result is what was found on a page: every text block, kept or not, in
// document order. The article is a view of it. A caller may give blocks other
// roles: texts, renderings and lists follow. It may be read by several
// goroutines at once.
//
// It holds on to the page's tree, for renderings and Why. What is to be kept of
// many pages, or written as JSON, is a [Record].
type Result struct {
	Blocks   []Block // as many as the page has, in its order
	Verdict  Verdict
	Metadata Metadata

	// Partial names the limit that was hit, "" if the whole page was read.
	Partial string

	found     int           // blocks of the page
	size      int           // of the page
	time      time.Duration // for a rendering
	keep      []heuristics.Role
	origin    *segment.Origin                   // nil for plain text
	base      *url.URL                          // what addresses on the page are relative to, nil if unknown
	explainer func() (*scorer.Explainer, error) // for Why
}

// untouched is nil if Blocks has as many blocks as the page: else its indices
// mean nothing.
func (r *Result) untouched() error {
	if len(r.Blocks) != r.found {
		return fmt.Errorf("extract: Blocks is not what was found on the page: %d blocks, not %d", len(r.Blocks), r.found)
	}
	return nil
}

// Block is a text block with its role.
type Block struct {
	Role    heuristics.Role
	hidden  bool
	copied  bool
	element int32 // of outline, -1 for plain text

	Score float64 // probability of the role, 0 to 1: the logistic of the sum of its reasons
	Text  string  // white space folded; "\n" where the page breaks the line

	// Reasons is the evidence for and against Role, heaviest first. It is nil
	// unless Extractor.Explain is set.
	Reasons []heuristics.Evidence

	outline *outline
}

// Path returns the tags down to the block's element: "html>body>article>p".
// It is empty for plain text.
func (b *Block) Path() string { return b.outline.path(b.element) }

// samePath tells whether two blocks have the same path for sure.
func (b *Block) samePath(c *Block) bool {
	return b.outline != nil && b.outline == c.outline && b.element >= 0 && c.element >= 0 && b.outline.steps[b.element] == c.outline.steps[c.element]
}

// Hidden tells whether a browser would not show the block.
func (b *Block) Hidden() bool { return b.hidden }

// Copied tells whether the block says again, word for word, what another box
// of the page has said before in the same role. Texts have it once.
func (b *Block) Copied() bool { return b.copied }

// defaultKeep is the policy of the zero Extractor.
var defaultKeep = []heuristics.Role{heuristics.Body}

// Text returns the article text by the extractor's policy: its blocks,
// separated by a blank line.
func (r *Result) Text() string {
	return r.TextOf(r.policy(nil)...)
}

// TextOf returns the text of the blocks that have one of the given roles,
// separated by a blank line; of no role, none. What is hidden or copied is no
// part of it.
func (r *Result) TextOf(keep ...heuristics.Role) string {
	const between = "\n\n"
	kept := func(b *Block) bool { return slices.Contains(keep, b.Role) && !b.hidden && !b.copied }
	size := 0
	for i := range r.Blocks {
		if b := &r.Blocks[i]; kept(b) {
			size += len(b.Text) + len(between)
		}
	}
	var text strings.Builder
	text.Grow(size)
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if !kept(b) {
			continue
		}
		if text.Len() > 0 {
			text.WriteString(between)
		}
		text.WriteString(b.Text)
	}
	return text.String()
}
