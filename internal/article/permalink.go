package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// permalink tells whether an element is the sign beside a heading that links
// to the heading itself.
func permalink(n *html.Node) bool {
	if n.DataAtom != atom.A || !strings.Contains(Attr(n, "href"), "#") {
		return false
	}
	const longest = 4 * len("🔗") // or there is more than such signs in it
	text := ""
	descend(n, func(m *html.Node) bool {
		if m.Type == html.TextNode {
			text += strings.TrimSpace(m.Data)
		}
		return len(text) <= longest
	})
	if text == "" || len(text) > longest {
		return false
	}
	switch text {
	case "#", "¶", "§", "🔗", "\u200b":
		return true
	}
	return strings.TrimFunc(text, icon) == ""
}

// icon tells whether a character is one that only the page's own font can show.
func icon(r rune) bool { return unicode.Is(unicode.Co, r) }

// linkReach is how many elements up from a picture the link round it may be,
// and from there the heading.
const linkReach = 4

// permalinked tells whether a picture is such a sign.
func permalinked(img *html.Node) bool {
	link := above(img, func(n *html.Node) bool { return n.DataAtom == atom.A })
	return link != nil && strings.HasPrefix(Attr(link, "href"), "#") && above(link, heading) != nil
}

// above returns the nearest element round n of which is is true, nil if there
// is none near.
func above(n *html.Node, is func(*html.Node) bool) *html.Node {
	for range linkReach {
		if n = n.Parent; n == nil || is(n) {
			return n
		}
	}
	return nil
}

// editLink tells whether an element is the link behind a heading by which a wiki's
// section is edited, brackets and all: MediaWiki keeps it out of what is copied.
func editLink(n *html.Node) bool {
	return n.DataAtom == atom.Span && Attr(n, "class") == "mw-editsection"
}
