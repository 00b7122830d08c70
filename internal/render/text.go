package render

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// Text returns the article as plain text: blocks separated by a blank line,
// items of lists marked, tables aligned, code as it stands.
func Text(root *html.Node, within Bounds) (string, End) {
	w := plain{bounds: bounds{Bounds: within}}
	w.blocks(root, apart)
	return string(w.out), w.end
}

// What stands between blocks.
const (
	apart = "\n\n"
	below = "\n"
)

// plain writes plain text.
type plain struct {
	bounds
	out   []byte
	due   string   // what stands between what is written already and what comes next
	marks []margin // of the items and meanings that are open
}

// margin is what stands before the lines of something that is set in.
type margin struct {
	head, rest string // before the first line and the others
	begun      bool   // the first line is written
}

// blocks writes the blocks of text in n, in order.
func (w *plain) blocks(n *html.Node, between string) {
	var run strings.Builder
	start := len(w.out)
	separate := func() {
		if len(w.out) > start {
			w.due = between
		}
	}
	end := func() {
		separate()
		w.write(strings.TrimSpace(run.String()))
		run.Reset()
	}
	for c := n.FirstChild; c != nil && !w.over(len(w.out)+run.Len()); c = c.NextSibling {
		if c.Type == html.TextNode || !blockTags[article.Tag(c)] {
			inline(&run, c)
			continue
		}
		end()
		separate()
		w.block(c)
	}
	end()
}

// write writes a text, line by line behind the marks of what is open. Empty
// lines have none, and an empty text is none.
func (w *plain) write(s string) {
	if s == "" {
		return
	}
	w.out = append(w.out, w.due...)
	w.due = ""
	first := len(w.marks) > 0 && !w.marks[len(w.marks)-1].begun
	for line := range strings.SplitSeq(s, "\n") {
		if line != "" || first {
			w.mark()
		}
		w.out = append(append(w.out, line...), '\n')
		first = false
	}
	w.out = w.out[:len(w.out)-1]
}

// mark begins a line with what is to stand there.
func (w *plain) mark() {
	for i := range w.marks {
		m := &w.marks[i]
		if m.begun {
			w.out = append(w.out, m.rest...)
		} else {
			w.out = append(w.out, m.head...)
			m.begun = true
		}
	}
}

// setIn writes the blocks of n with head before the first line and rest before
// the others.
func (w *plain) setIn(n *html.Node, between, head, rest string) {
	w.marks = append(w.marks, margin{head: head, rest: rest})
	w.blocks(n, between)
	w.marks = w.marks[:len(w.marks)-1]
}

// block writes one element.
func (w *plain) block(n *html.Node) {
	switch article.Tag(n) {
	case "pre":
		w.write(codeOf(n))
	case "ul", "ol":
		w.listed(n)
	case "dl":
		w.defined(n)
	case "table":
		w.write(w.grid(n))
	case "hr":
	default:
		w.blocks(n, apart)
	}
}

// inline writes an element inside a text. Pictures have no text.
func inline(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	case article.Tag(n) == "br":
		b.WriteByte('\n')
	case article.Tag(n) == article.TagFootnote:
		b.WriteString("[" + article.Attr(n, "n") + "]")
	case article.Tag(n) == "img":
	default:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			inline(b, c)
		}
	}
}

// listed writes a list with its items marked.
func (w *plain) listed(n *html.Node) {
	between := below
	for c := n.FirstChild; c != nil && between == below; c = c.NextSibling {
		between = betweenBlocks(c)
	}
	number, start := numbers(n), len(w.out)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		head := itemMark(n, number(c), false)
		if note := article.Attr(c, article.AttrNote); note != "" {
			head = "[" + note + "] "
		}
		if len(w.out) > start {
			w.due = between
		}
		w.setIn(c, betweenBlocks(c), head, strings.Repeat(" ", len(head)))
	}
}

// betweenBlocks is what stands between the blocks of an item.
func betweenBlocks(item *html.Node) string {
	if tight(item) {
		return below
	}
	return apart
}

// defined sets what terms mean in below them.
func (w *plain) defined(n *html.Node) {
	const indent = "    "
	start := len(w.out)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if len(w.out) > start {
			w.due = below
			if article.Tag(c) == "dt" && c.PrevSibling != nil && article.Tag(c.PrevSibling) == "dd" {
				w.due = apart
			}
		}
		if article.Tag(c) == "dd" {
			w.setIn(c, apart, indent, indent)
		} else {
			w.blocks(c, apart)
		}
	}
}

// What the columns of a table are padded to, in columns of characters.
const (
	widest = 40 // where the table is broad: a longer cell would push the others out of sight
	broad  = 80 // all but the last, which nothing is put beside; a terminal's width
)

// grid returns a table with its columns aligned, a row a line. A line break in
// a cell becomes a space.
func (w *plain) grid(n *html.Node) string {
	var rows [][]string
	var out strings.Builder
	for part := n.FirstChild; part != nil; part = part.NextSibling {
		if article.Tag(part) == "caption" {
			out.WriteString(w.inside(part) + "\n")
		}
	}
	for row := range article.Rows(n) {
		rows = append(rows, w.cells(row))
	}
	widths := widthsOf(rows)
	for i, row := range rows {
		if w.over(len(w.out) + out.Len()) {
			break
		}
		if i > 0 {
			out.WriteByte('\n')
		}
		var line strings.Builder
		for j, cell := range row {
			line.WriteString(cell)
			if j < len(row)-1 {
				line.WriteString(strings.Repeat(" ", max(widths[j]-columnsOf(cell), 0)+2))
			}
		}
		out.WriteString(strings.TrimRight(line.String(), " "))
	}
	return out.String()
}

// widthsOf returns how wide the columns of a table are: as their cells, or
// those that are not too long if that is more than can be seen at once.
func widthsOf(rows [][]string) []int {
	var whole, bounded []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(whole) {
				whole, bounded = append(whole, 0), append(bounded, 0)
			}
			n := columnsOf(cell)
			whole[i] = max(whole[i], n)
			if n <= widest {
				bounded[i] = max(bounded[i], n)
			}
		}
	}
	sum := 0
	for _, n := range whole[:max(len(whole)-1, 0)] {
		sum += n
	}
	if sum > broad {
		return bounded
	}
	return whole
}

// inside returns the text of a part of a table, which is written behind what is
// written already, so that it counts, and taken away again.
func (w *plain) inside(n *html.Node) string {
	start, due, marks := len(w.out), w.due, w.marks
	w.due, w.marks = "", nil
	w.blocks(n, apart)
	s := string(w.out[start:])
	w.out, w.due, w.marks = w.out[:start], due, marks
	return s
}

func (w *plain) cells(row *html.Node) (list []string) {
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		list = append(list, strings.Join(strings.Fields(w.inside(c)), " "))
		for n := span(c, "colspan"); n > 1; n-- {
			list = append(list, "")
		}
	}
	return list
}

// columnsOf is the number of columns that s takes on a terminal: two for a
// character of East Asian width.
func columnsOf(s string) (columns int) {
	for _, r := range s {
		columns++
		if r >= 0x1100 && utf8.RuneLen(r) >= 3 && wide(r) {
			columns++
		}
	}
	return columns
}
