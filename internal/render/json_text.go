package render

import (
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/internal/eight"
)

// JSONSize is how many bytes a string takes as [JSONWriter.String] writes it.
func JSONSize(s string) int {
	n := len(`""`) + len(s)
	for i := asItIs(s, 0); i < len(s); {
		as, width := escaped(s[i:])
		n += len(as) - width
		i = asItIs(s, i+width)
	}
	return n
}

// String writes a string, as encoding/json does without escaping for HTML, and
// inert: a "<" that could begin a tag, a comment or an end is written as an
// escape, so that it may stand in a <script>, or anywhere in a page. A byte
// that is no UTF-8 is written as a replacement.
func (w *JSONWriter) String(s string) {
	w.out.WriteByte('"')
	from := 0
	for i := asItIs(s, 0); i < len(s); i = asItIs(s, from) {
		w.out.WriteString(s[from:i])
		as, width := escaped(s[i:])
		w.out.WriteString(as)
		from = i + width
	}
	w.out.WriteString(s[from:])
	w.out.WriteByte('"')
}

// asItIs is the place of the first byte from i on at which something else may
// be written, len(s) if there is none.
func asItIs(s string, i int) int {
	for i < len(s) {
		told := suspect(eight.At(s, i)) // the zeros behind the end are, too
		if i += eight.First(told); told == 0 {
			continue
		}
		if i >= len(s) || s[i] < utf8.RuneSelf {
			break
		}
		for i < len(s) && s[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if escapedRune(r, size) != "" {
				return i
			}
			i += size
		}
	}
	return min(i, len(s))
}

// suspect tells which bytes are not plain ASCII: control characters, quotes,
// backslashes, "<" and what is beyond ASCII. Only of the first of them it is
// right for sure: a byte from which more is taken than it has takes of the next.
func suspect(block uint64) uint64 {
	const quoteBesideControl = '"' ^ ' ' // so that the quote is the first behind control characters
	low := block ^ quoteBesideControl*eight.Ones
	less := block ^ '<'*eight.Ones
	back := block ^ '\\'*eight.Ones
	return ((low-(' '+1)*eight.Ones)&^low | (less-eight.Ones)&^less | (back-eight.Ones)&^back | block) & eight.Highs
}

// escaped returns what is written for the character that s begins with, where
// asItIs has stopped, and how many bytes that has.
func escaped(s string) (as string, width int) {
	if s[0] == '<' && (len(s) == 1 || !Begins(s[1])) {
		return s[:1], 1
	}
	if s[0] < utf8.RuneSelf {
		return escapes[s[0]], 1
	}
	r, size := utf8.DecodeRuneInString(s)
	return escapedRune(r, size), size
}

// escapedRune returns what is written for a character beyond ASCII of so many
// bytes, "" if it is that itself.
func escapedRune(r rune, size int) string {
	switch {
	case r == utf8.RuneError && size == 1: // no UTF-8
		return `\ufffd`
	case r == '\u2028': // in JavaScript, an end of a line once
		return `\u2028`
	case r == '\u2029':
		return `\u2029`
	}
	return ""
}

// escapes are those of ASCII.
var escapes = [...]string{
	`\u0000`, `\u0001`, `\u0002`, `\u0003`, `\u0004`, `\u0005`, `\u0006`, `\u0007`,
	`\b`, `\t`, `\n`, `\u000b`, `\f`, `\r`, `\u000e`, `\u000f`,
	`\u0010`, `\u0011`, `\u0012`, `\u0013`, `\u0014`, `\u0015`, `\u0016`, `\u0017`,
	`\u0018`, `\u0019`, `\u001a`, `\u001b`, `\u001c`, `\u001d`, `\u001e`, `\u001f`,
	'"': `\"`, '<': `\u003c`, '\\': `\\`,
}
