package render

import "bytes"

// JSON lays out JSON that stands on one line: members of the outermost value
// and of those in it have lines of their own, and so have their items; what is
// nested deeper stays on its line as it is.
func JSON(compact []byte) []byte {
	out := make([]byte, 0, len(compact)+len(compact)/4)
	depth := 0
	line := func() {
		out = append(out, '\n')
		for range depth {
			out = append(out, ' ', ' ')
		}
	}
	for i := 0; i < len(compact); i++ {
		c := compact[i]
		switch c {
		case '{', '[':
			out = append(out, c)
			if next := compact[i+1]; next == '}' || next == ']' {
				i++
				out = append(out, next)
			} else if depth++; depth <= brokenDepth {
				line()
			}
			continue
		case '}', ']':
			if depth--; depth < brokenDepth {
				line()
			}
		case '"':
			n := quoted(compact[i:])
			out = append(out, compact[i:i+n]...)
			i += n - 1
			continue
		}
		out = append(out, c)
		switch {
		case c == ',' && depth <= brokenDepth:
			line()
		case c == ':' && depth < brokenDepth+1:
			out = append(out, ' ')
		}
	}
	return out
}

// quoted is the length of the string that s begins with.
func quoted(s []byte) int {
	for i := 1; i < len(s); i++ {
		n := bytes.IndexByte(s[i:], '"')
		if n < 0 {
			break
		}
		escapes := 0
		for i += n; s[i-1-escapes] == '\\'; escapes++ {
		}
		if escapes%2 == 0 {
			return i + 1
		}
	}
	return len(s)
}

// brokenDepth is how deep values are nested that are broken into lines.
const brokenDepth = 2

// Inert makes JSON safe to stand in a <script>, or anywhere in a page: a "<"
// that could begin a tag, a comment or an end is written as an escape.
func Inert(json []byte) []byte {
	var out []byte // nil as long as there is nothing to escape
	from := 0
	for at := 0; ; at++ {
		i := bytes.IndexByte(json[at:], '<')
		if at += i; i < 0 || at+1 == len(json) {
			break
		}
		if begins(json[at+1]) {
			out = append(append(out, json[from:at]...), `\u003c`...)
			from = at + 1
		}
	}
	if out == nil {
		return json
	}
	return append(out, json[from:]...)
}

// begins tells whether a tag, a comment or an end begins with "<" and c; by the
// HTML standard's "tag open state".
func begins(c byte) bool {
	return c == '/' || c == '!' || c == '?' || c|0x20 >= 'a' && c|0x20 <= 'z'
}
