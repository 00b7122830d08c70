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
	for i := range pageShares {
		names = append(names, "share-"+pageShares[i].name)
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

// pageShares are sorts of blocks whose share of the page's words is looked at:
// told by the block itself, or by marks of the elements around it.
var pageShares = [...]struct {
	name  string
	of    func(*h.Block) bool
	marks h.Marks
}{
	{name: "prose", of: (*h.Block).Prose},
	{name: "long-prose", of: func(b *h.Block) bool { return b.Words > 60 && b.Prose() }},
	{name: "links", of: func(b *h.Block) bool { return b.LinkDensity() > 0.6 }},
	{name: "headings", of: func(b *h.Block) bool { return b.Heading > 0 }},
	{name: "numbers", of: func(b *h.Block) bool { return 3*b.Numbers >= b.Words }},
	{name: "dates", of: func(b *h.Block) bool { return b.Dates != 0 && b.Words < 15 }},
	{name: "offers", of: func(b *h.Block) bool { return b.Cues[h.CuePromo] > 0 && b.Words < 15 }},
	{name: "questions", of: func(b *h.Block) bool { return b.Heading > 0 && b.Sentences > 0 }},
	{name: "forum", marks: h.MarkForum},
	{name: "product", marks: h.MarkProduct},
	{name: "comment", marks: h.MarkComment},
	{name: "code", marks: h.MarkCode | h.TagPre},
	{name: "table", marks: h.TagTable},
	{name: "article", marks: h.MarkArticle | h.TagArticle},
	{name: "card", marks: h.MarkCard},
	{name: "list", marks: h.MarkList},
	{name: "items", marks: h.TagItem},
	{name: "author", marks: h.MarkAuthor | h.MarkByline},
	{name: "nav", marks: h.TagNav | h.MarkNav},
	{name: "sidebar", marks: h.MarkSidebar | h.TagAside},
	{name: "quote", marks: h.TagQuote | h.MarkQuote},
}

// shareWords sums up the words of each of pageShares.
func (v *View) shareWords() (words [len(pageShares)]int) {
	p := v.Page
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Hidden {
			continue
		}
		var all h.Marks
		if e := p.Element(b); e != nil {
			all = e.All
		}
		for j := range pageShares {
			s := &pageShares[j]
			if all&s.marks != 0 || s.of != nil && s.of(b) {
				words[j] += b.Words
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
