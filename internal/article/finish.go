package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// finish looks at an element of the article when all of it is there.
func (b *builder) finish(f *frame) {
	if f.rule == transparent || len(b.frames) > b.ready || f.out == b.frames[b.frames[len(b.frames)-2].owner].out {
		return
	}
	switch Tag(f.out) {
	case "tr":
		for ; f.cells > 0; f.cells-- {
			f.out.AppendChild(element("td"))
		}
	case "table":
		if layout(f) {
			loosen(f.out)
		} else {
			flatten(f.out)
			head(f.out)
			b.article.Tables = append(b.article.Tables, Place{f.out, f.first})
		}
	case "li":
		tighten(f.out)
	case "code":
		trimCode(f.out)
		unlabel(f.out)
	}
}

// nest notes that a table stands in the one that was open before it.
func (b *builder) nest() {
	if n := len(b.tables); n > 1 {
		b.frames[b.tables[n-2]].nested = true
	}
}

// longCell is the amount of text, in bytes, from which on a cell of a table
// without headings is taken for a column of a page. Cells of the tables in the
// labelled pages that are to be read as such are shorter.
const longCell = 800

// layout tells whether a table only puts things beside each other.
func layout(f *frame) bool {
	if role := Attr(f.node, "role"); role == "presentation" || role == "none" {
		return true
	}
	rows, columns, headed, bulky := 0, 0, false, f.nested
	for row := range Rows(f.out) {
		rows++
		cells := 0
		for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
			cells++
			headed = headed || Tag(cell) == "th"
			bulky = bulky || length(cell) > longCell
			for c := cell.FirstChild; c != nil; c = c.NextSibling {
				bulky = bulky || Tag(c) == "pre" || Tag(c) == "blockquote" || Tag(c) == "figure" || heading(c) && c != cell.LastChild
			}
		}
		columns = max(columns, cells)
	}
	if f.out.FirstChild != nil && Tag(f.out.FirstChild) == "caption" {
		headed = true
	}
	return f.nested || !headed && (bulky || rows == 1) || columns <= 1
}

func length(n *html.Node) (bytes int) {
	if n.Type == html.TextNode {
		return len(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		bytes += length(c)
	}
	return bytes
}

// loosen turns a table into what stands in it.
func loosen(table *html.Node) {
	become(table, "div")
	for part := table.FirstChild; part != nil; part = part.NextSibling {
		switch Tag(part) {
		case "caption":
			become(part, "p")
			continue
		case "thead", "tbody", "tr":
			become(part, "div")
		}
		for row := part.FirstChild; row != nil; row = row.NextSibling {
			switch Tag(row) {
			case "tr", "td", "th":
				become(row, "div")
			}
			for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
				if Tag(cell) == "td" || Tag(cell) == "th" {
					become(cell, "div")
				}
			}
		}
	}
}

func become(n *html.Node, tag string) {
	n.Data, n.DataAtom, n.Attr = tag, element(tag).DataAtom, nil
}

// flatten takes the paragraphs out of the cells of a table: between two of
// them stands a line break.
func flatten(table *html.Node) {
	for row := range Rows(table) {
		for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
			for c := cell.FirstChild; c != nil; {
				next := c.NextSibling
				if Tag(c) == "p" || heading(c) {
					unwrap(c, c.PrevSibling != nil)
				}
				c = next
			}
		}
	}
}

// unwrap puts what is in n in its place, after a line break if asked to.
func unwrap(n *html.Node, broken bool) {
	parent := n.Parent
	if broken {
		parent.InsertBefore(element("br"), n)
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		n.RemoveChild(c)
		parent.InsertBefore(c, n)
		c = next
	}
	parent.RemoveChild(n)
}

// tighten takes the one paragraph out of an item that has no more than lists
// beside it.
func tighten(item *html.Node) {
	p := item.FirstChild
	if p == nil || Tag(p) != "p" {
		return
	}
	for c := p.NextSibling; c != nil; c = c.NextSibling {
		if Tag(c) != "ul" && Tag(c) != "ol" {
			return
		}
	}
	unwrap(p, false)
}

// trimCode takes white space off the end of code.
func trimCode(code *html.Node) {
	for last := code.LastChild; last != nil; last = code.LastChild {
		if last.Data = strings.TrimRight(last.Data, " \t\r\n"); last.Data != "" {
			return
		}
		code.RemoveChild(last)
	}
}

// tidy takes out what was needed only while the tree was built, and elements
// that hold nothing.
func tidy(n *html.Node) {
	join(n)
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		tidy(c)
		switch {
		case Tag(c) == "dl" && !defining(c):
			dissolve(c)
		case c.Type == html.ElementNode && Tag(c) == "div":
			unwrap(c, false)
		case c.FirstChild == nil && empty[Tag(c)]:
			n.RemoveChild(c)
		}
		c = next
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		switch a.Key {
		case attrImplied, attrLast, attrReference, attrID:
			return true
		}
		return false
	})
}

// joined are the elements of which two side by side say what one does.
var joined = map[string]bool{"strong": true, "em": true, "del": true, "ins": true, "mark": true}

// join makes one element of those in n that editors have cut where a reader
// sees no border: <b>W</b><b>ord</b>.
func join(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		for next := c.NextSibling; one(c, next); next = c.NextSibling {
			n.RemoveChild(next)
			for in := next.FirstChild; in != nil; in = next.FirstChild {
				next.RemoveChild(in)
				c.AppendChild(in)
			}
		}
	}
}

// one tells whether two elements side by side are to be one.
func one(a, b *html.Node) bool {
	tag := Tag(a)
	return tag == Tag(b) && (joined[tag] || tag == "a" && Attr(a, "href") == Attr(b, "href"))
}

// defining tells whether a list of definitions has terms and what they mean.
func defining(list *html.Node) bool {
	terms, meanings := false, false
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		terms = terms || Tag(c) == "dt"
		meanings = meanings || Tag(c) == "dd"
	}
	return terms && meanings
}

// dissolve puts paragraphs in the place of a list of definitions.
func dissolve(list *html.Node) {
	for c := list.FirstChild; c != nil; {
		next := c.NextSibling
		if first := Tag(c.FirstChild); first == "p" || first == "ul" || first == "ol" || first == "pre" || first == "table" {
			unwrap(c, false)
		} else {
			become(c, "p")
		}
		c = next
	}
	unwrap(list, false)
}

// empty are the elements that are nothing without contents.
var empty = map[string]bool{"p": true, "pre": true, "code": true, "a": true, "figure": true, "ul": true, "ol": true, "div": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "li": true}
