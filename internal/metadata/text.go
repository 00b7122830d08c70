package metadata

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// Fold makes one space of white space, and none at the ends.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// folded tells whether there is nothing to fold in s, which is so in nearly
// all values.
func folded(s string) bool {
	space := true // one may not stand first
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' || c == ' ' && space:
			return false
		case c == 0xC2 || c >= 0xE1 && c <= 0xE3: // all spaces beyond ASCII begin with one of these
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				return false
			}
		}
		space = s[i] == ' '
	}
	return !space || s == ""
}

// Clean returns a value as text: entities read, tags taken out, white space
// folded. Values are written by machines that do not always know which of the
// two they write. What is longer than any honest value is cut off.
func Clean(s string) string {
	s = html.UnescapeString(clip(s))
	if strings.IndexByte(s, '<') >= 0 || strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(untag(s))
	}
	return Fold(s)
}

// untag takes out what looks like a tag.
func untag(s string) string {
	var b strings.Builder
	for {
		start := strings.IndexByte(s, '<')
		if start < 0 || start+1 >= len(s) {
			break
		}
		if !beginsTag(s[start+1]) {
			b.WriteString(s[:start+1])
			s = s[start+1:]
			continue
		}
		end := strings.IndexByte(s[start:], '>')
		if end < 0 {
			break
		}
		b.WriteString(s[:start])
		s = s[start+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// beginsTag tells whether what stands behind a "<" makes a tag of it.
func beginsTag(c byte) bool {
	return c == '/' || c == '!' || c|caseBit >= 'a' && c|caseBit <= 'z'
}

// caseBit is set in small ASCII letters, and not in capital ones.
const caseBit = 'a' - 'A'

// Bounds on the text of an element that is taken for a value. Elements stand in
// one another, and each may be asked for what is the text of all.
const (
	maxText      = 500     // bytes, from which on no further node is looked at
	maxTextNode  = 4 << 10 // bytes of a single node
	maxTextNodes = 1000    // with text or without
)

// TextOf returns the text in an element, white space folded, without what is
// no text. It looks at the first few hundred bytes and does not recurse.
func TextOf(n *xhtml.Node) string {
	var b strings.Builder
	for m, seen := n, 0; m != nil && b.Len() < maxText && seen < maxTextNodes; seen++ {
		skip := m.Type == xhtml.ElementNode && (m.Data == "script" || m.Data == "style" || m.Data == "svg" || m.Data == "noscript")
		if m.Type == xhtml.TextNode {
			b.WriteString(upTo(m.Data, maxTextNode))
		} else {
			b.WriteByte(' ')
		}
		m = parse.Next(m, n, !skip)
	}
	return Fold(b.String())
}

func childText(n *xhtml.Node) string {
	if c := n.FirstChild; c != nil && c == n.LastChild && c.Type == xhtml.TextNode {
		return Fold(clip(c.Data))
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil && b.Len() < maxValue; c = c.NextSibling {
		if c.Type == xhtml.TextNode {
			b.WriteString(clip(c.Data))
		}
	}
	return Fold(clip(b.String()))
}

func containsFold(list []string, s string) bool {
	for _, t := range list {
		if strings.EqualFold(t, s) {
			return true
		}
	}
	return false
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
