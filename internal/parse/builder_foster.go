package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What stands in a table, but in no cell of it, goes before the table (HTML,
// 13.2.6.1, foster parenting). Nothing else differs from what stands in text.

func (b *builder) fosterText(s string) {
	b.fostering = true
	b.bodyText(s)
	b.fostering = false
}

func (b *builder) fosterStart() bool {
	b.fostering = true
	done := b.startInBody()
	b.fostering = false
	return done
}

func (b *builder) fosterEnd() bool {
	b.fostering = true
	done := b.endInBody()
	b.fostering = false
	return done
}

// fosters tells whether what would go into a node has to go before the table.
func (b *builder) fosters(n *html.Node) bool { return b.fostering && tabular(n) }

// tabular tells whether a node is a part of a table that nothing but further
// parts may stand in.
func tabular(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Table, atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr:
		return true
	}
	return false
}

// foster puts a node before the innermost open table, and returns it.
func (b *builder) foster(n *html.Node) *html.Node {
	i := len(b.open) - 1
	for i >= 0 && b.open[i].DataAtom != atom.Table {
		i--
	}
	if i < 0 || b.open[i].Parent == nil {
		b.giveUp()
		return n
	}
	table := b.open[i].Node
	before := table.PrevSibling
	if before != nil && before.Type == html.TextNode && n.Type == html.TextNode {
		b.merged += len(before.Data)
		before.Data += n.Data
		return before
	}
	table.Parent.InsertBefore(n, table)
	return n
}
