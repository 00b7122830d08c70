package segment

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// embedded makes a tree of a story's text that stands in structured data
// alone: markup if it is markup, otherwise a paragraph a line. It returns nil
// if there is nothing to read. The limits of the page hold for it.
func embedded(text string, limits *Limits) *html.Node {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	article := element(atom.Article)
	article.Attr = []html.Attribute{{Key: "itemprop", Val: "articleBody"}}
	if strings.Contains(text, "</") {
		nodes, cut, err := parse.Fragment(text, limits.parser())
		if limits.Cut |= cut; err == nil {
			for _, n := range nodes {
				article.AppendChild(n)
			}
			return article
		}
	}
	for line := range strings.Lines(text) {
		p := element(atom.P)
		p.AppendChild(&html.Node{Type: html.TextNode, Data: line})
		article.AppendChild(p)
	}
	return article
}

func element(a atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
}
