package segment

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// Bounds of what is compared with title, description and authors.
const (
	maxTitleWords  = 40 // a longer block is not a headline
	minTitleShare  = 0.8
	minTitleBytes  = 8
	minDescription = 30 // bytes that must agree before a block begins as the description does
	shortAuthor    = 12 // words of a short block with an author's name
	maxMatchWords  = 150
	maxMatchBytes  = 10_000 // of a block in which authors are looked for: longer than any 150 words
)

// matchTitles compares blocks with titles, description and authors, and finds
// the headline: the first h1 that matches, or the first block that does.
func (w *walker) matchTitles(p *heuristics.Page) {
	w.findNames(p)
	m := newMatcher(p)
	first, firstH1 := -1, -1
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Words <= maxTitleWords && m.mayMatch(b.Text) {
			w.key = lexicon.AppendFingerprint(w.key[:0], b.Text)
			if t := m.match(w.key); t != heuristics.MatchNone && len(b.Text) <= maxMatchBytes {
				b.TitleMatch = t
			}
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
	if len(p.Authors) == 0 {
		p.Authors = w.linkedAuthors(p)
		w.findAuthors(p.Authors)
	}
}

func headline(p *heuristics.Page, firstH1, first int) int {
	if firstH1 >= 0 {
		return firstH1
	}
	if first >= 0 {
		return first
	}
	if i := begun(p); i >= 0 {
		p.Blocks[i].TitleMatch = heuristics.MatchTitlePart
		return i
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

// Of headings that may be a headline without being most of a title, the last
// level, and the least number of words: one word is the name of a section.
const (
	lowestHeadline = 3
	leastBegun     = 2
)

// begun returns the first heading that a title begins with, before a separator
// and much else: a thread's, say, where the board has the heading of the first
// level and most of <title>. It is -1 if there is none.
func begun(p *heuristics.Page) int {
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Heading == 0 || b.Heading > lowestHeadline || b.Hidden || b.Words < leastBegun || isSite(p, b.Text) {
			continue
		}
		if slices.ContainsFunc(p.Titles, func(t string) bool { return beginsWith(t, b.Text) }) {
			return i
		}
	}
	return -1
}

// beginsWith tells whether a title is a heading, a separator and more.
func beginsWith(title, heading string) bool {
	const separators = "|-–—·•:>»«~/"
	if len(title) <= len(heading) || !strings.EqualFold(title[:len(heading)], heading) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(title[len(heading):], " "))
	return strings.ContainsRune(separators, r)
}

// matcher compares fingerprints with those of titles and description.
type matcher struct {
	titles      []string
	description string
	least       int                 // bytes that a text must have to match
	edges       []string            // of all of these, their first and their last bytes
	first, last [utf8.RuneSelf]bool // ASCII letters and digits that one of these begins or ends with
}

func newMatcher(p *heuristics.Page) *matcher {
	m := &matcher{description: lexicon.Fingerprint(p.Description), least: math.MaxInt}
	m.titles, m.edges = make([]string, 0, len(p.Titles)), make([]string, 0, 2*len(p.Titles)+1)
	for _, t := range p.Titles {
		if key := lexicon.Fingerprint(t); len(key) >= minTitleBytes {
			m.titles = append(m.titles, key)
			m.least = min(m.least, max((len(key)+1)/2, minTitleBytes))
			m.edges = append(m.edges, key[:minTitleBytes], key[len(key)-minTitleBytes:])
			m.first[key[0]&asciiBits], m.last[key[len(key)-1]&asciiBits] = true, true
		}
	}
	if len(m.description) >= minDescription {
		m.least = min(m.least, minDescription)
		m.edges = append(m.edges, m.description[:minTitleBytes])
		m.first[m.description[0]&asciiBits] = true
	}
	return m
}

const asciiBits = utf8.RuneSelf - 1

// begins tells whether a text begins with a letter or digit that one of the
// fingerprints begins with; of scripts other than Latin it does not know.
func (m *matcher) begins(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || m.first[fold(c)] {
			return true
		} else if inFingerprint(c) {
			break
		}
	}
	return false
}

// ends is begins for the end.
func (m *matcher) ends(text string) bool {
	for i := len(text) - 1; i >= 0; i-- {
		if c := text[i]; c >= utf8.RuneSelf || m.last[fold(c)] {
			return true
		} else if inFingerprint(c) {
			break
		}
	}
	return false
}

// fold makes a capital ASCII letter small.
func fold(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// inFingerprint tells whether an ASCII character stands in fingerprints.
func inFingerprint(c byte) bool {
	c = fold(c)
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
}

// mayMatch tells whether a text can match at all, by its ends alone: it is
// false for nearly all blocks, and cheap.
func (m *matcher) mayMatch(text string) bool {
	const window = 2 * minTitleBytes // bytes; letters and digits are more than half of nearly any text
	if len(text) < m.least {
		return false
	}
	begins, ends := m.begins(text), m.ends(text)
	if len(text) <= 2*window {
		return begins || ends
	}
	var buf [4 * window]byte
	if begins {
		cut := window
		for !utf8.RuneStart(text[cut]) {
			cut++
		}
		key := lexicon.AppendFingerprint(buf[:0], text[:cut])
		if len(key) < minTitleBytes || m.edge(key[:minTitleBytes]) {
			return true
		}
	}
	if !ends {
		return false
	}
	cut := len(text) - window
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	key := lexicon.AppendFingerprint(buf[:0], text[cut:])
	return len(key) < minTitleBytes || m.edge(key[len(key)-minTitleBytes:])
}

func (m *matcher) edge(key []byte) bool {
	for _, e := range m.edges {
		if e == string(key) {
			return true
		}
	}
	return false
}

func (m *matcher) match(key []byte) heuristics.TitleMatch {
	if t := matchTitle(key, m.titles); t != heuristics.MatchNone {
		return t
	}
	if sameBeginning(m.description, key) {
		return heuristics.MatchDescription
	}
	return heuristics.MatchNone
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

// sameBeginning tells whether a block begins as the description does.
func sameBeginning(description string, key []byte) bool {
	n := min(len(description), len(key), 2*minDescription)
	return n >= minDescription && description[:n] == string(key[:n])
}
