package segment

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

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
			if size, space := unseen(s[i:]); size > 0 {
				w.space = w.space || space
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
		} else if w.space || w.edge.Any() && w.parted(s) {
			w.text = append(w.text, ' ')
		}
	}
	if w.edge.Any() {
		w.styled, w.edge = len(w.text), Edge{}
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

// parted tells whether a space is to be put before s, where none stands in the
// page. In code white space is text, and none is added.
func (w *walker) parted(s string) bool {
	const tail = longLabel * utf8.UTFMax // as much as is looked at
	before := w.text[max(w.start, w.styled):]
	return w.edge.Apart(string(before[max(0, len(before)-tail):]), s) &&
		!slices.ContainsFunc(w.frames, func(f frame) bool { return f.node.DataAtom == atom.Pre })
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
			if size, _ := unseen(s[i:]); size > 0 {
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

// unseen returns the length of a character beyond ASCII at the beginning of s that
// is a space or [Invisible], and which of the two; 0 if there is none. It looks at
// bytes, since quotation marks and dashes begin as these do.
func unseen(s string) (size int, space bool) {
	var second, third byte
	if len(s) > 1 {
		second = s[1]
	}
	if len(s) > 2 {
		third = s[2]
	}
	switch {
	case s[0] == 0xC2:
		space = second == 0xA0 || second == 0x85
		if space || second == 0xAD {
			size = 2
		}
		return size, space
	case s[0] == 0xE2 && second == 0x80:
		const (
			spaces = 1<<11 - 1 | 1<<0x28 | 1<<0x29 | 1<<0x2F // U+2000 to U+200A, U+2028, U+2029, U+202F
			others = 1<<0x0B | 1<<0x0E | 1<<0x0F             // U+200B, U+200E, U+200F
		)
		char := uint64(1) << (third & 0x3F)
		if third&0xC0 == 0x80 && char&(spaces|others) != 0 {
			return 3, char&spaces != 0
		}
	case s[0] == 0xE2 && second == 0x81 && third == 0x9F, s[0] == 0xE3 && second == 0x80 && third == 0x80:
		return 3, true
	case s[0] == 0xE2 && second == 0x81 && third == 0xA0, s[0] == 0xEF && second == 0xBB && third == 0xBF:
		return 3, false
	}
	return 0, false
}

// Unwritten tells whether there is nothing to read in a text: joiners with no
// letters, as editors leave in empty paragraphs, and signs for private use, which
// fonts of icons are made of. Such a text alone is no block.
func Unwritten[T string | []byte](text T) bool {
	const most = 16 // bytes; what is longer was written by somebody
	if len(text) > most {
		return false
	}
	for _, r := range string(text) {
		if private := r >= '\ue000' && r <= '\uf8ff'; !private && r != '\u200c' && r != '\u200d' && r != ' ' {
			return false
		}
	}
	return true
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
