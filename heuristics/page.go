package heuristics

import "strings"

// Page is a page as heuristics see it: its text blocks in document order, the
// block-level elements that hold them, and what was computed once for all.
// It is read-only.
type Page struct {
	Blocks   []Block
	Elements []Element // parents before children; Elements[0] is the root. Empty for plain text

	Titles      []string // what the page says its headline is: og:title, JSON-LD headline, <title>; best first
	Authors     []string // names that the page's metadata gives, or else the links to an author's page beside the headline
	Description string   // meta description
	Site        string   // name of the site
	Domain      string   // the name in the site's address: "example" of www.example.co.uk
	Lang        string   // two-letter code of the stopword table in use, "" if there is none

	Words     int // amount of reading, see [Block.Words]
	Headline  int // index of the block that is the headline of the page's story, -1 if none was found
	Templates []Template

	Declares  bool // metadata give the text of the story, and most of it stands on the page
	Plain     bool // made from plain text: nothing is known of markup
	PageHints Hint // what URL, og:type and structured data say about the kind of page
}

// Element returns the innermost block-level element that holds b, or nil for
// a page made from plain text.
func (p *Page) Element(b *Block) *Element {
	if b.Element < 0 || b.Element >= len(p.Elements) { // as of a block that a test made
		return nil
	}
	return &p.Elements[b.Element]
}

// Parent returns the element that holds e, or nil for the root.
func (p *Page) Parent(e *Element) *Element {
	if e == nil || e.Parent < 0 {
		return nil
	}
	return &p.Elements[e.Parent]
}

// Up returns the nth ancestor of b's element: Up(b, 0) is the element itself.
// It returns the root when there are fewer, and nil for plain text.
func (p *Page) Up(b *Block, n int) *Element {
	e := p.Element(b)
	for ; n > 0 && e != nil && e.Parent >= 0; n-- {
		e = &p.Elements[e.Parent]
	}
	return e
}

// Item returns the nearest element around b that is one of a run: it stands among
// three or more siblings of the same shape, at most seven elements out, and holds
// more than one block, or one that is mostly links. nil if there is none.
func (p *Page) Item(b *Block) *Element {
	const minRun, maxUp = 3, 7
	e := p.Element(b)
	for i := 0; e != nil && e.Parent >= 0 && i < maxUp; i++ {
		if e.Run >= minRun && (e.NumBlocks() > 1 || e.Links > 0 && e.LinkDensity() > mostlyLinks) {
			return e
		}
		e = p.Parent(e)
	}
	return nil
}

// Path returns the tags down to b's element: "html>body>div>p". It is empty
// for plain text.
func (p *Page) Path(b *Block) string {
	var tags []string
	for e := p.Element(b); e != nil && e.Parent >= 0; e = p.Parent(e) {
		tags = append(tags, e.Tag)
	}
	for i, j := 0, len(tags)-1; i < j; i, j = i+1, j-1 {
		tags[i], tags[j] = tags[j], tags[i]
	}
	return strings.Join(tags, ">")
}

// Next returns the block n places after b (before it, if n is negative), or
// nil beyond the ends of the page.
func (p *Page) Next(b *Block, n int) *Block {
	if i := b.Index + n; i >= 0 && i < len(p.Blocks) {
		return &p.Blocks[i]
	}
	return nil
}

// Above returns the heading that b stands under, or nil.
func (p *Page) Above(b *Block) *Block {
	if b.Above < 0 || b.Above >= len(p.Blocks) {
		return nil
	}
	return &p.Blocks[b.Above]
}

// Element is a block-level element that holds at least one block.
type Element struct {
	Tag    string
	ID     string
	Class  string
	Index  int // in Page.Elements
	Parent int // index into Page.Elements, -1 for the root
	Depth  int // 0 for the root

	First, Last int // blocks First ≤ i < Last stand in it

	// Counts over everything in it.
	Words, LinkWords, Links int
	Headings                int // blocks in h1 to h6
	Images                  int
	Inputs                  int // text fields
	EmailInputs             int

	Own  Marks // marks of the element itself
	Near Marks // of the element, its parent and its grandparent
	All  Marks // of the element and all its ancestors

	Signature uint64 // equal for elements of the same tag and classes
	Run       int    // number of children of its parent that have its signature, itself included
	Lead      int    // index of the first of these
}

// LinkDensity is the share of the words of e that stand in links, 0 to 1.
func (e *Element) LinkDensity() float64 {
	return ratio(e.LinkWords, e.Words)
}

// NumBlocks is the number of blocks in e.
func (e *Element) NumBlocks() int { return e.Last - e.First }

// Template sums up the blocks that stand in elements of the same signature
// under parents of the same signature: what one line of a site's template
// has put out.
type Template struct {
	Blocks, Words, LinkWords int
	Prose                    int // blocks that are prose, see [Block.Prose]
}

// Hint is a set of hints at the kind of a page.
type Hint uint32

// Hints from the page's address and metadata.
const (
	HintArticleType Hint = 1 << iota // og:type or JSON-LD say article, news or blog posting
	HintProductType
	HintForumType   // DiscussionForumPosting, QAPage
	HintListType    // CollectionPage, ItemList, SearchResultsPage
	HintWebsiteType // og:type website, WebSite or WebPage only
	HintDocType     // TechArticle, or a generator that makes documentation
	HintServiceType // Service, LocalBusiness, Organization of a bodily kind, Course
	HintRecipeType  // Recipe
	HintHasDate     // metadata has a date of publication
	HintHasAuthor   // metadata has an author
	HintHomePath    // the address has no path
	HintShortPath   // one short path segment
	HintSlugPath    // the last path segment is four words or more
	HintDatePath    // the path has a year, or a year and a month
	HintNumberPath  // the last path segment holds a number of four digits or more
	HintForumPath   // /forum/, /thread/, /t/, /questions/, viewtopic …
	HintProductPath // /product/, /products/x, /p/, /dp/, /item/
	HintListPath    // /category/, /collections/x, /tag/, /search, /page/2
	HintDocPath     // /docs/, /documentation/, /manual/, /reference/, /api/
	HintBlogPath    // /blog/, /news/, /article/, /story/, /posts/
	HintServicePath // /services/, /about, /pricing, /solutions
	HintForumEngine // generator is a known forum software
	HintShopEngine  // generator or scripts of a known shop software
)

func ratio(part, whole int) float64 {
	if whole <= 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
