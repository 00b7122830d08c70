package main

import (
	"bytes"
	"net/http"
	"strings"
)

// foreign says what a document is that is neither HTML nor text, "" if it may
// be one: a PDF, a picture or an office file under a wrong name gives pages of
// garbage. Known kinds are told by how they begin. Some begin with letters
// that a text could begin with too ("BM" is a bitmap), so that there must be a
// zero byte, which no text has, unless as UTF-16, which is no known kind.
func foreign(data []byte) string {
	const pdf = "application/pdf" // begins with %PDF-
	const looked = 512            // bytes that DetectContentType looks at
	kind := http.DetectContentType(data)
	switch {
	case strings.HasPrefix(kind, "text/"), kind == "application/octet-stream":
		return ""
	case kind == pdf, bytes.IndexByte(data[:min(looked, len(data))], 0) >= 0:
		return kind
	}
	return ""
}
