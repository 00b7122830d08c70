package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// script is what a word's letters tell about how words are written.
type script uint8

const (
	spaced   script = iota // words stand apart: Latin, Cyrillic, Arabic, Devanagari …
	ideogram               // Han, Hiragana, Katakana: a unit is one character
	hangul                 // words are spaced, but a unit is one syllable, so that particles do not hide cues
	unspaced               // Thai, Lao, Khmer, Burmese: a unit is a run
)

// maxWord is the longest word, in bytes, that is looked up whole.
const maxWord = 64

// scanner cuts text into units: maximal runs of letters, marks, digits and
// underscores, or single characters where words are not spaced.
type scanner struct {
	text  string
	pos   int // behind the unit
	start int // of the unit
	runes int // in the unit
	kind  script
	first rune // first character, in its own case
	upper bool // the second letter is a capital too
	buf   [maxWord]byte
	n     int    // bytes used in buf
	hash  uint64 // of the unit in lower case
	glued bool   // the unit follows the one before without anything between
}

// word returns the unit in lower case, runs of digits turned into "0". It is
// valid until next is called.
func (s *scanner) word() []byte { return s.buf[:s.n] }

func (s *scanner) next() bool {
	s.n, s.runes, s.upper, s.hash = 0, 0, false, hashOffset
	before := s.pos
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		if c < utf8.RuneSelf {
			if class := ascii[c]; class != 0 {
				return s.run(before)
			}
			s.pos++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[s.pos:])
		if kind, ok := wordRune(r); ok {
			if kind == ideogram || kind == hangul {
				s.single(r, size, kind, before)
				return true
			}
			return s.run(before)
		}
		s.pos += size
	}
	return false
}

func (s *scanner) single(r rune, size int, kind script, before int) {
	s.start, s.kind, s.first, s.runes = s.pos, kind, r, 1
	s.glued = s.pos == before && before > 0
	for i := range size {
		s.put(s.text[s.pos+i])
	}
	s.pos += size
}

// run reads a unit of several characters from s.pos on.
func (s *scanner) run(before int) bool {
	s.start, s.kind = s.pos, spaced
	s.glued = s.pos == before && before > 0
	digits := false
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		if c < utf8.RuneSelf {
			class := ascii[c]
			if class == 0 {
				break
			}
			if s.runes == 0 {
				s.first = rune(c)
			} else if s.runes == 1 {
				s.upper = class == upper
			}
			s.runes++
			s.pos++
			switch class {
			case digit:
				if !digits {
					s.put('0')
				}
				digits = true
				continue
			case upper:
				c += 'a' - 'A'
			}
			digits = false
			s.put(c)
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[s.pos:])
		kind, ok := wordRune(r)
		if !ok && r == softHyphen {
			s.pos += size
			continue
		}
		if !ok || kind == ideogram || kind == hangul {
			break
		}
		if kind == unspaced {
			s.kind = unspaced
		}
		if s.runes == 0 {
			s.first = r
		} else if s.runes == 1 {
			s.upper = unicode.IsUpper(r)
		}
		s.runes++
		s.pos += size
		if unicode.IsDigit(r) {
			if !digits {
				s.put('0')
			}
			digits = true
			continue
		}
		digits = false
		var small [utf8.UTFMax]byte
		for _, c := range small[:utf8.EncodeRune(small[:], unicode.ToLower(r))] {
			s.put(c)
		}
	}
	return true
}

func (s *scanner) put(c byte) {
	s.hash = (s.hash ^ uint64(c)) * hashPrime
	if s.n < maxWord {
		s.buf[s.n] = c
		s.n++
	}
}

// FNV-1a, 64 bits.
const (
	hashOffset = 14695981039346656037
	hashPrime  = 1099511628211
)

const softHyphen = '\u00ad'

// Classes of ASCII characters that stand in words.
const (
	lower = iota + 1
	upper
	digit
)

var ascii = func() (t [utf8.RuneSelf]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		t[c] = lower
	}
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = upper
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = digit
	}
	t['_'] = lower
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
