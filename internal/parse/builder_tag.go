package parse

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/eight"
)

// tag is a start or end tag. There is one, used again and again.
type tag struct {
	start     int    // where the name begins
	name      string // in lower case
	atom      atom.Atom
	traits    traits
	values    []html.Attribute // in builder.freeValues
	written   int              // how many attributes it was written with
	selfClose bool             // written with a slash
}

// maxValues is how many attributes are compared with each other; the parser
// takes a map for that.
const maxValues = 200

// readTag reads a tag whose name begins at a position, and tells whether
// there is a whole one: one without an end is nothing.
func (b *builder) readTag(at int) bool {
	id, i := b.name(at)
	b.setName(id, b.data[at:i])
	t := &b.tag
	t.start, t.values, t.written, t.selfClose = at, b.freeValues[:0], 0, false
	for {
		for i < len(b.data) && space(b.data[i]) {
			i++
		}
		if i >= len(b.data) {
			b.pos = len(b.data)
			return false
		}
		if b.data[i] == '>' {
			break
		}
		i = b.readAttribute(i)
	}
	t.selfClose = t.selfClose && b.data[i-1] == '/'
	b.pos = i + 1
	return true
}

// setName gives the tag its name, and what is known of such elements.
func (b *builder) setName(id uint64, name string) {
	t, e := &b.tag, lookup(id)
	if e.traits != 0 && (len(name) <= eight.Size || strings.EqualFold(e.name, name)) {
		t.name, t.atom, t.traits = e.name, e.atom, e.traits
		return
	}
	t.name, t.traits = lower(name), 0
	t.atom = atom.Lookup([]byte(t.name))
}

// readAttribute reads an attribute, or a slash, and returns where it ends.
func (b *builder) readAttribute(i int) int {
	data, start := b.data, i
	if data[i] == '=' {
		i++
	}
	i, small := b.endOfKey(i)
	key := data[start:i]
	if !small {
		key = lower(key)
	}
	for i < len(data) && space(data[i]) {
		i++
	}
	b.tag.selfClose = false
	if i < len(data) && data[i] == '/' {
		b.tag.selfClose = true
		b.set(key, 0, 0)
		return i + 1
	}
	if i >= len(data) || data[i] != '=' {
		b.set(key, 0, 0)
		return i
	}
	for i++; i < len(data) && space(data[i]); i++ {
	}
	if i >= len(data) || data[i] == '>' {
		b.set(key, 0, 0)
		return i
	}
	if q := data[i]; q == '"' || q == '\'' {
		n := strings.IndexByte(data[i+1:], q)
		if n < 0 {
			return len(data)
		}
		b.set(key, i+1, i+1+n)
		return i + n + 2
	}
	start = i
	for i < len(data) && !space(data[i]) && data[i] != '>' {
		i++
	}
	b.set(key, start, i)
	return i
}

// takeValues returns the attributes of the tag, to be those of an element; the
// tag has none from then on. They are where they were read, since to copy
// strings costs as much as to read them.
func (b *builder) takeValues() []html.Attribute {
	n := len(b.tag.values)
	if n == 0 {
		return nil
	}
	own := b.tag.values[:n:n]
	b.tag.values, b.freeValues = nil, b.freeValues[n:]
	return own
}

// set gives the tag an attribute with the value between two positions, unless it
// has it.
func (b *builder) set(key string, from, to int) {
	t := &b.tag
	if key == "" {
		return
	}
	if t.written++; t.written > min(maxValues, b.lim.Attributes) {
		b.giveUp()
		return
	}
	for i := range t.values {
		if t.values[i].Key == key {
			return
		}
	}
	if len(t.values) == cap(t.values) {
		b.freeValues = make([]html.Attribute, max(2*len(t.values), b.atOnce()))
		t.values = append(b.freeValues[:0], t.values...)
	}
	value := b.data[from:to]
	if b.refers(from, to) {
		value = unescapeValue(value)
	}
	t.values = append(t.values, html.Attribute{Key: key, Val: value})
}

// sorted brings the attributes of a formatting element into the order that
// the parser gives them.
func (t *tag) sorted() {
	slices.SortFunc(t.values, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
}

// lower is strings.ToLower for ASCII alone.
func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' {
			lowered := []byte(s)
			for j, c := range lowered {
				if c >= 'A' && c <= 'Z' {
					lowered[j] = c + 'a' - 'A'
				}
			}
			return string(lowered)
		}
	}
	return s
}

// refers tells whether there may be a character reference between two positions.
// It is told by where the next "&" of the page stands, which is looked for once.
func (b *builder) refers(from, to int) bool {
	if from < b.looked || from > b.reference {
		b.looked, b.reference = from, len(b.data)
		if i := strings.IndexByte(b.data[from:], '&'); i >= 0 {
			b.reference = from + i
		}
	}
	return b.reference < to
}

// unescape resolves character references in text.
func unescape(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s // html.UnescapeString looks at each character
	}
	return html.UnescapeString(s)
}

// unescapeValue resolves character references as the standard has it for
// attributes: "&copy=" and "&copyright" are no references there.
func unescapeValue(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	for i >= 0 {
		out.WriteString(s[:i])
		s = s[i:]
		end := 1
		for end < len(s) && (s[end] == '#' && end == 1 || alphanumeric(s[end])) {
			end++
		}
		closed := end < len(s) && s[end] == ';'
		if closed {
			end++
		}
		out.WriteString(reference(s[:end], closed, end < len(s) && s[end] == '='))
		s = s[end:]
		i = strings.IndexByte(s, '&')
	}
	out.WriteString(s)
	return out.String()
}

// reference resolves "&name", which may be closed by a semicolon, or stand
// before an equals sign, if the whole of it is a reference.
func reference(s string, closed, assigned bool) string {
	switch {
	case s == "&amp;":
		return "&"
	case len(s) > 1 && s[1] == '#':
		return html.UnescapeString(s)
	case !closed && assigned:
		return s
	}
	resolved := html.UnescapeString(s)
	if closed && len(resolved) > 1 && resolved[len(resolved)-1] == ';' {
		return s // only its beginning is one
	}
	if !closed && len(resolved) > 1 && alphanumeric(resolved[len(resolved)-1]) {
		return s
	}
	return resolved
}

func alphanumeric(c byte) bool { return letter(c) || c >= '0' && c <= '9' }
