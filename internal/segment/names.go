package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Bounds of names of sites that are looked for, in bytes.
const (
	minSiteName = 4
	maxSiteName = 100
)

// soon is how many bytes of a block, at most, stand before the name of the site
// where the block begins with it: "At Harbour Post, we …".
const soon = 20

// siteNames are the names of the site to be looked for in blocks.
func siteNames(p *heuristics.Page) (names []string) {
	for _, name := range []string{p.Site, p.Domain} {
		if len(name) >= minSiteName && len(name) <= maxSiteName && (len(names) == 0 || !strings.EqualFold(names[0], name)) {
			names = append(names, name)
		}
	}
	return names
}

// isSite tells whether a text is the name of the site and nothing more.
func isSite(p *heuristics.Page, text string) bool {
	return strings.EqualFold(text, p.Site) || strings.EqualFold(text, p.Domain)
}

// findNames notes which blocks have the name of the site or of an author in
// them.
func (w *walker) findNames(p *heuristics.Page) {
	for _, name := range siteNames(p) {
		w.find(name, func(b *heuristics.Block, at int) {
			b.NamesSite = true
			b.SiteFirst = b.SiteFirst || at <= soon
		})
	}
	w.findAuthors(p.Authors)
}

// findAuthors notes which blocks have an author's name in them, and which begin
// with it, as bios do.
func (w *walker) findAuthors(names []string) {
	for _, name := range names {
		w.find(name, func(b *heuristics.Block, at int) {
			switch {
			case b.Words > maxMatchWords || len(b.Text) > maxMatchBytes:
			case b.TitleMatch != heuristics.MatchNone && b.TitleMatch < heuristics.MatchAuthor:
			case b.Words <= shortAuthor:
				b.TitleMatch = heuristics.MatchAuthor
			case at == 0:
				b.TitleMatch = heuristics.MatchAuthorFirst
			case b.TitleMatch != heuristics.MatchAuthorFirst:
				b.TitleMatch = heuristics.MatchAuthorLong
			}
		})
	}
}

// find reports the blocks that have the name in them, in any case of letters, and
// behind how many bytes. It goes over the text of the whole page from one place
// where the name's rarest letter stands beside its neighbour to the next.
func (w *walker) find(name string, found func(b *heuristics.Block, at int)) {
	if name == "" {
		return
	}
	p := pairOf(name)
	block := 0
	for i := 0; ; {
		i = p.next(w.whole, i)
		start, end := i-p.at, i-p.at+len(name)
		for block < len(w.ranges) && w.ranges[block].end < end {
			block++
		}
		if block == len(w.ranges) || end > len(w.whole) {
			return
		}
		i++
		if r := &w.ranges[block]; start >= r.start && strings.EqualFold(w.whole[start:end], name) {
			found(&w.blocks[block], start-r.start)
			i = r.end // once a block is enough
		}
	}
}

// pair is two bytes of a name that stand side by side.
type pair struct {
	whole     string  // the name, if its letters have no case; the rest is of no use then
	at        int     // of the first in the name
	first     [2]byte // small and capital
	second    byte
	anySecond bool
	places    [2]int // where the first stands next, small and capital; behind that, if it is before what is asked for
}

// pairOf returns a name's rarest letter and the byte behind it. Where the case
// of letters changes more of that than a bit, it may be anything.
func pairOf(name string) pair {
	if strings.IndexFunc(name, hasCase) < 0 {
		return pair{whole: name}
	}
	at := rarest(name)
	p := pair{at: at, first: [2]byte{name[at] | caseBit, name[at] &^ caseBit}, anySecond: true, places: [2]int{-1, -1}}
	if r, size := utf8.DecodeRuneInString(name[at:]); size > 1 { // no letter is steady
		p.first = [2]byte{string(unicode.ToLower(r))[0], string(unicode.ToUpper(r))[0]}
	}
	if at+1 < len(name) && name[at+1] < utf8.RuneSelf {
		p.second, p.anySecond = name[at+1]|caseBit, false
	}
	return p
}

// steady tells whether the second byte of a letter beyond ASCII that a text
// begins with is the same in any case, but for the case bit: so it is of most
// letters in Cyrillic and Greek, be their first bytes the same or not.
func steady(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	if size < 2 {
		return false
	}
	for r := unicode.SimpleFold(first); r != first; r = unicode.SimpleFold(r) {
		if form := string(r); len(form) != size || form[1]|caseBit != s[1]|caseBit {
			return false
		}
	}
	return true
}

func hasCase(r rune) bool { return unicode.SimpleFold(r) != r }

// caseBit is set in small ASCII letters, and not in capital ones.
const caseBit = 'a' - 'A'

// next returns the first place from i on where the pair may stand, the length
// of the text if there is none. It is asked for places of one text, each behind
// the one before.
func (p *pair) next(text string, i int) int {
	if p.whole != "" {
		return indexFrom(text, i, func(rest string) int { return strings.Index(rest, p.whole) })
	}
	for {
		for c := range p.places {
			if p.places[c] < i {
				p.places[c] = indexFrom(text, i, func(rest string) int { return strings.IndexByte(rest, p.first[c]) })
			}
		}
		if i = min(p.places[0], p.places[1]); i == len(text) || p.anySecond || i+1 < len(text) && text[i+1]|caseBit == p.second {
			return i
		}
		i++
	}
}

// indexFrom returns where something stands from i on, the length of the text if
// it does not.
func indexFrom(text string, i int, index func(string) int) int {
	if j := index(text[i:]); j >= 0 {
		return i + j
	}
	return len(text)
}

// byFrequency are the letters from the commonest to the rarest, in English;
// the order makes no difference but to speed.
const byFrequency = "etaoinsrhldcumfpgwybvkxjqz"

// rarest returns where in a name its rarest ASCII letter stands. If there is
// none, it is the end of the first character, when that has one form only, or
// the second byte of the first letter that is steady, if any is: characters of a
// script have the beginnings of their bytes in common.
func rarest(name string) (at int) {
	best := -1
	for i := 0; i < len(name); i++ {
		if c := name[i] | 0x20; c >= 'a' && c <= 'z' {
			if f := strings.IndexByte(byFrequency, c); f > best {
				at, best = i, f
			}
		}
	}
	if best >= 0 {
		return at
	}
	if r, size := utf8.DecodeRuneInString(name); r != utf8.RuneError && unicode.SimpleFold(r) == r {
		return size - 1
	}
	for i, r := range name {
		if hasCase(r) && steady(name[i:]) {
			return i + 1
		}
	}
	return 0
}
