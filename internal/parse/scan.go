package parse

import (
	"strings"

	"github.com/seed-1beecd1b/bodycopy/internal/eight"
)

// tokenKind is what a stretch of HTML is.
type tokenKind uint8

const (
	textToken tokenKind = iota
	startTag
	endTag
	comment // comments, declarations and whatever is read like one
	rawText // what stands in <script>, <style> and their kin
)

// token is a stretch of the input.
type token struct {
	kind       tokenKind
	start, end int
	id         uint64 // hash of a tag's name in lower case
	traits     traits // of the element
	attributes int
}

// scanner cuts HTML where the tokenizer of x/net/html does. It makes no
// values of it and copies nothing, so that looking a page over costs a small
// part of parsing it.
type scanner struct {
	data    string
	pos     int
	raw     string // the element whose raw text comes next
	foreign bool   // in SVG, where no element has raw text
}

// next returns the next token, and false at the end.
func (s *scanner) next(t *token) bool {
	if s.pos >= len(s.data) {
		return false
	}
	*t = token{start: s.pos}
	if s.raw != "" {
		end := s.endOfRaw()
		s.raw = ""
		if end > s.pos {
			t.kind, t.end, s.pos = rawText, end, end
			return true
		}
	}
	switch i := s.markup(); {
	case i > s.pos:
		t.kind, t.end = textToken, i
	case i < 0:
		t.kind, t.end = textToken, len(s.data)
	default:
		s.tag(t)
	}
	s.pos = t.end
	return true
}

// markup finds the next "<" that is not just text, from the current position.
func (s *scanner) markup() int {
	for i := s.pos; ; i++ {
		if i < len(s.data) && s.data[i] != '<' { // as in half of all calls
			j := strings.IndexByte(s.data[i:], '<')
			if j < 0 {
				return -1
			}
			i += j
		}
		if i+1 >= len(s.data) {
			return -1
		}
		if c := s.data[i+1]; letter(c) || c == '/' || c == '!' || c == '?' {
			return i
		}
	}
}

func (s *scanner) tag(t *token) {
	at := s.pos + 1
	switch c := s.data[at]; {
	case c == '!' || c == '?':
		t.kind, t.end = comment, s.endOfComment(at)
		return
	case c == '/':
		if at++; at >= len(s.data) || !letter(s.data[at]) {
			t.kind, t.end = comment, s.after(at, '>')
			return
		}
		t.kind = endTag
	default:
		t.kind = startTag
	}
	id, i := s.name(at)
	t.id = id
	e := lookup(t.id)
	t.traits = e.traits
	for {
		if i = s.attribute(i); i >= len(s.data) {
			t.end = len(s.data)
			break
		}
		if s.data[i] == '>' {
			t.end = i + 1
			break
		}
		t.attributes++
	}
	if t.kind == startTag && !s.foreign && e.traits&rawElement != 0 {
		s.raw = e.name
	}
}

// attribute passes over one attribute, if there is one, and what may stand
// between it and the next.
func (s *scanner) attribute(i int) int {
	data := s.data
	if i < len(data) && !delimiter(data[i]) {
		for i++; i < len(data) && class[data[i]]&isNameEnd == 0; i++ {
		}
		i = s.value(i)
	}
	for i < len(data) && (space(data[i]) || data[i] == '/') {
		i++
	}
	return i
}

// value passes over what follows the name of an attribute.
func (s *scanner) value(i int) int {
	data := s.data
	j := i
	for j < len(data) && space(data[j]) {
		j++
	}
	if j >= len(data) || data[j] != '=' {
		return i
	}
	for j++; j < len(data) && space(data[j]); j++ {
	}
	if j >= len(data) {
		return j
	}
	if q := data[j]; q == '"' || q == '\'' {
		return s.after(j+1, q)
	}
	for j < len(data) && !space(data[j]) && data[j] != '>' {
		j++
	}
	return j
}

// after returns the position behind the next c, or the end.
func (s *scanner) after(i int, c byte) int {
	if i >= len(s.data) {
		return len(s.data)
	}
	if j := strings.IndexByte(s.data[i:], c); j >= 0 {
		return i + j + 1
	}
	return len(s.data)
}

