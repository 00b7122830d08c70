package lexicon

import (
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
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
	text  string
	pos   int // behind the unit
	start int // of the unit
	runes int // in the unit
	kind  script
	first rune   // first character, in its own case
	hash  uint64 // of the unit in lower case, runs of digits turned into "0"
	glued bool   // the unit follows the one before without anything between

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
			r, size := utf8.DecodeRuneInString(text[i:])
			kind, ok := wordRune(r)
			if !ok {
				s.wideMark(r)
				i += size
				continue
			}
			s.start, s.glued = i, i == before && i > 0
			s.pos = i
			if kind == ideogram || kind == hangul {
				s.single(r, size, kind)
			} else {
				s.run()
			}
			return true
		}
	}
	s.pos = len(text)
	return false
}

// word reads a unit that begins with an ASCII letter at i. Most units are
// nothing but such letters.
func (s *scanner) word(i int) {
	text := s.text
	hash := uint64(hashOffset)
	j := i
	for j < len(text) && classes[text[j]] <= upper {
		hash = (hash ^ uint64(text[j]|caseBit)) * hashPrime
		j++
	}
	if j < len(text) && goesOn(text[j:]) {
		s.pos = i
		s.run()
		return
	}
	s.kind, s.first, s.runes, s.hash, s.pos = spaced, rune(text[i]), j-i, hash, j
}

// goesOn tells whether a unit of ASCII letters goes on with something else.
func goesOn(rest string) bool {
	switch classes[rest[0]] {
	case digit:
		return true
	case wide:
		r, _ := utf8.DecodeRuneInString(rest)
		kind, ok := wordRune(r)
		return r == softHyphen || ok && (kind == spaced || kind == unspaced)
	}
	return false
}

func (s *scanner) single(r rune, size int, kind script) {
	s.kind, s.first, s.runes, s.hash = kind, r, 1, hashOffset
	if r == '年' && s.start > 0 && isDigit(s.text[s.start-1]) {
		s.dates |= heuristics.DateNumeric
	}
	for i := range size {
		s.put(s.text[s.pos+i])
	}
	s.pos += size
}

// run reads a unit of several characters from s.pos on.
func (s *scanner) run() {
	s.kind, s.runes, s.hash = spaced, 0, hashOffset
	digits := false
	for s.pos < len(s.text) {
		r, size, kind := rune(s.text[s.pos]), 1, spaced
		if r < utf8.RuneSelf {
			if c := classes[r]; c == blank || c == stop {
				break
			}
		} else {
			var ok bool
			r, size = utf8.DecodeRuneInString(s.text[s.pos:])
			kind, ok = wordRune(r)
			if !ok && r == softHyphen {
				s.pos += size
				continue
			}
			if !ok || kind == ideogram || kind == hangul {
				break
			}
		}
		if kind == unspaced {
			s.kind = unspaced
		}
		if s.runes == 0 {
			s.first = r
		}
		s.runes++
		s.pos += size
		digits = s.putRune(r, digits)
	}
}

// putRune puts a character in lower case, and one 0 for a run of digits. It
// reports whether the character was a digit.
func (s *scanner) putRune(r rune, digits bool) bool {
	switch {
	case r < utf8.RuneSelf && classes[r] != digit:
		s.put(byte(r) | caseBit)
		return false
	case r < utf8.RuneSelf || unicode.IsDigit(r):
		if !digits {
			s.put('0')
		}
		return true
	}
	var small [utf8.UTFMax]byte
	for _, c := range small[:utf8.EncodeRune(small[:], unicode.ToLower(r))] {
		s.put(c)
	}
	return false
}

func (s *scanner) put(c byte) { s.hash = (s.hash ^ uint64(c)) * hashPrime }

// FNV-1a, 64 bits.
const (
	hashOffset = 14695981039346656037
	hashPrime  = 1099511628211
)

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
	for _, c := range ".!?,:/-" {
		t[c] = stop
	}
	return t
}()

// wordRune tells whether r stands in words, and how its script writes them.
func wordRune(r rune) (script, bool) {
	switch {
	case r < 0x0E00:
		return spaced, unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
	case r <= 0x0EFF, r >= 0x1000 && r <= 0x109F, r >= 0x1780 && r <= 0x17FF: // Thai, Lao; Burmese; Khmer
		return unspaced, unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
	case r >= 0x1100 && r <= 0x11FF, r >= 0xAC00 && r <= 0xD7A3:
		return hangul, true
	case r == 0x3005, r >= 0x3041 && r <= 0x3096, r >= 0x30A1 && r <= 0x30FA, r == 0x30FC,
		r >= 0x3400 && r <= 0x9FFF, r >= 0xF900 && r <= 0xFAFF, r >= 0x20000 && r <= 0x323AF:
		return ideogram, r < 0x4DC0 || r > 0x4DFF
	default:
		return spaced, unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
	}
}
