package article

import (
	"iter"

	"golang.org/x/net/html"
)

// Rows yields the rows of a table of the article in order, whatever group they
// stand in.
func Rows(table *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for part := table.FirstChild; part != nil; part = part.NextSibling {
			if Tag(part) == "tr" {
				if !yield(part) {
					return
				}
				continue
			}
			for row := part.FirstChild; row != nil; row = row.NextSibling {
				if Tag(row) == "tr" && !yield(row) {
					return
				}
			}
		}
	}
}
