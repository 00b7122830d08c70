package render

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// table writes a GFM table, and what is no row of it before or after: a
// caption. Rows of such tables are as long as the first, which holds the
// headings, or nothing where the page has none.
func (m *markdown) table(n *html.Node) {
	c := n.FirstChild
	for ; c != nil && article.Tag(c) == "caption"; c = c.NextSibling {
		if shows(c) {
			m.blocks(c.FirstChild, false)
			m.blank()
		}
	}
	m.grid(m.gridOf(n))
	for ; c != nil; c = c.NextSibling {
		if article.Tag(c) == "caption" && shows(c) {
			m.blank()
			m.blocks(c.FirstChild, false)
		}
	}
}

// grid writes the cells of a table.
func (m *markdown) grid(rows [][]*html.Node) {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	if width == 0 {
		return
	}
	if headed(rows[0]) {
		m.row(rows[0], width)
		rows = rows[1:]
	} else {
		m.row(nil, width)
	}
	m.next()
	m.out = append(m.out, strings.Repeat("|---", width)+"|"...)
	for _, row := range rows {
		if m.over(len(m.out)) {
			break
		}
		m.next()
		m.row(row, 0)
	}
	m.fresh = false
}

// headed tells whether a row holds headings.
func headed(row []*html.Node) bool {
	for _, cell := range row {
		if cell != nil {
			return article.Headed(cell.Parent)
		}
	}
	return false
}

// row writes a row of at least so many cells.
func (m *markdown) row(cells []*html.Node, width int) {
	m.out = append(m.out, '|')
	for i := range max(width, len(cells)) {
		m.out = append(m.out, ' ')
		if i < len(cells) && cells[i] != nil {
			m.cell, m.fresh = true, true
			m.blocks(cells[i].FirstChild, false)
			m.cell = false
		}
		m.out = append(m.out, " |"...)
	}
}

// gridOf returns the cells of a table by row and column: where one is more
// than one wide or high, nil stands in the places that it takes beside its own.
func (m *markdown) gridOf(table *html.Node) (grid [][]*html.Node) {
	var below []int // rows that the cell above goes on for, by column
	marks := 0      // bytes around the cells
	for tr := range article.Rows(table) {
		if m.over(len(m.out) + marks) { // many high cells in a row, and many rows, are very many places
			break
		}
		var row []*html.Node
		skip := func() {
			for len(row) < len(below) && below[len(row)] > 0 {
				below[len(row)]--
				row = append(row, nil)
			}
		}
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			skip()
			high := span(c, "rowspan")
			for i := range span(c, "colspan") {
				if i == 0 {
					row = append(row, c)
				} else {
					row = append(row, nil)
				}
				for len(below) < len(row) {
					below = append(below, 0)
				}
				below[len(row)-1] = high - 1
			}
		}
		skip()
		grid = append(grid, row)
		marks += len(" |") * len(row)
	}
	return grid
}

// span is how many columns or rows a cell takes.
func span(cell *html.Node, key string) int {
	n, _ := article.Number(cell, key)
	return max(n, 1)
}

// inCell writes a block where all has to stand in one line: lists with their
// marks, code line by line.
func (m *markdown) inCell(n *html.Node) {
	switch article.Tag(n) {
	case "ul", "ol":
		number := numbers(n)
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c != n.FirstChild {
				m.raw("<br>")
			}
			m.raw(itemMark(n, number(c), false))
			m.blocks(c.FirstChild, true)
		}
	case "pre":
		for i, line := range strings.Split(strings.Trim(codeOf(n), "\r\n"), "\n") {
			if i > 0 {
				m.raw("<br>")
			}
			m.span(line)
		}
	case "hr":
	default:
		m.blocks(n.FirstChild, false)
	}
}
