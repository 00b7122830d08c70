package lexicon

import (
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eight"
)

// script is what a word's letters tell about how words are written.
type script uint8

const (
	spaced   script = iota // words stand apart: Latin, Cyrillic, Arabic, Devanagari …
	ideogram               // Han, Hiragana, Katakana: a unit is one character
	hangul                 // words are spaced, but a unit is one syllable, so that particles do not hide cues
	unspaced               // Thai, Lao, Khmer, Burmese: a unit is a run
)

// scanner cuts text into units: maximal runs of letters, marks, digits and
// underscores, or single characters where words are not spaced. On the way it
// counts the marks between units.
type scanner struct {
	runes *runeTable
	text  string
	pos   int // behind the unit, and what may be passed over behind it
	start int // of the unit
	chars int // in the unit
	kind  script
	first runeKind // what its first character is
	hash  uint64   // of the unit in lower case, runs of digits turned into "0"
	glued bool     // the unit follows the one before without anything between, if that was a syllable

	punctuation
}

func (s *scanner) next() bool {
	before := s.pos
	text := s.text
	for i := s.pos; i < len(text); {
		c := text[i]
		switch classes[c] {
		case blank:
			i++
		case stop:
			s.mark(text, i)
			i++
		case lower, upper:
			s.start, s.glued = i, i == before && i > 0
			s.word(i)
			return true
		case digit:
			s.start, s.glued = i, i == before && i > 0
			s.pos = i
			s.run()
			return true
		default:
			r, size := decode(text[i:])
			k := s.runes.of(r)
			if k == 0 {
				s.wideMark(r)
				i += size
				continue
			}
			s.start, s.glued = i, i == before && i > 0
			s.pos = i
			if kind := k.script(); kind == ideogram || kind == hangul {
				s.single(r, size, k)
			} else {
				s.run()
			}
			return true
		}
	}
	s.pos = len(text)
	return false
}

// letterKinds are the kinds of ASCII letters: capital and small ones.
var letterKinds = [2]runeKind{inWord | isCapital | folds, inWord | isSmall}

// word reads a unit that begins with an ASCII letter at i. Most units are
// nothing but such letters.
func (s *scanner) word(i int) {
	text := s.text
	var sum uint64
	block, n := letters(text, i)
	j := i + n
	for n == eight.Size {
		var next uint64
		if next, n = letters(text, j); n > 0 {
			sum, block = mix(sum, block), next
			j += n
		}
	}
	s.kind, s.first, s.chars, s.hash = spaced, letterKinds[text[i]>>5&1], j-i, mix(sum, block)
	s.pos = j
	if j == len(text) {
		return
	}
	switch classes[text[j]] {
	case blank:
		s.pos++
	case stop:
	case wide:
		if s.goesOn(text[j:]) {
			s.pos = i
			s.run()
		}
	default: // a digit, or an underscore
		s.pos = i
		s.run()
	}
}

// goesOn tells whether a unit of ASCII letters goes on with a character that
// is none.
func (s *scanner) goesOn(rest string) bool {
	r, _ := decode(rest)
	k := s.runes.of(r)
	return r == softHyphen || k != 0 && (k.script() == spaced || k.script() == unspaced)
}

func (s *scanner) single(r rune, size int, k runeKind) {
	var h hasher
	h.put(r)
	s.kind, s.first, s.chars, s.hash = k.script(), k, 1, h.end()
	if r == '年' && s.start > 0 && isDigit(s.text[s.start-1]) {
		s.dates |= heuristics.DateNumeric
	}
	s.pos += size
}

// run reads a unit of several characters from s.pos on.
func (s *scanner) run() {
	text, i := s.text[s.pos:], 0
	s.kind, s.chars = spaced, 0
	first, _ := decode(text)
	s.first = s.runes.of(first)
	var h hasher
	digits := false // the character before is a digit
	for ; i < len(text); s.chars++ {
		if c := text[i]; c < utf8.RuneSelf {
			if classes[c] == blank || classes[c] == stop {
				break
			}
			if classes[c] != digit {
				h.put(rune(c | caseBit))
			} else if !digits {
				h.put('0')
			}
			digits = classes[c] == digit
			i++
			continue
		}
		r, size := decode(text[i:])
		k := s.runes.of(r)
		if k&^isSmall == inWord { // as nearly all are
			h.put(r)
			digits = false
			i += size
			continue
		}
		kind := k.script()
		switch {
		case r == softHyphen:
			s.chars--
		case k == 0, kind == ideogram, kind == hangul:
			s.hash, s.pos = h.end(), s.pos+i
			return
		case k&isDecimal == 0:
			h.put(lowered(r, k))
		case !digits:
			h.put('0')
		}
		if kind == unspaced {
			s.kind = unspaced
		}
		digits = k&isDecimal != 0 || digits && r == softHyphen
		i += size
	}
	s.hash, s.pos = h.end(), s.pos+i
}

func lowered(r rune, k runeKind) rune {
	if k&folds == 0 {
		return r
	}
	return unicode.ToLower(r)
}

// caseBit makes a capital ASCII letter small. The underscore, which has it
// unset, becomes another character that stands in no word.
const caseBit = 0x20

const softHyphen = '\u00ad'

// class is what a byte is to the scanner. The order counts: letters first.
type class uint8

const (
	lower class = iota
	upper
	digit
	wide // first byte of a longer character
	stop // a mark that is counted
	blank
)

var classes = func() (t [1 << 8]class) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = wide
		case c >= 'a' && c <= 'z' || c == '_':
			t[c] = lower
		case c >= 'A' && c <= 'Z':
			t[c] = upper
		case c >= '0' && c <= '9':
			t[c] = digit
		default:
			t[c] = blank
		}
	}
	for _, c := range ".!?,:/-|>$" {
		t[c] = stop
	}
	return t
}()
