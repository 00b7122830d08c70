package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// headingNodes is how many nodes of a heading are looked at. One that has more
// is round half the page.
const headingNodes = 100

// withoutButtons returns the text of a heading of the first level without the
// buttons at its end, such as one to copy its address.
func (d *describer) withoutButtons(b *heuristics.Block) string {
	text := b.Text
	if d.r.origin == nil {
		return text
	}
	h := d.r.origin.First[b.Index]
	for h != nil && h.DataAtom != atom.H1 {
		h = h.Parent
	}
	if h == nil {
		return text
	}
	for n, seen := h, 0; n != nil && seen < headingNodes; seen++ {
		button := n.Type == html.ElementNode && n.DataAtom == atom.Button
		if button {
			text = strings.TrimSpace(strings.TrimSuffix(text, metadata.TextOf(n)))
		}
		n = parse.Next(n, h, !button)
	}
	return text
}
