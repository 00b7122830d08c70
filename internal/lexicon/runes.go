package lexicon

import (
	"iter"
	"sync"
	"unicode"
	"unicode/utf8"
)

// runeKind is what a character is to the scanner: a script in the lowest two
// bits, and the bits below.
type runeKind uint8

const (
	scriptBits runeKind = 3
	inWord     runeKind = 1 << iota << 1
	isDecimal
	isCapital
	isSmall
	folds // has another form in lower case
)

func (k runeKind) script() script { return script(k & scriptBits) }

// tabled is where the table of characters ends: behind all scripts of letters
// in common use but those of syllables and ideograms.
const tabled = 0x3100

// runeTable holds what [classify] says.
type runeTable [tabled]runeKind

// runes is made of the ranges that letters stand in: to ask about one after the
// other takes ten times as long, and counts on the first page of a process.
var runes = sync.OnceValue(newRunes)

func newRunes() *runeTable {
	t := &runeTable{}
	for _, list := range [...]*unicode.RangeTable{unicode.Letter, unicode.Mark, unicode.Digit} {
		for r := range tabledRunes(list) {
			t[r] = inWord | runeKind(scriptOf(r))
		}
	}
	for r := range tabledRunes(unicode.Digit) {
		t[r] |= isDecimal
	}
	for r := range tabledRunes(unicode.Lower) {
		t[r] |= isSmall
	}
	for r := range tabledRunes(unicode.Upper) {
		t[r] |= isCapital
	}
	for _, list := range [...]*unicode.RangeTable{unicode.Upper, unicode.Title} {
		for r := range tabledRunes(list) {
			if unicode.ToLower(r) != r {
				t[r] |= folds
			}
		}
	}
	return t
}

// tabledRunes are the characters of a list that the table has a place for.
func tabledRunes(list *unicode.RangeTable) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for _, part := range list.R16 {
			for r := rune(part.Lo); r <= rune(part.Hi) && r < tabled; r += rune(part.Stride) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

func (t *runeTable) of(r rune) runeKind {
	if r < tabled {
		return t[r]
	}
	return classify(r)
}

func classify(r rune) runeKind {
	kind, ok := wordRune(r)
	if !ok {
		return 0
	}
	k := inWord | runeKind(kind)
	if kind == ideogram || kind == hangul {
		return k // neither case nor digits
	}
	if unicode.ToLower(r) != r {
		k |= folds
	}
	switch {
	case unicode.IsDigit(r):
		k |= isDecimal
	case unicode.IsUpper(r):
		k |= isCapital
	case unicode.IsLower(r):
		k |= isSmall
	}
	return k
}

// wordRune tells whether r stands in words, and how its script writes them.
func wordRune(r rune) (script, bool) {
	switch kind := scriptOf(r); kind {
	case hangul:
		return hangul, true
	case ideogram:
		return ideogram, r < 0x4DC0 || r > 0x4DFF
	default:
		return kind, unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
	}
}

func scriptOf(r rune) script {
	switch {
	case r < 0x0E00:
		return spaced
	case r <= 0x0EFF, r >= 0x1000 && r <= 0x109F, r >= 0x1780 && r <= 0x17FF: // Thai, Lao; Burmese; Khmer
		return unspaced
	case r >= 0x1100 && r <= 0x11FF, r >= 0xAC00 && r <= 0xD7A3:
		return hangul
	case r == 0x3005, r >= 0x3041 && r <= 0x3096, r >= 0x30A1 && r <= 0x30FA, r == 0x30FC,
		r >= 0x3400 && r <= 0x9FFF, r >= 0xF900 && r <= 0xFAFF, r >= 0x20000 && r <= 0x323AF:
		return ideogram
	}
	return spaced
}

// decode is utf8.DecodeRuneInString, faster where two or three bytes make a
// character, as they do in nearly all text beyond ASCII.
func decode(s string) (r rune, size int) {
	if len(s) >= utf8.UTFMax {
		if s[0]>>5 == 0b110 && s[1]>>6 == 0b10 {
			if r = rune(s[0]&0x1F)<<6 | rune(s[1]&0x3F); r >= 0x80 {
				return r, 2
			}
		}
		if s[0]>>4 == 0b1110 && s[1]>>6 == 0b10 && s[2]>>6 == 0b10 {
			if r = rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F); r >= 0x800 && r>>11 != surrogates {
				return r, 3
			}
		}
	}
	return utf8.DecodeRuneInString(s)
}

// surrogates is what U+D800 to U+DFFF begin with, which are no characters.
const surrogates = 0xD800 >> 11
