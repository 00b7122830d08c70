package render

import (
	"strconv"
	"strings"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// list writes a list. The library's own knows neither items with a number of
// their own nor footnotes, and puts an empty line before every nested list,
// which makes paragraphs of all items.
func list(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	gap := "\n"
	if !nested(n) || !tight(n.Parent) {
		gap = "\n\n"
	}
	between := "\n"
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !tight(c) || article.Attr(c, article.AttrNote) != "" {
			between = "\n\n"
		}
	}
	w.WriteString(gap)
	next := numbers(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		mark := next(c)
		rest := strings.Repeat(" ", len(mark))
		if article.Attr(c, article.AttrNote) != "" {
			rest = "    "
		}
		prefixed(ctx, w, c, mark, rest)
		if c.NextSibling != nil {
			w.WriteString(between)
		}
	}
	w.WriteString(gap)
	return converter.RenderSuccess
}

func nested(n *html.Node) bool { return n.Parent != nil && article.Tag(n.Parent) == "li" }

// tight tells whether an item has text and lists alone.
func tight(item *html.Node) bool {
	for c := item.FirstChild; c != nil; c = c.NextSibling {
		if blockTags[article.Tag(c)] && article.Tag(c) != "ul" && article.Tag(c) != "ol" {
			return false
		}
	}
	return true
}

// numbers returns a function that says how each item of a list is marked.
func numbers(list *html.Node) func(item *html.Node) string {
	number := 1
	if start, err := strconv.Atoi(article.Attr(list, "start")); err == nil {
		number = max(start, 0) // CommonMark knows no others
	}
	return func(item *html.Node) string {
		if note := article.Attr(item, article.AttrNote); note != "" {
			return "[^" + note + "]: "
		}
		if article.Tag(list) == "ul" {
			return "- "
		}
		if value, err := strconv.Atoi(article.Attr(item, "value")); err == nil {
			number = max(value, 0)
		}
		number++
		return strconv.Itoa(number-1) + ". "
	}
}
