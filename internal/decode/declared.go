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
		i := indexFold(rest, "<meta")
		if i < 0 {
			break
		}
		rest = rest[i+len("<meta"):]
		tag := rest[:min(len(rest), maxMeta)]
		if end := bytes.IndexByte(tag, '>'); end >= 0 {
			tag = tag[:end]
		}
		if j := indexFold(tag, "charset="); j >= 0 {
			names = append(names, word(tag[j+len("charset="):]))
		}
	}
	return names
}

func declaresUTF8(data []byte, contentType string) bool {
	for _, name := range append(declared(data), header(contentType)) {
		if strings.EqualFold(name, "utf-8") || strings.EqualFold(name, "utf8") {
			return true
		}
	}
	return false
}

// indexFold is bytes.Index for a tag or attribute in any case.
func indexFold(data []byte, name string) int {
	first := name[0]
	for i := 0; ; i++ {
		j := bytes.IndexByte(data[i:], first)
		if k := bytes.IndexByte(data[i:], first&^0x20); first >= 'a' && k >= 0 && (j < 0 || k < j) {
			j = k
		}
		if j < 0 || i+j+len(name) > len(data) {
			return -1
		}
		i += j
		if bytes.EqualFold(data[i:i+len(name)], []byte(name)) {
			return i
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
