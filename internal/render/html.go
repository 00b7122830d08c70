package render

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

// HTML returns the article as HTML that is safe to show, a block-level element
// of the article a line. The tree is changed.
func HTML(root *html.Node) (string, error) {
	plainTags(root)
	var b strings.Builder
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		if err := html.Render(&b, c); err != nil {
			return "", fmt.Errorf("rendering HTML: %w", err)
		}
		b.WriteByte('\n')
	}
	return strings.TrimSpace(safe.Rendered(b.String())), nil
}

// plainTags turns the tags that HTML does not have into those that it has:
// formulas into what MathJax and KaTeX look for, references and footnotes into
// links to each other.
func plainTags(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		plainTags(c)
	}
	switch {
	case article.Tag(n) == article.TagMath && n.Type == html.ElementNode:
		left, right, class := `\(`, `\)`, "math inline"
		if article.Attr(n, "display") == "block" {
			left, right, class = `\[`, `\]`, "math display"
		}
		tex := left + textOf(n) + right
		n.FirstChild, n.LastChild = nil, nil
		n.AppendChild(&html.Node{Type: html.TextNode, Data: tex})
		rename(n, "span", html.Attribute{Key: "class", Val: class})
	case article.Tag(n) == article.TagFootnote && n.Type == html.ElementNode:
		number := article.Attr(n, "n")
		a := &html.Node{Type: html.ElementNode, Data: "a", Attr: []html.Attribute{{Key: "href", Val: "#fn-" + number}, {Key: "rel", Val: safe.Rel}}}
		a.AppendChild(&html.Node{Type: html.TextNode, Data: number})
		n.FirstChild, n.LastChild = nil, nil
		n.AppendChild(a)
		rename(n, "sup", html.Attribute{Key: "id", Val: "fnref-" + number})
	case article.Tag(n) == "li" || article.Tag(n) == "ol":
		if number := article.Attr(n, article.AttrNote); number != "" {
			drop(n, article.AttrNote)
			if article.Tag(n) == "li" {
				n.Attr = append(n.Attr, html.Attribute{Key: "id", Val: "fn-" + number})
			}
		}
	case article.Tag(n) == "a":
		n.Attr = append(n.Attr, html.Attribute{Key: "rel", Val: safe.Rel})
	case article.Tag(n) == "aside":
		rename(n, "aside", html.Attribute{Key: "class", Val: article.Attr(n, article.AttrKind)})
	}
}

func rename(n *html.Node, tag string, attrs ...html.Attribute) {
	n.Data, n.DataAtom, n.Attr = tag, 0, attrs
}

func drop(n *html.Node, key string) {
	var kept []html.Attribute
	for _, a := range n.Attr {
		if a.Key != key {
			kept = append(kept, a)
		}
	}
	n.Attr = kept
}
