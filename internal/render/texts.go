package render

import (
	"strings"

	"golang.org/x/net/html"
)

// joinTexts makes one text of those that stand side by side. The Markdown
// converter does so too, but one after the other, which takes quadratic time.
func joinTexts(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode {
			joinTexts(c) // an article is never nested deep
			continue
		}
		if c.NextSibling == nil || c.NextSibling.Type != html.TextNode {
			continue
		}
		var all strings.Builder
		all.WriteString(c.Data)
		for next := c.NextSibling; next != nil && next.Type == html.TextNode; next = c.NextSibling {
			all.WriteString(next.Data)
			n.RemoveChild(next)
		}
		c.Data = all.String()
	}
}
