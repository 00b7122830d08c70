package scorer

import (
	"fmt"

	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// Kind is a kind of page.
type Kind uint8

// Kinds of pages.
const (
	None          Kind = iota // no text worth the name
	Article                   // one story
	Forum                     // a thread of posts
	Product                   // one thing to buy
	Collection                // a run of products or works
	Listing                   // a run of links to other pages
	Documentation             // instructions or reference
	Service                   // what somebody offers

	// NumKinds is the number of kinds.
	NumKinds = 8
)

var kindNames = [NumKinds]string{"none", "article", "forum", "product", "collection", "listing", "documentation", "service"}

// String returns the lower-case name of the kind.
func (k Kind) String() string { return kindNames[k] }

// ParseKind returns the kind with the given name.
func ParseKind(name string) (Kind, error) {
	for i, n := range kindNames {
		if n == name {
			return Kind(i), nil
		}
	}
	return None, fmt.Errorf("no kind of page is called %q", name)
}

// Group is a group of kinds whose text is made up in the same way.
type Group uint8

// Groups of kinds.
const (
	Story    Group = iota // one story
	Thread                // posts one after the other
	Cards                 // a run of cards
	Sections              // several sections

	// NumGroups is the number of groups.
	NumGroups = 4
)

// String returns the lower-case name of the group.
func (g Group) String() string { return [NumGroups]string{"story", "thread", "cards", "sections"}[g] }

// Group returns the group that a kind belongs to.
func (k Kind) Group() Group {
	switch k {
	case Forum:
		return Thread
	case Product, Collection, Listing:
		return Cards
	case Documentation, Service:
		return Sections
	}
	return Story
}

// KindOf classifies the page: for each kind, trees say how likely it is
// against all others, and what they say is made to add up to one. The kind is
// the likeliest of the likeliest group: a page that is a listing or a
// collection, nobody knows which, is no article.
func (s *Scorer) KindOf(v *View) (Kind, float64) {
	switch {
	case v.Page.Words < minPageWords:
		return None, 1
	case v.Page.Plain:
		return Article, plainConfidence // without markup there is little to tell kinds by
	case len(s.set.Kinds.Features) == 0:
		return Article, 1.0 / (NumKinds - 1)
	}
	var features model.Answers
	v.PageFeatures(features[:len(PageMeasures)])
	total := float32(0)
	for k := Article; k < NumKinds; k++ {
		v.kinds[k] = float32(Probability(s.kinds[k].Add(0, &features)))
		total += v.kinds[k]
	}
	var groups [NumGroups]float32
	for k := Article; k < NumKinds; k++ {
		v.kinds[k] /= total
		groups[k.Group()] += v.kinds[k]
	}
	best := Article
	for k := Article; k < NumKinds; k++ {
		g, top := groups[k.Group()], groups[best.Group()]
		if g > top || k.Group() == best.Group() && v.kinds[k] > v.kinds[best] {
			best = k
		}
	}
	v.certain = groups[best.Group()]
	return best, float64(v.kinds[best])
}

// PageFeatures fills in the levels of PageMeasures.
func (v *View) PageFeatures(out []float32) {
	for i, m := range PageMeasures {
		out[i] = float32(m.Measure(v))
	}
}

// PageFeatureNames lists the features of pages in the order in which
// [View.PageFeatures] fills them.
func PageFeatureNames() (names []string) {
	for _, m := range PageMeasures {
		names = append(names, m.Name)
	}
	return names
}

// minPageWords is the least number of words on a page of any kind.
const minPageWords = 10

// plainConfidence is the share of articles among the pages of WCXB.
const plainConfidence = 0.53

// PageMeasure sorts a whole page into levels.
type PageMeasure struct {
	Name    string
	Measure func(*View) h.Level
}

// PageMeasures are what the kind of page is judged by.
var PageMeasures = pageMeasures()

func pageMeasures() []PageMeasure {
	var list []PageMeasure
	for i, name := range hintNames {
		bit := h.Hint(1) << i
		list = append(list, PageMeasure{"hint-" + name, func(v *View) h.Level {
			if v.Page.PageHints&bit != 0 {
				return 1
			}
			return 0
		}})
	}
	share := func(name string, of func(*h.Page, *h.Block) bool) {
		list = append(list, PageMeasure{"share-" + name, func(v *View) h.Level {
			n := 0
			for i := range v.Page.Blocks {
				if b := &v.Page.Blocks[i]; !b.Hidden && of(v.Page, b) {
					n += b.Words
				}
			}
			return steps(float64(n)/float64(1+v.Page.Words), 0.002, 0.02, 0.06, 0.15, 0.3, 0.5, 0.7)
		}})
	}
	marked := func(name string, mark h.Marks) {
		share(name, func(p *h.Page, b *h.Block) bool { return p.Element(b) != nil && p.Element(b).All&mark != 0 })
	}
	share("prose", func(_ *h.Page, b *h.Block) bool { return b.Prose() })
	share("long-prose", func(_ *h.Page, b *h.Block) bool { return b.Prose() && b.Words > 60 })
	share("links", func(_ *h.Page, b *h.Block) bool { return b.LinkDensity() > 0.6 })
	share("headings", func(_ *h.Page, b *h.Block) bool { return b.Heading > 0 })
	share("numbers", func(_ *h.Page, b *h.Block) bool { return 3*b.Numbers >= b.Words })
	share("dates", func(_ *h.Page, b *h.Block) bool { return b.Dates != 0 && b.Words < 15 })
	share("offers", func(_ *h.Page, b *h.Block) bool { return b.Cues[h.CuePromo] > 0 && b.Words < 15 })
	share("questions", func(_ *h.Page, b *h.Block) bool { return b.Heading > 0 && b.Sentences > 0 })
	marked("forum", h.MarkForum)
	marked("product", h.MarkProduct)
	marked("comment", h.MarkComment)
	marked("code", h.MarkCode|h.TagPre)
	marked("table", h.TagTable)
	marked("article", h.MarkArticle|h.TagArticle)
	marked("card", h.MarkCard)
	marked("list", h.MarkList)
	marked("items", h.TagItem)
	marked("author", h.MarkAuthor|h.MarkByline)
	marked("nav", h.TagNav|h.MarkNav)
	marked("sidebar", h.MarkSidebar|h.TagAside)
	marked("quote", h.TagQuote|h.MarkQuote)
	for _, r := range []h.Role{h.Body, h.Comment, h.Related, h.Nav, h.Promo, h.Byline, h.Bio} {
		list = append(list, PageMeasure{"likely-" + r.String(), func(v *View) h.Level {
			return steps(v.RoleWords[r]/float64(1+v.Page.Words), 0.005, 0.02, 0.06, 0.15, 0.3, 0.5, 0.7)
		}})
	}
	list = append(list,
		PageMeasure{"words", func(v *View) h.Level {
			return steps(float64(v.Page.Words), 100, 250, 500, 900, 1500, 2500, 4500)
		}},
		PageMeasure{"likely-body-words", func(v *View) h.Level {
			return steps(v.RoleWords[h.Body], 50, 150, 300, 600, 1000, 2000)
		}},
		PageMeasure{"blocks", func(v *View) h.Level {
			return steps(float64(len(v.Page.Blocks)), 40, 80, 140, 220, 350, 600)
		}},
		PageMeasure{"runs", func(v *View) h.Level {
			longest := 0
			for i := range v.Page.Elements {
				if e := &v.Page.Elements[i]; e.NumBlocks() > 1 && e.Words >= 5 {
					longest = max(longest, e.Run)
				}
			}
			return steps(float64(longest), 2, 4, 8, 16, 32)
		}},
		PageMeasure{"paragraph", func(v *View) h.Level {
			words, n := 0, 0
			for i := range v.Page.Blocks {
				if b := &v.Page.Blocks[i]; b.Prose() {
					words += b.Words
					n++
				}
			}
			if n == 0 {
				return 0
			}
			return 1 + steps(float64(words)/float64(n), 30, 40, 50, 65, 85)
		}},
	)
	return list
}

// hintNames are the hints in the order of their bits.
var hintNames = []string{"article-type", "product-type", "forum-type", "list-type", "website-type", "doc-type", "service-type",
	"recipe-type", "has-date", "has-author", "home-path", "short-path", "slug-path", "date-path", "number-path", "forum-path",
	"product-path", "list-path", "doc-path", "blog-path", "service-path", "forum-engine", "shop-engine"}

func steps(x float64, bounds ...float64) h.Level {
	level := 0
	for _, b := range bounds {
		if !(x < b) { // no early end: a wrong guess of the processor costs more than all comparisons
			level++
		}
	}
	return h.Level(level)
}
