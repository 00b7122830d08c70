package article

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// amount is how much may stand in an element that something else is shown for.
type amount struct {
	text  int // bytes
	nodes int
}

// Amounts, with room to spare: "[edit | edit source]", "[Note 12]", "12.", and
// what KaTeX and MathJax make, which is each character of the formula in several
// elements, two or three times over.
var (
	editAmount      = amount{text: 120, nodes: 64}
	referenceAmount = amount{text: 40, nodes: 32}
	labelAmount     = amount{text: 16, nodes: 32}
)

const (
	formulaText  = 256 // bytes for any formula …
	formulaShare = 4   // … and so many for one of its TeX
)

// holdsNoMore tells whether n holds so much at most, and no block: or text would
// be lost with it, the whole article perhaps where an end tag is missing.
func (b *builder) holdsNoMore(n *html.Node, most amount) bool {
	for m := n; m != nil; {
		enter := true
		switch m.Type {
		case html.TextNode:
			most.text -= len(strings.TrimSpace(m.Data))
		case html.ElementNode:
			var flow segment.Flow
			if flow, enter = b.origin.Enter(m); enter && flow == segment.FlowBoundary {
				return false
			}
		}
		if most.nodes--; most.text < 0 || most.nodes < 0 {
			return false
		}
		m = parse.Next(m, n, enter)
	}
	return true
}
