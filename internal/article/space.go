package article

import (
	"strings"
	"unicode"
)

// fold folds white space in s as the blocks of a page have it, and tells
// whether there was any at its ends. Characters without width are left out.
func fold(s string) (lead bool, folded string, trail bool) {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case r <= ' ' || r > unicode.MaxASCII && unicode.IsSpace(r):
			space = true
			continue
		case invisible(r):
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

func invisible(r rune) bool {
	switch r {
	case '\u200b', '\u2060', '\ufeff', '\u200e', '\u200f':
		return true
	}
	return false
}

func isBlank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r > ' ' && !unicode.IsSpace(r) && !invisible(r)
	}) < 0
}
