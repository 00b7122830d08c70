package render

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// admonition writes a note as a quote that begins with its kind. A title that
// only says the kind is left out.
func (m *markdown) admonition(n *html.Node) {
	kind, first := article.Attr(n, article.AttrKind), n.FirstChild
	if !admonitions[kind] {
		m.blocks(first, false)
		return
	}
	rest := first // what is left of the first block
	switch {
	case first == nil:
	case first.NextSibling != nil && names(first, kind):
		first, rest = first.NextSibling, first.NextSibling
	case article.Tag(first) == "p" && names(first.FirstChild, kind):
		rest = behindTitle(first.FirstChild)
	}
	m.within("> [!"+strings.ToUpper(kind)+"]", "> ", func() {
		if tag := article.Tag(first); blockTags[tag] && tag != "p" {
			m.blank() // not all blocks may follow a text
		} else {
			m.next()
		}
		m.blocks(rest, false)
		if rest != first && first.NextSibling != nil {
			m.blank()
			m.blocks(first.NextSibling, false)
		}
	})
}

// names tells whether all that n says is the kind of a note.
func names(n *html.Node, kind string) bool {
	if n == nil || n.Type == html.TextNode {
		return false
	}
	return strings.EqualFold(strings.TrimRight(strings.TrimSpace(textOf(n)), ":"), kind)
}

// behindTitle returns what stands behind the title in the first paragraph of a
// note, or the title if it is part of a sentence.
func behindTitle(title *html.Node) *html.Node {
	next := title.NextSibling
	switch {
	case article.Tag(title) != "strong" || next == nil:
		return title
	case article.Tag(next) == "br" && next.NextSibling != nil:
		return next.NextSibling
	case strings.HasSuffix(strings.TrimSpace(textOf(title)), ":"):
		return next
	}
	return title
}
