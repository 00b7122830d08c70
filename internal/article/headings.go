package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Headed tells whether a row of a table holds the headings of its columns: no
// more than a corner of it is anything else. A row that only begins with a
// heading has its own.
func Headed(row *html.Node) bool {
	named, headings, others := false, 0, 0
	for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
		heading := Tag(cell) == "th"
		named = named || heading
		switch {
		case !filled(cell):
		case heading:
			headings++
		default:
			others++
		}
	}
	return named && (others == 0 || headings > others)
}

// head makes headings of the cells that stand where such do, or look as such
// do, without being marked up: those of <thead>, and those of a first row that
// is in bold when the next is not.
func head(table *html.Node) {
	var first, second *html.Node
	for row := range Rows(table) {
		switch {
		case first == nil:
			first = row
		case second == nil:
			second = row
		}
		if Tag(row.Parent) == "thead" {
			entitle(row)
		}
	}
	if second != nil && bold(first) && !bold(second) {
		entitle(first)
	}
}

func entitle(row *html.Node) {
	for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
		cell.Data, cell.DataAtom = "th", atom.Th
	}
}

// bold tells whether all that is in a row is, in two cells or more: one may
// stand out for other reasons.
func bold(row *html.Node) bool {
	cells := 0
	for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
		if !filled(cell) {
			continue
		}
		cells++
		for c := cell.FirstChild; c != nil; c = c.NextSibling {
			if tag := Tag(c); tag != "strong" && tag != "br" && filled(c) {
				return false
			}
		}
	}
	return cells > 1
}

// filled tells whether there is anything to see in n.
func filled(n *html.Node) (seen bool) {
	descend(n, func(m *html.Node) bool {
		seen = seen || Tag(m) == "img" || m.Type == html.TextNode && strings.TrimSpace(m.Data) != ""
		return !seen
	})
	return seen
}
