package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// shape sets what depends on characters and not on words: ends of sentences,
// commas, numeric dates, and how the text begins and ends.
func shape(b *heuristics.Block) {
	text := b.Text
	b.Start = startKind(text)
	b.End = endKind(text)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '.', '!', '?':
			if endsSentence(text, i) {
				b.Sentences++
			}
		case ',':
			b.Commas++
		case ':', '/', '-':
			b.Dates |= numericDate(text, i)
		case 0xE3: // 。 and 、 are E3 80 82 and E3 80 81
			if strings.HasPrefix(text[i:], "。") {
				b.Sentences++
			} else if strings.HasPrefix(text[i:], "、") {
				b.Commas++
			}
		case 0xEF: // ！？， are EF BC 81, 9F and 8C
			if strings.HasPrefix(text[i:], "！") || strings.HasPrefix(text[i:], "？") {
				b.Sentences++
			} else if strings.HasPrefix(text[i:], "，") {
				b.Commas++
			}
		case 0xE0: // danda, E0 A5 A4
			if strings.HasPrefix(text[i:], "।") {
				b.Sentences++
			}
		case 0xD8: // ؟ and ، are D8 9F and D8 8C
			if strings.HasPrefix(text[i:], "؟") {
				b.Sentences++
			} else if strings.HasPrefix(text[i:], "،") {
				b.Commas++
			}
		case 0xE5: // 年, E5 B9 B4, after a digit
			if i > 0 && isDigit(text[i-1]) && strings.HasPrefix(text[i:], "年") {
				b.Dates |= heuristics.DateNumeric
			}
		}
		if text[i] == '.' {
			b.Dates |= numericDate(text, i)
		}
	}
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
