package render

import (
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// prepareTables makes tables fit for Markdown: the caption comes before the
// table, rows stand in it one after the other, and only those of the first row
// are headings, since the library would move another row of headings there.
func prepareTables(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		prepareTables(c)
		if article.Tag(c) != "table" {
			continue
		}
		if first := c.FirstChild; first != nil && article.Tag(first) == "caption" {
			c.RemoveChild(first)
			first.Data, first.DataAtom = "p", 0
			n.InsertBefore(first, c)
		}
		rows := rowsOf(c)
		for part := c.FirstChild; part != nil; part = c.FirstChild {
			c.RemoveChild(part)
		}
		for i, row := range rows {
			if row.Parent != nil {
				row.Parent.RemoveChild(row)
			}
			c.AppendChild(row)
			for cell := row.FirstChild; cell != nil && i > 0; cell = cell.NextSibling {
				if article.Tag(cell) == "th" {
					cell.Data, cell.DataAtom = "td", 0
				}
			}
		}
	}
}

// rowsOf returns the rows of a table, in order.
func rowsOf(table *html.Node) (rows []*html.Node) {
	for part := table.FirstChild; part != nil; part = part.NextSibling {
		if article.Tag(part) == "tr" {
			rows = append(rows, part)
			continue
		}
		for row := part.FirstChild; row != nil; row = row.NextSibling {
			if article.Tag(row) == "tr" {
				rows = append(rows, row)
			}
		}
	}
	return rows
}
