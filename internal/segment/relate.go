package segment

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// relate computes what one block is to the others: totals of elements, runs
// of siblings, headings above, repeats, templates, distances to prose, and
// how blocks match with what the page says of itself. Every step is linear.
func (w *walker) relate(p *heuristics.Page) {
	total(p)
	w.runs(p)
	headings(p)
	w.repeats(p)
	w.templates(p)
	prose(p)
	w.matchTitles(p)
}

// total sums up blocks by element. Children come after their parents, so that
// one pass from the back carries sums all the way up.
func total(p *heuristics.Page) {
	for i := range p.Blocks {
		b := &p.Blocks[i]
		b.Before = p.Words
		p.Words += b.Words
		if b.Element < 0 {
			continue
		}
		e := &p.Elements[b.Element]
		e.Words += b.Words
		e.LinkWords += b.LinkWords
		e.Links += b.Links
		if b.Heading > 0 {
			e.Headings++
		}
	}
	for i := len(p.Elements) - 1; i > 0; i-- {
		e := &p.Elements[i]
		up := &p.Elements[e.Parent]
		up.Words += e.Words
		up.LinkWords += e.LinkWords
		up.Links += e.Links
		up.Headings += e.Headings
	}
}

// runs counts the siblings that share tag and classes.
func (w *walker) runs(p *heuristics.Page) {
	w.tally.reset(len(p.Elements))
	for i := range p.Elements {
		e := &p.Elements[i]
		lead := w.tally.at(mix(e.Signature, uint64(e.Parent)))
		if *lead == 0 {
			*lead = int32(i + 1)
		}
		e.Lead = int(*lead - 1)
		p.Elements[e.Lead].Run++
	}
	for i := range p.Elements {
		p.Elements[i].Run = p.Elements[p.Elements[i].Lead].Run
	}
}

// maxHeading is the longest text, in words, that is taken for a heading when
// no markup says so.
const maxHeading = 12

// headings finds the heading that each block stands under: the last heading
// before it. In plain text a short line without an end mark before a longer
// one is a heading.
func headings(p *heuristics.Page) {
	last := -1
	for i := range p.Blocks {
		b := &p.Blocks[i]
		b.Above = last
		if isHeading(p, b) {
			last = i
		}
	}
}

func isHeading(p *heuristics.Page, b *heuristics.Block) bool {
	if !p.Plain {
		return b.Heading > 0
	}
	next := p.Next(b, 1)
	return b.Words <= maxHeading && b.End != heuristics.CharStop && next != nil && next.Words > 2*b.Words
}

// repeats counts blocks with the same text.
func (w *walker) repeats(p *heuristics.Page) {
	w.tally.reset(len(p.Blocks))
	for i := range p.Blocks {
		first := w.tally.text(p.Blocks[i].Text)
		if *first == 0 {
			*first = int32(i + 1)
		}
		p.Blocks[i].Template = int(*first - 1) // for the moment
		p.Blocks[*first-1].Repeats++
	}
	for i := range p.Blocks {
		p.Blocks[i].Repeats = p.Blocks[p.Blocks[i].Template].Repeats
	}
}

// templates groups blocks by the signatures of their element and its parent.
func (w *walker) templates(p *heuristics.Page) {
	w.tally.reset(len(p.Blocks))
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Element < 0 {
			b.Template = -1
			continue
		}
		e := &p.Elements[b.Element]
		key := e.Signature
		if e.Parent >= 0 {
			key = mix(key, p.Elements[e.Parent].Signature)
		}
		t := w.tally.at(key)
		if *t == 0 {
			p.Templates = append(p.Templates, heuristics.Template{})
			*t = int32(len(p.Templates))
		}
		b.Template = int(*t - 1)
		sum := &p.Templates[b.Template]
		sum.Blocks++
		sum.Words += b.Words
		sum.LinkWords += b.LinkWords
		if b.Prose() {
			sum.Prose++
		}
	}
}

// prose measures, in blocks, how far the nearest prose is on either side.
func prose(p *heuristics.Page) {
	far := math.MaxInt16
	distance := far
	for i := range p.Blocks {
		b := &p.Blocks[i]
		distance = min(distance+1, far)
		if b.Prose() {
			distance = 0
		}
		b.ProseBefore = distance
	}
	distance = far
	for i := len(p.Blocks) - 1; i >= 0; i-- {
		b := &p.Blocks[i]
		distance = min(distance+1, far)
		if b.Prose() {
			distance = 0
		}
		b.ProseAfter = distance
	}
}