func (s *scanner) endOfComment(at int) int {
	rest := s.data[at:]
	if !strings.HasPrefix(rest, "!--") {
		return s.after(at, '>')
	}
	body := at + len("!--")
	if strings.HasPrefix(s.data[body:], ">") {
		return body + 1
	}
	if strings.HasPrefix(s.data[body:], "->") {
		return body + 2
	}
	for i := body; ; {
		j := strings.Index(s.data[i:], "--")
		if j < 0 {
			return len(s.data)
		}
		i += j + 2
		for i < len(s.data) && s.data[i] == '-' {
			i++
		}
		if i < len(s.data) && s.data[i] == '>' {
			return i + 1
		}
		if i+1 < len(s.data) && s.data[i] == '!' && s.data[i+1] == '>' {
			return i + 2
		}
	}
}

// endOfRaw finds the end tag of an element with raw text.
func (s *scanner) endOfRaw() int {
	escaped := false // in a script: between "<!--<script" and its end tag
	commented := false
	for i := s.pos; ; i++ {
		j := strings.IndexByte(s.data[i:], '<')
		if j < 0 || s.raw == "plaintext" {
			return len(s.data)
		}
		if commented && strings.Contains(s.data[i:i+j], "-->") {
			commented, escaped = false, false
		}
		i += j
		rest := s.data[i+1:]
		switch {
		case s.raw == "script" && strings.HasPrefix(rest, "!--"):
			commented = true
		case commented && !escaped && tagBegins(rest, "script"):
			escaped = true
		case len(rest) > 0 && rest[0] == '/' && tagBegins(rest[1:], s.raw):
			if !escaped {
				return i
			}
			escaped = false
		}
	}
}

// tagBegins tells whether a tag of this name begins here.
func tagBegins(s, name string) bool {
	return len(s) > len(name) && strings.EqualFold(s[:len(name)], name) && delimiter(s[len(name)])
}

// endOfKey returns where the name of an attribute ends, and whether it is known
// to be in lower case.
func (s *scanner) endOfKey(i int) (end int, small bool) {
	if len(s.data)-i > eight.Size {
		block := eight.At(s.data, i)
		n := eight.First(eight.UpTo(block, ' ') | eight.Are(block, '=') | eight.Are(block, '>') | eight.Are(block, '/'))
		if n < eight.Size && class[s.data[i+n]]&isNameEnd != 0 {
			return i + n, capitals(block)<<(8*(eight.Size-n)) == 0
		}
	}
	for i < len(s.data) && class[s.data[i]]&isNameEnd == 0 {
		i++
	}
	return i, false
}

// name returns the hash of the name that begins at a position, and where it
// ends.
func (s *scanner) name(at int) (id uint64, end int) {
	block := eight.At(s.data, at)
	n := eight.First(eight.UpTo(block, ' ') | eight.Are(block, '/') | eight.Are(block, '>'))
	if end = at + n; n < eight.Size && end < len(s.data) && delimiter(s.data[end]) {
		return mix(0, lowered(block&(1<<(8*n)-1))), end
	}
	for end = at; end < len(s.data) && !delimiter(s.data[end]); end++ {
	}
	return hash(s.data[at:end]), end
}

// hash is the hash of a name in lower case. No two names of eight bytes or
// fewer have the same.
func hash(name string) (h uint64) {
	for i := 0; i < len(name); i += eight.Size {
		h = mix(h, lowered(eight.At(name, i)))
	}
	return h
}

// mix adds a block to a hash: the low bits depend on all of the product.
func mix(h, block uint64) uint64 {
	const golden = 0x9E3779B97F4A7C15 // 2^64 over the golden ratio
	h = (h ^ block) * golden
	return h ^ h>>32
}

// lowered makes the capital ASCII letters of a block small.
func lowered(block uint64) uint64 { return block | capitals(block)>>2 }

// capitals tells which bytes of a block are capital ASCII letters.
func capitals(block uint64) uint64 {
	return ^eight.UpTo(block, 'A'-1) & eight.UpTo(block, 'Z')
}

// What a character means in a tag.
const (
	isSpace     = 1 << iota
	isDelimiter // ends a name
	isNameEnd   // ends the name of an attribute
	isLetter
)

var class = func() (c [256]uint8) {
	for _, b := range " \n\r\t\f" {
		c[b] = isSpace | isDelimiter | isNameEnd
	}
	c['/'], c['>'], c['='] = isDelimiter|isNameEnd, isDelimiter|isNameEnd, isNameEnd
	for b := byte('a'); b <= 'z'; b++ {
		c[b], c[b-'a'+'A'] = isLetter, isLetter
	}
	return c
}()

func letter(c byte) bool    { return class[c]&isLetter != 0 }
func space(c byte) bool     { return class[c]&isSpace != 0 }
func delimiter(c byte) bool { return class[c]&isDelimiter != 0 }
