package extract

import (
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// Kind is a kind of page.
type Kind string

// Kinds of pages. On a page that is none of the others there is nothing to
// extract, and the text is empty.
const (
	KindNone          Kind = "none"
	KindArticle       Kind = "article"
	KindForum         Kind = "forum"
	KindProduct       Kind = "product"
	KindCollection    Kind = "collection"
	KindListing       Kind = "listing"
	KindDocumentation Kind = "documentation"
	KindService       Kind = "service"
)

// Verdict says what kind of page it is.
type Verdict struct {
	Kind       Kind    `json:"kind"`
	Confidence float64 `json:"confidence"` // probability that Kind is right, 0 to 1
}

// verdict is that of the scorer, unless no block turned out to be body.
func verdict(r *Result, scored *scorer.Result) Verdict {
	for i := range r.Blocks {
		if r.Blocks[i].Role == heuristics.Body && !r.Blocks[i].Hidden() {
			return Verdict{Kind: Kind(scored.Kind.String()), Confidence: scored.Confidence}
		}
	}
	return Verdict{Kind: KindNone, Confidence: noneConfidence}
}

// noneConfidence is how sure a page without a single block of body is to have
// no text. Every labelled page has some, so it cannot be measured on them.
const noneConfidence = 0.9
