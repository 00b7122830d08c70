package heuristics

// Block is a text block: a run of text with no block-level boundary inside.
// It is read-only.
type Block struct {
	Text    string // white space folded, never empty
	Index   int    // position in Page.Blocks
	Element int    // index into Page.Elements of the innermost block-level element, -1 for plain text

	// Words is the amount of reading, a measure that means the same in any
	// script: words where words are spaced, half a word for each Chinese or
	// Japanese character, a fifth of a word for each Thai one. At least 1 for
	// text with any letter or digit in it.
	Words                  int
	LinkWords              int // of these, in links
	BoldWords, ItalicWords int
	Units                  int // tokens that stopwords are counted among: words or single characters
	Stopwords              int
	Capitals               int // words that begin with a capital letter
	Cased                  int // words in a script that has capitals
	Numbers                int // words that begin with a digit
	Sentences              int // ends of sentences
	Commas                 int
	Strokes, Dots          int // that part the items of a line: | and /; · • » › > →
	CurrencySigns          int // $ € £ ¥ ₹ and their like
	AddressWords           int // of Words, in web addresses that are written out: https://…
	Links                  int
	Images                 int // pictures in the block or just before it in the same element

	Heading int // 1 to 6 in h1 to h6, otherwise 0
	Breaks  int // line breaks inside the block
	Start   CharKind
	End     CharKind
	Dates   Dates
	LinkTo  LinkKind // kinds of its links' targets
	Marks   Marks    // of inline elements in it: <time>, <span class="author">
	Cues    Cues
	CueSet  CueSet // the classes that Cues counts any of
	Hidden  bool   // not shown by a browser: hidden attribute, display:none, template

	Vocabulary []Level // words of Vocabulary() in the block, each once
	NamesSite  bool    // the name of the site stands in the block
	SiteFirst  bool    // it stands among the first twenty bytes, as in "At Harbour Post, we …"
	Declared   bool    // stands in the text of the story that metadata give; not looked for in a few words

	Above       int // index of the heading that the block stands under, -1 if none
	Before      int // words on the page before the block
	Repeats     int // blocks on the page with the same text, itself included
	Template    int // index into Page.Templates, -1 for plain text
	ProseBefore int // blocks back to the nearest prose, 0 for prose itself, far if there is none
	ProseAfter  int // blocks on to the nearest prose
	TitleMatch  TitleMatch
}

// Limits of what counts as prose when neighbours are looked at. From counts
// over the labelled pages: 97 in 100 blocks of this shape are body, comment,
// bio or a long teaser, and hardly one is navigation.
const (
	proseWords       = 20
	proseLinkDensity = 0.34
)

// mostlyLinks is the link density beyond which a block or a box is taken for a
// link, with something beside it.
const mostlyLinks = 0.5

// Prose tells whether b has the shape of running text: twenty words or more,
// an end of a sentence, and no more than a third of it in links.
func (b *Block) Prose() bool {
	return b.Words >= proseWords && b.Sentences > 0 && b.LinkDensity() <= proseLinkDensity && !b.Hidden
}

// LinkDensity is the share of the block's words that stand in links, 0 to 1.
func (b *Block) LinkDensity() float64 { return ratio(b.LinkWords, b.Words) }

// CharKind tells what a block's text begins or ends with.
type CharKind uint8

// Kinds of characters.
const (
	CharOther    CharKind = iota
	CharUpper             // capital letter
	CharLower             // small letter
	CharLetter            // letter of a script without case
	CharDigit             // digit
	CharQuote             // quotation mark
	CharBullet            // • – * · ► and their like
	CharArrow             // » › > → and their like
	CharStop              // . ! ? 。 । ؟
	CharColon             // : and its wide form
	CharEllipsis          // … or ...
	CharSign              // © ® ™ @ # $ € £ %
)

// Dates is a set of date-like things found in a block.
type Dates uint8

// Things that make up dates.
const (
	DateMonth   Dates = 1 << iota // the name of a month
	DateWeekday                   // the name of a day of the week
	DateYear                      // a number from 1900 to 2099
	DateNumeric                   // 24.12.2024, 12/24/24, 2024-12-24, 2024年
	DateClock                     // 18:30
)

// TitleMatch tells how a block compares with what the page says of itself.
type TitleMatch uint8

// Ways to match.
const (
	MatchNone        TitleMatch = iota
	MatchTitle                  // the block is one of Page.Titles
	MatchTitlePart              // most of the block's words stand in a title, or it is the part of <title> before the site's name
	MatchDescription            // the block begins as the meta description does
	MatchAuthor                 // a short block with an author's name in it
	MatchAuthorLong             // a longer block with an author's name in it
	MatchAuthorFirst            // a longer block that begins with an author's name
)

// LinkKind is a set of kinds of link targets.
type LinkKind uint16

// Kinds of link targets, by the look of the address.
const (
	LinkAuthor   LinkKind = 1 << iota // rel=author, /author/, /profile/
	LinkTag                           // rel=tag, /tag/, /category/, /topic/
	LinkFragment                      // #…
	LinkMail                          // mailto:, tel:
	LinkScript                        // javascript:, empty
	LinkShare                         // sharer, intent/tweet, whatsapp …
	LinkStory                         // a path that ends in a slug of four words or more, or in a long number
	LinkSite                          // any other path on the same site
	LinkExternal                      // another host
	LinkLegal                         // /privacy, /terms, /cookie
	LinkAccount                       // /login, /register, /subscribe, /cart
)
