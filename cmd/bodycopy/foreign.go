package main

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
)

// foreign is an error of a document that is neither HTML nor text, and says
// what it is: a PDF, a picture or an office file under a wrong name gives pages of
// garbage. Known kinds are told by how they begin. Some begin with letters
// that a text could begin with too ("BM" is a bitmap), so that there must be a
// zero byte, which no text has, unless as UTF-16, which is no known kind.
func foreign(data []byte) error {
	const pdf = "application/pdf" // begins with %PDF-
	const looked = 512            // bytes that DetectContentType looks at
	kind := http.DetectContentType(data)
	switch {
	case strings.HasPrefix(kind, "text/"), kind == "application/octet-stream":
		return nil
	case kind == pdf, bytes.IndexByte(data[:min(looked, len(data))], 0) >= 0:
		return fmt.Errorf("it is %s, neither HTML nor text", kind)
	}
	return nil
}
