package render

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// Text returns the article as plain text: blocks separated by a blank line,
// items of lists marked, tables aligned, code as it stands.
func Text(root *html.Node, within Bounds) (string, End) {
	w := plain{bounds: bounds{Bounds: within}}
	return strings.Join(w.blocks(root), "\n\n"), w.end
}

// plain writes plain text.
type plain struct {
	bounds
	size int // bytes so far
}

// blocks returns the blocks of text in n, in order.
func (w *plain) blocks(n *html.Node) (list []string) {
	var run strings.Builder
	end := func() {
		if s := strings.TrimSpace(run.String()); s != "" {
			list = append(list, s)
		}
		w.size += run.Len()
		run.Reset()
	}
	for c := n.FirstChild; c != nil && !w.over(w.size); c = c.NextSibling {
		if c.Type == html.TextNode || !blockTags[article.Tag(c)] {
			inline(&run, c)
			continue
		}
		end()
		if s := w.block(c); s != "" {
			list = append(list, s)
		}
	}
	end()
	return list
}

// block returns one element as text.
func (w *plain) block(n *html.Node) string {
	switch article.Tag(n) {
	case "pre":
		return codeOf(n)
	case "ul", "ol":
		return w.listed(n)
	case "dl":
		return w.defined(n)
	case "table":
		return w.grid(n)
	case "hr":
		return ""
	}
	return strings.Join(w.blocks(n), "\n\n")
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

// listed returns a list with its items marked.
func (w *plain) listed(n *html.Node) string {
	number := numbers(n)
	between := "\n"
	var items []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		mark := itemMark(n, number(c), false)
		if note := article.Attr(c, article.AttrNote); note != "" {
			mark = "[" + note + "] "
		}
		inner := "\n"
		if !tight(c) {
			between, inner = "\n\n", "\n\n"
		}
		if s := strings.Join(w.blocks(c), inner); s != "" {
			items = append(items, w.setIn(s, mark, strings.Repeat(" ", len(mark))))
		}
	}
	return strings.Join(items, between)
}

// defined sets what terms mean in below them.
func (w *plain) defined(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s := strings.Join(w.blocks(c), "\n\n")
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if article.Tag(c) == "dt" && c.PrevSibling != nil && article.Tag(c.PrevSibling) == "dd" {
				b.WriteByte('\n')
			}
		}
		if article.Tag(c) == "dd" {
			s = w.setIn(s, "    ", "    ")
		}
		b.WriteString(s)
	}
	return b.String()
}

// setIn puts head before the first line of s and rest before the others.
func (w *plain) setIn(s, head, rest string) string {
	lines := strings.Split(s, "\n")
	if w.size += len(rest) * len(lines); w.over(w.size) {
		return ""
	}
	for i := range lines {
		switch {
		case i == 0:
			lines[i] = head + lines[i]
		case lines[i] != "":
			lines[i] = rest + lines[i]
		}
	}
	return strings.Join(lines, "\n")
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
			out.WriteString(strings.Join(w.blocks(part), "\n\n") + "\n")
		}
	}
	for row := range article.Rows(n) {
		rows = append(rows, w.cells(row))
	}
	widths := widthsOf(rows)
	for i, row := range rows {
		if w.over(w.size) {
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
		w.size += line.Len()
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

func (w *plain) cells(row *html.Node) (list []string) {
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		list = append(list, strings.Join(strings.Fields(strings.Join(w.blocks(c), " ")), " "))
		for n, err := strconv.Atoi(article.Attr(c, "colspan")); err == nil && n > 1; n-- {
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
