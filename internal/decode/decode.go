// Package decode turns the bytes of a document into UTF-8.
package decode

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// UTF8 decodes a document. The order of belief: byte order mark, then UTF-8
// if the whole document is valid UTF-8 and not plain ASCII, then the charset
// of contentType, then <meta>, then a guess from the bytes.
//
// Valid UTF-8 is believed before any declaration: text in another encoding is
// hardly ever valid UTF-8 by chance, and a guess from the first kilobyte
// takes late accents for windows-1252.
func UTF8(data []byte, contentType string) []byte {
	if rest, ok := bytes.CutPrefix(data, []byte("\xEF\xBB\xBF")); ok {
		data = rest
		if utf8.Valid(data) {
			return data
		}
		return bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		if !escapes(data) {
			return data
		}
	}
	enc, name, _ := charset.DetermineEncoding(data, contentType)
	if name == "utf-8" || enc == encoding.Nop {
		return bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	return out
}

// escapes tells whether the document is in an encoding that is ASCII on the
// wire: ISO-2022-JP and its kin switch with ESC.
func escapes(data []byte) bool {
	return bytes.Contains(data, []byte("\x1b$")) || bytes.Contains(data, []byte("\x1b("))
}