// Bounds of what is compared with title, description and authors.
const (
	maxTitleWords  = 40 // a longer block is not a headline
	minTitleShare  = 0.8
	minTitleBytes  = 8
	minDescription = 30 // bytes that must agree before a block begins as the description does
	shortAuthor    = 12 // words of a short block with an author's name
	maxMatchWords  = 150
	minSiteName    = 4 // bytes
	maxSiteName    = 100
	maxMatchBytes  = 10_000 // of a block in which authors are looked for: longer than any 150 words
)

// matchTitles compares blocks with titles, description and authors, and finds
// the headline: the first h1 that matches, or the first block that does.
func (w *walker) matchTitles(p *heuristics.Page) {
	titles := make([]string, 0, len(p.Titles))
	for _, t := range p.Titles {
		if key := fingerprint(t); len(key) >= minTitleBytes {
			titles = append(titles, key)
		}
	}
	description := fingerprint(p.Description)
	site := siteNames(p)
	first, firstH1 := -1, -1
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Words <= maxTitleWords {
			w.key = appendFingerprint(w.key[:0], b.Text)
		}
		b.TitleMatch = match(b, w.key, titles, description, p.Authors)
		for _, name := range site {
			b.NamesSite = b.NamesSite || containsFold(b.Text, name)
		}
		if b.Hidden || b.TitleMatch != heuristics.MatchTitle && b.TitleMatch != heuristics.MatchTitlePart {
			continue
		}
		if first < 0 && b.LinkWords < b.Words {
			first = i
		}
		if firstH1 < 0 && b.Heading == 1 {
			firstH1 = i
		}
	}
	p.Headline = headline(p, firstH1, first)
}

func headline(p *heuristics.Page, firstH1, first int) int {
	if firstH1 >= 0 {
		return firstH1
	}
	if first >= 0 {
		return first
	}
	only := -1
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Heading == 1 && !b.Hidden {
			if only >= 0 {
				return only // several: the first
			}
			only = i
		}
	}
	return only
}

func match(b *heuristics.Block, key []byte, titles []string, description string, authors []string) heuristics.TitleMatch {
	if b.Words > maxMatchWords || len(b.Text) > maxMatchBytes {
		return heuristics.MatchNone
	}
	if b.Words <= maxTitleWords {
		if m := matchTitle(key, titles); m != heuristics.MatchNone {
			return m
		}
		if sameBeginning(description, key) {
			return heuristics.MatchDescription
		}
	}
	for _, a := range authors {
		switch {
		case !containsFold(b.Text, a):
		case b.Words <= shortAuthor:
			return heuristics.MatchAuthor
		default:
			return heuristics.MatchAuthorLong
		}
	}
	return heuristics.MatchNone
}

// containsFold tells whether name stands in text, ASCII letters in any case.
func containsFold(text, name string) bool {
	if name == "" {
		return false
	}
	first := name[0] | 0x20
	for i := 0; i+len(name) <= len(text); i++ {
		if text[i]|0x20 == first && strings.EqualFold(text[i:i+len(name)], name) {
			return true
		}
	}
	return false
}

func matchTitle(key []byte, titles []string) heuristics.TitleMatch {
	if len(key) < minTitleBytes {
		return heuristics.MatchNone
	}
	best := heuristics.MatchNone
	for _, t := range titles {
		shorter, longer := min(len(t), len(key)), max(len(t), len(key))
		switch {
		case 2*shorter < longer:
		case t[:shorter] != string(key[:shorter]) && t[len(t)-shorter:] != string(key[len(key)-shorter:]):
		case float64(shorter) >= minTitleShare*float64(longer):
			return heuristics.MatchTitle
		default:
			best = heuristics.MatchTitlePart
		}
	}
	return best
}

// siteNames are the names of the site to be looked for in blocks.
func siteNames(p *heuristics.Page) (names []string) {
	for _, name := range []string{p.Site, p.Domain} {
		if len(name) >= minSiteName && len(name) <= maxSiteName && (len(names) == 0 || !strings.EqualFold(names[0], name)) {
			names = append(names, name)
		}
	}
	return names
}

// sameBeginning tells whether a block begins as the description does.
func sameBeginning(description string, key []byte) bool {
	n := min(len(description), len(key), 2*minDescription)
	return n >= minDescription && description[:n] == string(key[:n])
}

// fingerprint keeps letters and digits, in lower case.
func fingerprint(s string) string {
	return string(appendFingerprint(make([]byte, 0, len(s)), s))
}

func appendFingerprint(key []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
				key = append(key, c)
			case c >= 'A' && c <= 'Z':
				key = append(key, c+'a'-'A')
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			key = utf8.AppendRune(key, unicode.ToLower(r))
		}
		i += size
	}
	return key
}
