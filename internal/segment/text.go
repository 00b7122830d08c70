package segment

import (
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/internal/eight"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// addText appends text with white space folded, and records where inline
// elements begin and end.
func (w *walker) addText(s string) {
	for i := 0; i < len(s); {
		switch textBytes[s[i]] {
		case white:
			w.space = true
			i++
			continue
		case special:
			if size := wideSpace(s[i:]); size > 0 {
				w.space = true
				i += size
				continue
			}
			if size := invisible(s[i:]); size > 0 {
				i += size
				continue
			}
		}
		j := i + 1
		j += asItIs(s[j:])
		w.addWords(s[i:j])
		i = j
	}
}

// addWords appends text in which nothing is to be folded.
func (w *walker) addWords(s string) {
	if len(w.text) > w.start {
		if w.newline {
			w.text = append(w.text, '\n')
		} else if w.space {
			w.text = append(w.text, ' ')
		}
	}
	w.space, w.newline = false, false
	if w.open[openLink] > 0 && !w.link.counted {
		w.link.counted = true
		w.draft.links++
		w.draft.linkTo |= w.link.kind
	}
	if k := w.openKinds(); k != w.kinds {
		w.kinds = k
		w.spans = append(w.spans, lexicon.Span{Pos: len(w.text) - w.start, Kinds: k})
	}
	w.text = append(w.text, s...)
}

// asItIs returns how many bytes of s stay as they are: white space is one space
// between two words.
func asItIs(s string) int {
	for i := 0; ; i++ {
		told := uint64(0)
		for told == 0 { // so that the next eight need not wait until the place of the stop is reckoned
			if i >= len(s) {
				return len(s)
			}
			told = notPlain(eight.At(s, i))
			i += eight.Size
		}
		if i += eight.First(told) - eight.Size; i >= len(s) {
			return len(s)
		}
		switch textBytes[s[i]] {
		case white:
			if s[i] != ' ' || i+1 == len(s) || textBytes[s[i+1]] != plain {
				return i
			}
		case special:
			if wideSpace(s[i:]) > 0 || invisible(s[i:]) > 0 {
				return i
			}
		}
	}
}

// notPlain tells which of eight bytes are neither plain nor a space before one
// that is.
func notPlain(block uint64) uint64 {
	stops := eight.UpTo(block, ' ')
	if block&eight.Highs != 0 {
		for _, c := range specials {
			stops |= eight.Are(block, c)
		}
	}
	before := stops>>8 | 1<<63 // what the last byte stands before is not known
	return stops &^ (eight.Are(block, ' ') &^ before)
}

// What a byte may be the beginning of.
const (
	plain   = iota // text
	white          // white space, or another character below it
	special        // perhaps a wide space or an invisible character
)

// specials are the bytes that wide spaces and invisible characters begin with.
var specials = [...]byte{0xC2, 0xE2, 0xE3, 0xEF}

var textBytes = func() (t [1 << 8]uint8) {
	for c := range ' ' + 1 {
		t[c] = white
	}
	for _, c := range specials {
		t[c] = special
	}
	return t
}()

func (w *walker) openKinds() (k uint8) {
	for i, n := range w.open {
		if n > 0 {
			k |= 1 << i
		}
	}
	return k
}

// wideSpace returns the length of a space character beyond ASCII at the
// beginning of s, 0 if there is none.
func wideSpace(s string) int {
	if len(s) >= 2 && s[0] == 0xC2 && (s[1] == 0xA0 || s[1] == 0x85) {
		return 2
	}
	if len(s) < 3 || s[1] > 0x81 {
		return 0
	}
	switch s[:3] {
	case "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a",
		"\u2028", "\u2029", "\u202f", "\u205f", "\u3000":
		return 3
	}
	return 0
}

// invisible returns the length of an [Invisible] character at the beginning of
// s, 0 if there is none.
func invisible(s string) int {
	if r, size := utf8.DecodeRuneInString(s); Invisible(r) {
		return size
	}
	return 0
}

// Invisible tells whether a character has no width and is no text: soft
// hyphen, zero-width space, word joiner, byte order mark, marks of direction.
// The joiners between letters are kept, since Persian and Indic scripts need
// them.
func Invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u2060', '\ufeff', '\u200e', '\u200f':
		return true
	}
	return false
}
