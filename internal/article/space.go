package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// blanks is the white space of HTML.
const blanks = " \t\r\n\f"

// fold folds white space in s as the blocks of a page have it, and tells
// whether there was any at its ends. Characters without width are left out.
func fold(s string) (lead bool, folded string, trail bool) {
	inside := strings.Trim(s, blanks)
	if folds(inside) {
		return s[0] <= ' ', inside, s[len(s)-1] <= ' '
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case r <= ' ' || r > unicode.MaxASCII && unicode.IsSpace(r):
			space = true
			continue
		case segment.Invisible(r):
			continue
		}
		if space {
			if b.Len() == 0 {
				lead = true
			} else {
				b.WriteByte(' ')
			}
			space = false
		}
		b.WriteRune(r)
	}
	return lead, b.String(), space
}

// folds tells whether a text without white space at its ends is folded as it
// is: it has single spaces only, and no other white space or characters
// without width. Those that are not ASCII begin with one of five bytes.
func folds(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c == ' ' && s[i-1] == ' ':
			return false
		case c == 0xC2, c == 0xE1, c == 0xE2, c == 0xE3, c == 0xEF:
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) || segment.Invisible(r) {
				return false
			}
		}
	}
	return s != ""
}

func isBlank(s string) bool {
	if s != "" && s[0] > ' ' && s[0] < utf8.RuneSelf {
		return false // as most texts begin
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return r > ' ' && !unicode.IsSpace(r) && !segment.Invisible(r)
	}) < 0
}
