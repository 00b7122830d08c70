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

// siteNames are the names of the site to be looked for in blocks.
func siteNames(p *heuristics.Page) (names []string) {
	for _, name := range []string{p.Site, p.Domain} {
		if len(name) >= minSiteName && len(name) <= maxSiteName && (len(names) == 0 || !strings.EqualFold(names[0], name)) {
			names = append(names, name)
		}
	}
	return names
}

// findNames notes which blocks have the name of the site or of an author in
// them.
func (w *walker) findNames(p *heuristics.Page) {
	for _, name := range siteNames(p) {
		w.find(name, func(b *heuristics.Block) { b.NamesSite = true })
	}
	for _, name := range p.Authors {
		w.find(name, func(b *heuristics.Block) {
			switch {
			case b.Words > maxMatchWords || len(b.Text) > maxMatchBytes:
			case b.Words <= shortAuthor:
				b.TitleMatch = heuristics.MatchAuthor
			default:
				b.TitleMatch = heuristics.MatchAuthorLong
			}
		})
	}
}

// find reports the blocks that have the name in them, in any case of letters.
// It goes over the text of the whole page from one occurrence of the name's
// rarest letter to the next.
func (w *walker) find(name string, found func(*heuristics.Block)) {
	if name == "" {
		return
	}
	at := rarest(name)
	small, large := letters{text: w.whole, c: name[at]}, letters{text: w.whole, c: otherCase(name[at])}
	block := 0
	for i := 0; ; {
		i = min(small.next(i), large.next(i))
		start, end := i-at, i-at+len(name)
		for block < len(w.ranges) && w.ranges[block].end < end {
			block++
		}
		if block == len(w.ranges) || end > len(w.whole) {
			return
		}
		i++
		if r := &w.ranges[block]; start >= r.start && strings.EqualFold(w.whole[start:end], name) {
			found(&w.blocks[block])
			i = r.end // once a block is enough
		}
	}
}

// letters finds one letter after the other.
type letters struct {
	text string
	c    byte
	at   int // of the last that was found, plus one; 0: none was looked for
}

// next returns the first place from i on, the length of the text if there is
// none. i must not become less.
func (l *letters) next(i int) int {
	if l.at > i {
		return l.at - 1
	}
	if i > len(l.text) {
		return len(l.text)
	}
	j := strings.IndexByte(l.text[i:], l.c)
	if j < 0 {
		j = len(l.text) - i
	}
	l.at = i + j + 1
	return i + j
}

// byFrequency are the letters from the commonest to the rarest, in English;
// the order makes no difference but to speed.
const byFrequency = "etaoinsrhldcumfpgwybvkxjqz"

// rarest returns where in a name its rarest ASCII letter stands. If there is
// none, it is the end of the first character, when that has one form only:
// characters of a script have the beginnings of their bytes in common.
func rarest(name string) (at int) {
	best := -1
	for i := 0; i < len(name); i++ {
		if c := name[i] | 0x20; c >= 'a' && c <= 'z' {
			if f := strings.IndexByte(byFrequency, c); f > best {
				at, best = i, f
			}
		}
	}
	if r, size := utf8.DecodeRuneInString(name); best < 0 && r != utf8.RuneError && unicode.SimpleFold(r) == r {
		return size - 1
	}
	return at
}

// otherCase returns an ASCII letter in the other case, and any other byte as
// it is.
func otherCase(c byte) byte {
	if l := c | 0x20; l >= 'a' && l <= 'z' {
		return c ^ 0x20
	}
	return c
}
