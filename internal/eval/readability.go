package eval

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
)

// Readability reads the test pages of Mozilla Readability: a folder a page,
// with source.html and expected.html.
func Readability(dir string) ([]Page, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var pages []Page
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		source, err := readEither(filepath.Join(dir, e.Name(), "source.html"))
		if err != nil {
			return nil, err
		}
		expected, err := readEither(filepath.Join(dir, e.Name(), "expected.html"))
		if err != nil {
			return nil, err
		}
		pages = append(pages, Page{ID: e.Name(), HTML: source, Reference: markupText(expected)})
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("%s: no folders with source.html here", dir)
	}
	return pages, nil
}

// markupText returns the text of a document with a space at every tag that
// does not stand inside a word.
func markupText(page []byte) string {
	var b strings.Builder
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(z.Token().Data)
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			if !inlineTags[string(name)] {
				b.WriteByte(' ')
			}
		}
	}
}

var inlineTags = map[string]bool{"a": true, "b": true, "i": true, "em": true, "strong": true, "span": true, "code": true,
	"sup": true, "sub": true, "small": true, "u": true, "font": true, "cite": true, "abbr": true, "q": true, "mark": true}
