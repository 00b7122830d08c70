// Package decode turns the bytes of a document into UTF-8.
package decode

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

var (
	utf8Mark    = []byte("\xEF\xBB\xBF")
	replacement = []byte("\uFFFD")
)

// UTF8 decodes a document. The order of belief: byte order mark; the zeros of
// UTF-16; UTF-8, if the document is that and not plain ASCII; then the charset of
// contentType and those in the document, wherever they stand, unless it reads
// better by far in another of these or of the usual ones.
//
// Valid UTF-8 is believed before any declaration: text in another encoding is
// hardly ever valid UTF-8 by chance, and a guess from the first kilobyte
// takes late accents for windows-1252. The result is always valid UTF-8, and
// not normalised.
func UTF8(data []byte, contentType string) []byte {
	text, _ := UTF8Until(data, contentType, func() bool { return false })
	return text
}

// UTF8Until is [UTF8], but that it ends early once stop tells it to, and tells
// whether all was decoded. The first [piece] always is.
func UTF8Until(data []byte, contentType string, stop func() bool) (text []byte, whole bool) {
	if rest, ok := bytes.CutPrefix(data, utf8Mark); ok {
		return valid(rest), true
	}
	if order, ok := utf16(data, contentType); ok {
		return decode(unicode.UTF16(order, unicode.UseBOM), data, stop)
	}
	if utf8.Valid(data) && !escapes(data) {
		return data, true
	}
	said := said{header: header(contentType), document: declared(data)}
	if mostlyUTF8(data, said) {
		return valid(data), true
	}
	if enc := best(data, said); enc != nil {
		return decode(enc, data, stop)
	}
	return valid(data), true
}

func valid(data []byte) []byte {
	if utf8.Valid(data) {
		return data
	}
	return bytes.ToValidUTF8(data, replacement)
}

func decode(enc encoding.Encoding, data []byte, stop func() bool) (text []byte, whole bool) {
	in := &pieces{rest: data, stop: stop, due: piece}
	var out bytes.Buffer
	out.Grow(len(data))
	if _, err := out.ReadFrom(enc.NewDecoder().Reader(in)); err != nil {
		return valid(data), true
	}
	return valid(out.Bytes()), !in.stopped
}

// piece is how much is decoded between two looks at the clock, in bytes: less
// than a millisecond of work in any encoding.
const piece = 16 << 10

// pieces hands on a document until time is up.
type pieces struct {
	rest    []byte
	stop    func() bool
	due     int // bytes until the clock is looked at again
	stopped bool
}

func (p *pieces) Read(b []byte) (int, error) {
	if p.due <= 0 {
		p.stopped = len(p.rest) > 0 && p.stop()
		p.due = piece
	}
	if len(p.rest) == 0 || p.stopped {
		return 0, io.EOF
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	p.due -= n
	return n, nil
}

// A document with bytes that cannot be UTF-8 is UTF-8 all the same if there
// are this many times more characters of several bytes in it: pages are pieced
// together from sources, and cut in the middle of a character. If it is
// declared as UTF-8, it is enough that as many of its texts are in order as
// are not: one broken advert does not spoil the rest.
const validShare = 20

func mostlyUTF8(data []byte, said said) bool {
	good, bad := 0, 0           // characters
	goodTexts, badTexts := 0, 0 // texts with any
	for text := range bytes.SplitSeq(data, []byte("<")) {
		g, b := countUTF8(text)
		good, bad = good+g, bad+b
		switch {
		case b > 0:
			badTexts++
		case g > 0:
			goodTexts++
		}
	}
	if good > validShare*bad {
		return true
	}
	return goodTexts > 0 && goodTexts >= badTexts && said.utf8()
}

// countUTF8 counts characters of several bytes, and bytes that are in none.
// The beginning of a character at the end is neither.
func countUTF8(data []byte) (good, bad int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			good++
		case utf8.FullRune(data[i:]):
			bad++
		}
		i += size
	}
	return good, bad
}

// What tells UTF-16: a byte order mark, or that in the first bytes much of
// every other byte, and little of the others, is zero. All markup is ASCII, so
// that this holds in any language; few characters, such as 一, end in a zero.
// Where the header says UTF-16, it is enough that there are more of these zeros
// than of others.
const (
	markSample   = 4 << 10
	minZeros     = 8
	zeroShare    = 0.25
	zeroOneSided = 10
)

func utf16(data []byte, contentType string) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return unicode.BigEndian, true
	}
	sample := data[:min(len(data), markSample)]
	if bytes.IndexByte(sample, 0) < 0 {
		return unicode.LittleEndian, false
	}
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch _, said := charset.Lookup(header(contentType)); {
	case said == "utf-16le" && zeros[1] > zeros[0]:
		return unicode.LittleEndian, true
	case said == "utf-16be" && zeros[0] > zeros[1]:
		return unicode.BigEndian, true
	}
	few, many := min(zeros[0], zeros[1]), max(zeros[0], zeros[1])
	found := many >= minZeros && float64(many) >= zeroShare*float64(len(sample)/2) && many >= zeroOneSided*few
	if zeros[0] > zeros[1] {
		return unicode.BigEndian, found
	}
	return unicode.LittleEndian, found
}

// escapes tells whether the document is in an encoding that is ASCII on the
// wire: ISO-2022-JP switches with ESC.
func escapes(data []byte) bool {
	return bytes.Contains(data, []byte("\x1b$")) || bytes.Contains(data, []byte("\x1b("))
}

// byName returns an encoding by one of its names, nil if there is none or it
// is UTF-8, which the document is not by now. The standard bans UTF-16 in
// declarations.
func byName(name string) (encoding.Encoding, string) {
	enc, canonical := charset.Lookup(name)
	switch canonical {
	case "utf-8", "utf-16le", "utf-16be", "replacement", "x-user-defined":
		return nil, ""
	}
	return enc, canonical
}
