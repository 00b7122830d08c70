package main

import (
	"fmt"
	"strings"
)

// roff is a manual page being written in the man macros, which groff, mandoc
// and all that descends from troff read.
type roff struct{ strings.Builder }

// lastASCII is the last character that stands for itself in every roff.
const lastASCII = '~'

// roffSigns are the characters that roff reads as commands, or prints as
// their typographic likes, which nobody can paste into a shell.
var roffSigns = map[rune]string{
	'\\': `\e`,
	'-':  `\-`,
	'\'': `\(aq`,
	'"':  `\(dq`,
	'`':  `\(ga`,
	'^':  `\(ha`,
	'~':  `\(ti`,
}

// escaped is text as roff prints it unchanged, also at the start of a line.
func escaped(text string) string {
	var b strings.Builder
	first := true
	for _, c := range text {
		sign, special := roffSigns[c]
		switch {
		case special:
			b.WriteString(sign)
		case c > lastASCII:
			fmt.Fprintf(&b, `\[u%04X]`, c)
		case c == '.' && first:
			b.WriteString(`\&.`)
		default:
			b.WriteRune(c)
		}
		first = c == '\n'
	}
	return b.String()
}

// macro writes a line that calls a macro with arguments.
func (r *roff) macro(name string, args ...string) {
	r.WriteString("." + name)
	for _, arg := range args {
		r.WriteString(` "` + escaped(arg) + `"`)
	}
	r.WriteByte('\n')
}

// line writes a line of text that is filled with those around it.
func (r *roff) line(text string) { r.WriteString(escaped(text) + "\n") }

// item writes a tag and, indented below it, what it means. The tag is bold
// but for its tail, which is to be replaced by who calls the command.
func (r *roff) item(tag, tail, meaning string) {
	r.macro("TP")
	r.call(tag, tail)
	r.line(meaning)
}

// call writes a line of which the beginning is bold and the tail italic.
func (r *roff) call(bold, tail string) {
	r.WriteString(`\fB` + escaped(bold) + `\fR`)
	if tail != "" {
		r.WriteString(` \fI` + escaped(tail) + `\fR`)
	}
	r.WriteByte('\n')
}

// verbatim writes lines as they are, indented.
func (r *roff) verbatim(lines []string) {
	r.macro("PP")
	r.macro("RS")
	r.macro("nf")
	for _, line := range lines {
		r.line(line)
	}
	r.macro("fi")
	r.macro("RE")
}

// prose writes paragraphs divided by empty lines. Lines that begin with a
// space or a tab are kept as they are, as in Go's doc comments.
func (r *roff) prose(text string) {
	var kept []string
	keep := func() {
		if kept != nil {
			r.verbatim(kept)
			kept = nil
		}
	}
	begins := false // the next line is the first of another paragraph
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.TrimSpace(line) == "":
			keep()
			begins = r.Len() > 0
		case line[0] == ' ' || line[0] == '\t':
			kept = append(kept, strings.TrimSpace(line))
			begins = true
		default:
			keep()
			if begins {
				r.macro("PP")
			}
			begins = false
			r.line(strings.TrimRight(line, " "))
		}
	}
	keep()
}
