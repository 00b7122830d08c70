package article

import (
	"slices"
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// Media is a picture or an embedded video.
type Media struct {
	Address       string // absolute where the page's address is known
	Alt           string // alternative text, or title of the video
	Width, Height int    // in pixels, as declared; 0 if not
	Video         bool
	Math          bool // a picture of a formula; Alt is its TeX
	Smiley        bool // a picture of the signs that are its Alt
	Block         int  // that it stands in or beside, -1 if none
	Caption       int  // block that is its caption, -1 if none
	Kept          bool // it goes with a block that is kept

	at     *html.Node // where it was found
	before int        // block that began last before it
	bare   int        // elements round it that have no text so far
	inline bool       // it stands in a text that has begun
}

// doubled makes room in a list that is full for as many as it has: growing by a
// quarter each time, as append does, leaves four times a long list behind.
func doubled[T any](list []T) []T {
	if len(list) < cap(list) {
		return list
	}
	return slices.Grow(list, max(1, len(list)))
}

// finder gathers media and the blocks that they go with. It is a visitor.
type finder struct {
	cursor
	opt   Options
	media []Media
	areas []area
	loose []int   // media that no block has been found for yet
	found []Media // what is shown of them
	known int     // media that have been looked at for found
	other int     // of found, from the first on, are known not to be looked for

	adverts parse.Once[bool]      // what elements round pictures say of themselves
	offers  parse.Once[candidate] // of <picture>: what its sources offer

	begun   int // block of the run, -1 if it has no text yet
	pending int // first of the media in the run
	read    bool
	newline bool
}

// area is an open block-level element.
type area struct {
	node  *html.Node
	start int // its first block
	loose int // media without a block before it
}

// Find returns the pictures and videos of a page, in document order, each with
// the block that it goes with: the one that it stands in, or else the nearest
// in the smallest element that has any. A picture goes with the text if that
// block is kept. What only counts visitors, or stands in an advert, is left out.
func Find(origin *segment.Origin, opt Options) []Media {
	f := &finder{cursor: newCursor(origin, &opt), opt: opt, begun: -1}
	f.areas = []area{{}}
	traverse(origin, &f.cursor, f, opt.Stop)
	f.flush()
	f.settle(&f.areas[0])
	f.resolve()
	return slices.DeleteFunc(f.found, func(m Media) bool { return m.Address == "" && !m.Written() })
}

// Written tells whether text is shown in the place of a picture.
func (m *Media) Written() bool { return m.Math || m.Smiley }

// enough tells, where a block begins, whether the medium that is looked for has
// been found: what comes later cannot change those that have their blocks.
func (f *finder) enough() bool {
	if f.opt.Until == nil || len(f.loose) > 0 || f.known == len(f.media) || f.pending < len(f.media) {
		return false
	}
	f.resolve()
	if slices.ContainsFunc(f.found[f.other:], func(m Media) bool { return f.opt.Until(&m) }) {
		return true
	}
	f.other = max(len(f.found)-1, 0) // the last may yet get an address
	return false
}

func (f *finder) text(n *html.Node) {
	if f.at(n) && f.enough() {
		f.last = -1
		return
	}
	if isBlank(n.Data) {
		return
	}
	f.read, f.newline = true, false
	if f.begun < 0 {
		f.begun = f.block
	}
}

func (f *finder) open(n *html.Node, flow segment.Flow, read bool) bool {
	if f.medium(n, flow, read) {
		f.media = append(doubled(f.media), Media{at: n, before: f.block, Block: -1, Caption: -1, bare: f.bare(), inline: f.begun >= 0})
	}
	switch {
	case flow == segment.FlowBreak && f.read && f.newline:
		f.flush()
	case flow == segment.FlowBreak:
		f.newline = f.read
	case flow == segment.FlowBoundary && read:
		f.flush()
		f.areas = append(f.areas, area{node: n, start: f.block + 1, loose: len(f.loose)})
	}
	return read && (flow == segment.FlowBoundary || flow == segment.FlowInline)
}

func (f *finder) close(n *html.Node) {
	last := &f.areas[len(f.areas)-1]
	if last.node != n {
		return // it stands inside a text
	}
	f.flush()
	if f.block >= last.start {
		f.settle(last)
	}
	f.areas = f.areas[:len(f.areas)-1]
}

// flush ends a run: media in it belong to its block, if it has one.
func (f *finder) flush() {
	for i := f.pending; i < len(f.media); i++ {
		m := &f.media[i]
		if m.Block = f.begun; m.Block >= 0 {
			m.Kept = f.opt.Keep[m.Block]
		} else {
			f.loose = append(f.loose, i)
		}
	}
	f.pending = len(f.media)
	f.begun, f.read, f.newline = -1, false, false
}

// settle finds blocks in the area for media that stand in it. Those that find
// only captions there look further in what the area stands in.
func (f *finder) settle(a *area) {
	var left []int
	for _, i := range f.loose[a.loose:] {
		if !f.join(&f.media[i], a.start, f.block) {
			left = append(left, i)
		}
	}
	f.loose = append(f.loose[:a.loose], left...)
}

// headReach is how many blocks of a headline may stand between a picture and
// the text that it goes with.
const headReach = 8

// join finds the block that m goes with between two blocks, inclusive.
func (f *finder) join(m *Media, first, last int) bool {
	before, headBefore := f.near(m, m.before, -1, first, last)
	after, headAfter := f.near(m, m.before+1, +1, first, last)
	head := headBefore || headAfter
	switch {
	case before >= 0 && f.opt.Keep[before]:
		m.Block, m.Kept = before, true
	case after >= 0 && f.opt.Keep[after]:
		m.Block, m.Kept = after, true
	case head: // the text may begin after the headline's own box
		return false
	case before >= 0:
		m.Block = before
	case after >= 0:
		m.Block = after
	default:
		return false
	}
	return true
}

// near returns the nearest block from i on, in one direction, that decides
// whether the picture is shown, and whether a headline stood between.
func (f *finder) near(m *Media, i, step, first, last int) (block int, head bool) {
	margin := -1
	for range headReach {
		if i < first || i > last {
			break
		}
		switch f.part(i) {
		case PartCaption:
			if m.Caption < 0 && abs(i-m.before) <= 1 {
				m.Caption = i
			}
		case PartHead:
			head = true
		case PartMargin:
			if margin < 0 {
				margin = i
			}
		default:
			if margin >= 0 && !head && !f.opt.Keep[i] {
				return margin, false
			}
			return i, head
		}
		if f.opt.Keep[i] {
			return i, head
		}
		i += step
	}
	if head {
		return -1, true
	}
	return margin, false
}

func (f *finder) part(block int) Part {
	if f.opt.Part == nil {
		return PartText
	}
	return f.opt.Part[block]
}

func abs(n int) int { return max(n, -n) }

// bare counts the open elements that have no text so far.
func (f *finder) bare() (count int) {
	for i := len(f.areas) - 1; i > 0 && f.areas[i].start > f.block; i-- {
		count++
	}
	return count
}

// advert tells whether the elements round a picture that have no text before
// it say that what stands in them is no part of a story.
func (f *finder) advert(m *Media) bool {
	const reach = 4
	n := m.at.Parent
	for range min(m.bare, reach) {
		if n == nil {
			return false
		}
		if f.adverts.Of(n, outOfStory) {
			return true
		}
		n = n.Parent
	}
	return false
}

// outOfStory tells whether an element says so.
func outOfStory(n *html.Node) bool {
	const marks = heuristics.MarkAd | heuristics.MarkShare | heuristics.MarkNewsletter | heuristics.MarkNav | heuristics.MarkAuthor | heuristics.TagNav
	return (lexicon.Marks(Attr(n, "class"))|lexicon.Marks(Attr(n, "id")))&marks != 0 || n.DataAtom == atom.Nav
}

// show writes a picture or a video into the article.
func (b *builder) show(m *Media) {
	node := b.shown(m)
	if node == nil {
		return
	}
	if !b.written && !m.Math && b.top().rule == flow && b.top().tag == "figure" && b.top().depth < maxFlow {
		if figure := b.container(); Tag(figure) == "figure" && !m.Video {
			figure.AppendChild(node)
			return
		}
	}
	at := b.wrapper()
	for i := range b.inline {
		if s := &b.inline[i]; s.out != nil && s.run == b.run {
			at = s.out
		}
	}
	b.gap(at)
	at.AppendChild(node)
	if Tag(node) == "img" {
		b.space = !b.written || besidePicture(node) // or a text would begin in the middle of a line
	}
	b.written = true
}

// besidePicture tells whether nothing but space stands between a picture and
// the one before it.
func besidePicture(img *html.Node) bool {
	before := img.PrevSibling
	if before != nil && before.Data == " " {
		before = before.PrevSibling
	}
	return Tag(before) == "img"
}

func (b *builder) shown(m *Media) *html.Node {
	if b.top().holds == verbatim {
		return nil
	}
	if m.Math {
		node := element(TagMath)
		setAttr(node, "display", "inline")
		node.AppendChild(text(m.Alt))
		return node
	}
	if m.Smiley {
		return text(m.Alt)
	}
	if m.Video {
		node := element("a")
		setAttr(node, "href", m.Address)
		node.AppendChild(text(m.Alt))
		return node
	}
	node := element("img")
	setAttr(node, "src", m.Address)
	setAttr(node, "alt", m.Alt)
	if m.Width > 0 && m.Height > 0 {
		setAttr(node, "width", strconv.Itoa(m.Width))
		setAttr(node, "height", strconv.Itoa(m.Height))
	}
	return node
}
