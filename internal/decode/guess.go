package decode

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/text/encoding"
)

// Advances, in points a character, that a charset has over one that is only
// tried. A declaration is mostly right, and the header a little more often
// than the document; a wrong one reads worse by more than that.
const (
	headerAdvance   = 0.35
	declaredAdvance = 0.3
	rareAdvance     = -0.1 // undeclared, few pages are in it: a few words are not enough
)

// candidate is an encoding that the document may be in.
type candidate struct {
	enc     encoding.Encoding
	name    string
	advance float64
}

// best returns the encoding in which the document reads best, nil if it is
// plain ASCII.
func best(data []byte, said said) encoding.Encoding {
	if ascii(data) && !escapes(data) {
		return nil
	}
	var list []candidate
	add := func(name string, advance float64) {
		enc, canonical := byName(name)
		for _, c := range list {
			if c.name == canonical {
				return
			}
		}
		if enc != nil {
			list = append(list, candidate{enc, canonical, advance})
		}
	}
	add(said.header, headerAdvance)
	for _, name := range said.document {
		add(name, declaredAdvance)
	}
	for _, p := range profiles {
		if p.rare {
			add(p.name, rareAdvance)
		} else {
			add(p.name, 0)
		}
	}
	text := sample(data)
	var enc encoding.Encoding
	most := 0.0
	for _, c := range list {
		if points := c.advance + read(text, c); enc == nil || points > most {
			enc, most = c.enc, points
		}
	}
	return enc
}

// Points for a character that is not ASCII, by how it reads in its
// surroundings.
const (
	pointFrequent = 1.0  // one of the most frequent characters of the languages that use the encoding
	pointLetter   = 0.4  // another letter of a script that is written in it
	pointCapital  = 0.2  // a capital where capitals stand
	pointSign     = 0.0  // quotation marks, dashes
	pointOdd      = -0.4 // a letter of another script, a rare character
	pointWrong    = -1.5 // a sign or a capital in the middle of a word, two scripts in a word
	pointBroken   = -4.0 // no character
	pointWord     = 2.0  // a frequent word with such a character in it
)

// read gives points, on average a character, to a text in an encoding.
func read(text []byte, c candidate) float64 {
	decoded, err := c.enc.NewDecoder().Bytes(text)
	if err != nil {
		return pointBroken
	}
	p := profileOf(c.name)
	points, n := 0.0, 0
	runes := bytes.Runes(decoded)
	for i, r := range runes {
		if r < 0x80 {
			continue
		}
		n++
		var before, after rune = ' ', ' '
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		points += p.points(before, r, after)
	}
	if n == 0 {
		return 0
	}
	return (points + pointWord*float64(p.frequentWords(decoded))) / float64(n)
}

func (p *profile) points(before, r, after rune) float64 {
	switch {
	case r == unicode.ReplacementChar, unicode.IsControl(r), unicode.Is(unicode.Co, r), r >= 0xFFF0 && r <= 0xFFFF:
		return pointBroken
	case !unicode.IsLetter(r) && !unicode.IsMark(r):
		return p.sign(before, r, after)
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return pointWrong
	case unicode.IsDigit(before) || unicode.IsDigit(after), r >= halfWidth[0] && r <= halfWidth[1]:
		return pointOdd
	case p.wide && script(before) == 1 && script(after) == 1: // a lone sign and the letter behind it
		return pointWrong
	case mixed(before, r) || mixed(r, after):
		return pointWrong
	case before >= 0x80 && after >= 0x80 && unicode.Is(unicode.Latin, r) && unicode.IsLetter(before) && unicode.IsLetter(after):
		return pointWrong // hardly any word has three such letters in a row
	case misplaced(before, r, after):
		return pointWrong
	case strings.ContainsRune(p.frequent, r), p.all && !unicode.IsUpper(r):
		return pointFrequent
	case !unicode.In(r, p.scripts...):
		return pointOdd
	case unicode.IsUpper(r) && (unicode.IsLetter(before) || unicode.IsLetter(after)):
		return pointCapital
	case unicode.IsUpper(r):
		return pointSign
	case p.wide && unicode.Is(unicode.Han, r):
		return 0 // which of them are frequent is what tells
	}
	return pointLetter
}

func (p *profile) sign(before, r, after rune) float64 {
	switch {
	case p.wide && strings.ContainsRune(p.frequent, r):
		return pointFrequent
	case strings.ContainsRune("’‘'·\u00ad\u200c\u200d\u0640", r): // they do stand in words
		return pointSign
	case unicode.IsLetter(before) && unicode.IsLetter(after):
		return pointWrong
	case strings.ContainsRune("\u00a0“”„‚«»‹›–—…€£¥§°©®™•¿¡،؛؟№¹²³ªº½¼¾µ×", r):
		return pointSign
	}
	return pointOdd
}

// halfWidth are the Japanese characters that a lone sign of another encoding
// reads as.
var halfWidth = [2]rune{'\uFF61', '\uFF9F'}

// mixed tells whether two letters side by side are of two scripts that are not
// written together.
func mixed(a, b rune) bool {
	x, y := script(a), script(b)
	return x != y && x != 0 && y != 0
}

// misplaced tells whether a letter cannot stand where it does in a word: a form
// for the end of one before another letter, a mark with nothing to stand on, a
// vowel of Thai that is written before its consonant before none.
func misplaced(before, r, after rune) bool {
	switch {
	case unicode.IsMark(r):
		return !unicode.IsLetter(before) && !unicode.IsMark(before)
	case strings.ContainsRune("ςךםןףץ", r):
		return unicode.IsLetter(after)
	case r >= '\u0e40' && r <= '\u0e44':
		return after < '\u0e01' || after > '\u0e2e'
	}
	return false
}

// script numbers the scripts that are not written together in a word.
func script(r rune) int {
	switch {
	case r < 0x80 && unicode.IsLetter(r), unicode.Is(unicode.Latin, r):
		return 1
	case unicode.Is(unicode.Cyrillic, r):
		return 2
	case unicode.Is(unicode.Greek, r):
		return 3
	case unicode.Is(unicode.Arabic, r):
		return 4
	case unicode.Is(unicode.Hebrew, r):
		return 5
	case unicode.Is(unicode.Thai, r):
		return 6
	}
	return 0
}

// frequentWords counts the words that are among the most frequent.
func (p *profile) frequentWords(text []byte) (n int) {
	for w := range bytes.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) >= minWord && len(w) <= maxWord && !ascii(w) && p.words[string(bytes.ToLower(w))] {
			n++
		}
	}
	return n
}

// The lengths of frequent words, in bytes: a letter by itself is a word in some
// language, whatever the encoding, and none is longer than maxWord.
const (
	minWord = 3
	maxWord = 24
)
