package render

import (
	"bytes"
	"io"
)

// JSON writes out JSON that stands on one line: members of the outermost value
// and of those in it get lines of their own, and so do their items; what is
// nested deeper stays on its line as it is.
func JSON(out io.Writer, compact []byte) error {
	l := layout{out: out, json: compact}
	depth := 0
	for i := 0; i < len(compact); i++ {
		switch compact[i] {
		case '"':
			i += quoted(compact[i:]) - 1
		case '{', '[':
			if next := compact[i+1]; next == '}' || next == ']' {
				i++
			} else if depth++; depth <= brokenDepth {
				l.insert(i+1, lines[depth])
			}
		case '}', ']':
			if depth--; depth < brokenDepth {
				l.insert(i, lines[depth])
			}
		case ',':
			if depth <= brokenDepth {
				l.insert(i+1, lines[depth])
			}
		case ':':
			if depth <= brokenDepth {
				l.insert(i+1, " ")
			}
		}
	}
	l.insert(len(compact), "")
	return l.err
}

// layout writes JSON piece by piece.
type layout struct {
	out  io.Writer
	json []byte
	from int // what is written already
	err  error
}

// insert writes what stands before at, and space.
func (l *layout) insert(at int, space string) {
	if _, err := l.out.Write(l.json[l.from:at]); err != nil && l.err == nil {
		l.err = err
	}
	if _, err := io.WriteString(l.out, space); err != nil && l.err == nil {
		l.err = err
	}
	l.from = at
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

// lines begin a line, by depth.
var lines = [brokenDepth + 1]string{"\n", "\n  ", "\n    "}

// Begins tells whether a tag, a comment or an end begins with "<" and c; by the
// HTML standard's "tag open state".
func Begins(c byte) bool {
	return c == '/' || c == '!' || c == '?' || c|0x20 >= 'a' && c|0x20 <= 'z'
}
