package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// punctuation is what the marks between words come to.
type punctuation struct {
	sentences, commas int
	strokes, dots     int // that part the items of a line
	currency          int
	addresses         bool // there is a web address
	dates             heuristics.Dates
}

// mark looks at the ASCII mark at text[i].
func (p *punctuation) mark(text string, i int) {
	switch c := text[i]; c {
	case '.', '!', '?':
		if endsSentence(text, i) {
			p.sentences++
		}
		if c == '.' {
			p.dates |= numericDate(text, i)
		}
	case ',':
		p.commas++
	case '$':
		p.currency++
	case '|':
		p.strokes++
	case ':':
		p.addresses = p.addresses || strings.HasPrefix(text[i:], addressMark)
		p.dates |= numericDate(text, i)
	case '>':
		p.dots++
	case '/':
		p.strokes++
		p.dates |= numericDate(text, i)
	default:
		p.dates |= numericDate(text, i)
	}
}

// wideMark looks at a character beyond ASCII that stands in no word.
func (p *punctuation) wideMark(r rune) {
	switch r {
	case '。', '！', '？', '।', '؟':
		p.sentences++
	case '、', '，', '،':
		p.commas++
	case '·', '•', '»', '›', '→':
		p.dots++
	case '£', '€', '¥', '￥', '₹', '₽', '₩', '₺', '₫', '₪', '₴', '₱', '฿':
		p.currency++
	}
}

// addressMark stands in web addresses, and hardly anywhere else.
const addressMark = "://"

// wordsInAddresses counts the words of a text, as [Reader.Read] does, that stand
// in web addresses.
func wordsInAddresses(text string, runes *runeTable) (words int) {
	for part := range strings.FieldsSeq(text) {
		if strings.Contains(part, addressMark) {
			for s := (scanner{text: part, runes: runes}); s.next(); words++ {
			}
		}
	}
	return words
}

// endsSentence tells whether the stop at text[i] ends a sentence: it follows
// a letter, digit or closing mark, and the text ends or a space follows,
// closing quotes and brackets aside. "3.5" and "e.g." in the midst do not.
func endsSentence(text string, i int) bool {
	if i == 0 || text[i-1] == ' ' || text[i-1] == '.' {
		return false
	}
	rest := text[i+1:]
	for rest != "" {
		r, size := utf8.DecodeRuneInString(rest)
		if r == ' ' || r == '\n' {
			return true
		}
		if !strings.ContainsRune(`"'”’»)]`, r) {
			return false
		}
		rest = rest[size:]
	}
	return true
}

// numericDate looks at a separator between digits: 24.12.2024, 12/24/24,
// 2024-12-24, 18:30.
func numericDate(text string, i int) heuristics.Dates {
	if i == 0 || i+1 >= len(text) || !isDigit(text[i-1]) || !isDigit(text[i+1]) {
		return 0
	}
	if text[i] == ':' {
		return heuristics.DateClock
	}
	j := i + 1
	for j < len(text) && j < i+3 && isDigit(text[j]) {
		j++
	}
	if j+1 < len(text) && text[j] == text[i] && isDigit(text[j+1]) {
		return heuristics.DateNumeric
	}
	return 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func startKind(text string) heuristics.CharKind {
	if len(text) > 0 && classes[text[0]] <= digit && text[0] != '_' {
		return [...]heuristics.CharKind{lower: heuristics.CharLower, upper: heuristics.CharUpper, digit: heuristics.CharDigit}[classes[text[0]]]
	}
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsUpper(r):
		return heuristics.CharUpper
	case unicode.IsLower(r):
		return heuristics.CharLower
	case unicode.IsDigit(r):
		return heuristics.CharDigit
	case unicode.IsLetter(r):
		return heuristics.CharLetter
	case strings.ContainsRune(`"'“‘„«「『”`, r):
		return heuristics.CharQuote
	case strings.ContainsRune("•·–—-*►▪●◆■○‣", r):
		return heuristics.CharBullet
	case strings.ContainsRune("»›>→←‹<▶▸↑↓+|/\\", r):
		return heuristics.CharArrow
	case strings.ContainsRune("©®™@#$€£%¥", r):
		return heuristics.CharSign
	}
	return heuristics.CharOther
}

func endKind(text string) heuristics.CharKind {
	if len(text) > 0 {
		switch last := text[len(text)-1]; {
		case classes[last] <= upper:
			return heuristics.CharOther
		case classes[last] == digit:
			return heuristics.CharDigit
		case last == '.' && !strings.HasSuffix(text, "..."):
			return heuristics.CharStop
		}
	}
	trimmed := strings.TrimRight(text, `"'”’»)]」』 `)
	r, _ := utf8.DecodeLastRuneInString(trimmed)
	switch {
	case r == '…', strings.HasSuffix(trimmed, "..."), strings.HasSuffix(text, "[…]"), strings.HasSuffix(text, "[...]"):
		return heuristics.CharEllipsis
	case strings.ContainsRune(".!?。！？।؟", r):
		return heuristics.CharStop
	case r == ':' || r == '：':
		return heuristics.CharColon
	case strings.HasSuffix(text, "»"), strings.ContainsRune(">›→", r):
		return heuristics.CharArrow
	case unicode.IsDigit(r):
		return heuristics.CharDigit
	case strings.ContainsRune("|•·/-–—", r):
		return heuristics.CharBullet
	}
	return heuristics.CharOther
}
