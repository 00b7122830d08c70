package decode

import (
	"bytes"
	"mime"
	"strings"
)

// header returns the charset of a Content-Type header, "" if it has none.
func header(contentType string) string {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		_, name, _ := strings.Cut(strings.ToLower(contentType), "charset=")
		return strings.Trim(name, " \"';")
	}
	return params["charset"]
}

// said are the charsets that a document is said to be in.
type said struct {
	header   string // "": none
	document []string
}

func (s said) utf8() bool {
	for _, name := range append(s.document, s.header) {
		if strings.EqualFold(name, "utf-8") || strings.EqualFold(name, "utf8") {
			return true
		}
	}
	return false
}

// maxDeclared is how many declarations of a document are looked at. One is
// usual, two or three happen where pages are pieced together.
const maxDeclared = 8

// maxMeta is how much of a tag is looked at, in bytes.
const maxMeta = 1 << 10

// declared returns the charsets that a document declares: in <meta>, wherever
// it stands, and in an XML declaration.
func declared(data []byte) (names []string) {
	if head := data[:min(len(data), 256)]; bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")) {
		if _, rest, ok := bytes.Cut(head, []byte("encoding=")); ok {
			names = append(names, word(rest))
		}
	}
	for rest := data; len(names) < maxDeclared; {
		i := indexTag(rest, "<meta")
		if i < 0 {
			break
		}
		rest = rest[i+len("<meta"):]
		tag := rest[:min(len(rest), maxMeta)]
		if end := bytes.IndexByte(tag, '>'); end >= 0 {
			tag = tag[:end]
		}
		if name, ok := charsetOf(tag); ok {
			names = append(names, name)
		}
		rest = rest[len(tag):] // no byte is looked at twice, however many tags begin in one that does not end
	}
	return names
}

// charsetOf returns what stands behind "charset=" in a tag.
func charsetOf(tag []byte) (name string, ok bool) {
	const key = "charset"
	for {
		before, after, found := bytes.Cut(tag, []byte("="))
		if !found {
			return "", false
		}
		before = bytes.TrimRight(before, " \t\r\n")
		if at := len(before) - len(key); at >= 0 && bytes.EqualFold(before[at:], []byte(key)) {
			return word(after), true
		}
		tag = after
	}
}

// indexTag is bytes.Index for the beginning of a tag, "<" and a name in lower
// case, which the document may have in any case.
func indexTag(data []byte, tag string) int {
	for from := 0; ; from++ {
		i := bytes.IndexByte(data[from:], '<')
		if from += i; i < 0 || from+len(tag) > len(data) {
			return -1
		}
		if bytes.EqualFold(data[from:from+len(tag)], []byte(tag)) {
			return from
		}
	}
}

// word is the value of an attribute, quoted or not.
func word(b []byte) string {
	b = bytes.TrimLeft(b, " \"'\t\r\n")
	if end := bytes.IndexAny(b, " \"';>/?\t\r\n"); end >= 0 {
		b = b[:end]
	}
	return string(b)
}
