package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// PageFeatureNames lists the features of pages in the order in which
// [View.AppendPageFeatures] does.
func PageFeatureNames() (names []string) {
	for _, name := range hintNames {
		names = append(names, "hint-"+name)
	}
	for _, s := range blockShares {
		names = append(names, "share-"+s.name)
	}
	for _, s := range markShares {
		names = append(names, "share-"+s.name)
	}
	for _, r := range likelyRoles {
		names = append(names, "likely-"+r.String())
	}
	return append(names, "words", "likely-body-words", "blocks", "runs", "paragraph")
}

// AppendPageFeatures appends what the kind of page is judged by, one level for
// each of PageFeatureNames.
func (v *View) AppendPageFeatures(levels []float32) []float32 {
	p := v.Page
	for i := range hintNames {
		levels = append(levels, float32(p.PageHints>>i&1))
	}
	share := func(words float64) float64 { return words / float64(1+p.Words) }
	for _, n := range v.shareWords() {
		levels = append(levels, float32(steps(share(float64(n)), 0.002, 0.02, 0.06, 0.15, 0.3, 0.5, 0.7)))
	}
	for _, r := range likelyRoles {
		levels = append(levels, float32(steps(share(v.RoleWords[r]), 0.005, 0.02, 0.06, 0.15, 0.3, 0.5, 0.7)))
	}
	return append(levels,
		float32(steps(float64(p.Words), 100, 250, 500, 900, 1500, 2500, 4500)),
		float32(steps(v.RoleWords[h.Body], 50, 150, 300, 600, 1000, 2000)),
		float32(steps(float64(len(p.Blocks)), 40, 80, 140, 220, 350, 600)),
		float32(steps(float64(longestRun(p)), 2, 4, 8, 16, 32)),
		float32(paragraphLevel(p)))
}

// hintNames are the hints in the order of their bits.
var hintNames = [...]string{"article-type", "product-type", "forum-type", "list-type", "website-type", "doc-type", "service-type",
	"recipe-type", "has-date", "has-author", "home-path", "short-path", "slug-path", "date-path", "number-path", "forum-path",
	"product-path", "list-path", "doc-path", "blog-path", "service-path", "forum-engine", "shop-engine"}

// likelyRoles are the roles whose expected share of the page is looked at.
var likelyRoles = [...]h.Role{h.Body, h.Comment, h.Related, h.Nav, h.Promo, h.Byline, h.Bio}

// blockShares are sorts of blocks whose share of the page's words is looked at.
var blockShares = [...]struct {
	name string
	of   func(*h.Block) bool
}{
	{"prose", (*h.Block).Prose},
	{"long-prose", func(b *h.Block) bool { return b.Words > 60 && b.Prose() }},
	{"links", func(b *h.Block) bool { return b.LinkDensity() > 0.6 }},
	{"headings", func(b *h.Block) bool { return b.Heading > 0 }},
	{"numbers", func(b *h.Block) bool { return 3*b.Numbers >= b.Words }},
	{"dates", func(b *h.Block) bool { return b.Dates != 0 && b.Words < 15 }},
	{"offers", func(b *h.Block) bool { return b.Cues[h.CuePromo] > 0 && b.Words < 15 }},
	{"questions", func(b *h.Block) bool { return b.Heading > 0 && b.Sentences > 0 }},
}

// markShares are the same, told by marks of the elements around.
var markShares = [...]struct {
	name  string
	marks h.Marks
}{
	{"forum", h.MarkForum},
	{"product", h.MarkProduct},
	{"comment", h.MarkComment},
	{"code", h.MarkCode | h.TagPre},
	{"table", h.TagTable},
	{"article", h.MarkArticle | h.TagArticle},
	{"card", h.MarkCard},
	{"list", h.MarkList},
	{"items", h.TagItem},
	{"author", h.MarkAuthor | h.MarkByline},
	{"nav", h.TagNav | h.MarkNav},
	{"sidebar", h.MarkSidebar | h.TagAside},
	{"quote", h.TagQuote | h.MarkQuote},
}

// shareWords sums up the words of each of blockShares, then of each of
// markShares.
func (v *View) shareWords() (words [len(blockShares) + len(markShares)]int) {
	p := v.Page
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Hidden {
			continue
		}
		for j := range blockShares {
			if blockShares[j].of(b) {
				words[j] += b.Words
			}
		}
		if e := p.Element(b); e != nil {
			for j := range markShares {
				if e.All&markShares[j].marks != 0 {
					words[len(blockShares)+j] += b.Words
				}
			}
		}
	}
	return words
}

// longestRun is how long the longest run of boxes with several blocks is.
func longestRun(p *h.Page) int {
	const leastWords = 5 // of a box
	longest := 0
	for i := range p.Elements {
		if e := &p.Elements[i]; e.NumBlocks() > 1 && e.Words >= leastWords {
			longest = max(longest, e.Run)
		}
	}
	return longest
}

// paragraphLevel sorts pages by the mean length of their prose; 0 if there is
// none.
func paragraphLevel(p *h.Page) h.Level {
	words, n := 0, 0
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Prose() {
			words += b.Words
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return 1 + steps(float64(words)/float64(n), 30, 40, 50, 65, 85)
}
