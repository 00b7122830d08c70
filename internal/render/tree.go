package render

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// blockTags are the elements of an article that end a run of text.
var blockTags = map[string]bool{"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "ul": true, "ol": true, "li": true,
	"dl": true, "dt": true, "dd": true, "blockquote": true, "pre": true, "table": true, "caption": true, "thead": true, "tbody": true, "tr": true, "td": true, "th": true,
	"figure": true, "figcaption": true, "aside": true, "hr": true, "div": true}

// textOf returns the text in n.
func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if c := n.FirstChild; c != nil && c == n.LastChild {
		return textOf(c)
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

// codeOf is textOf for code, in which <br> ends a line as a line feed does.
func codeOf(n *html.Node) string {
	var b strings.Builder
	var write func(n *html.Node)
	write = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case article.Tag(n) == "br":
			b.WriteByte('\n')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			write(c)
		}
	}
	write(n)
	return b.String()
}

// shows tells whether there is anything to see in an element inside a text.
func shows(n *html.Node) bool {
	switch {
	case n.Type == html.TextNode:
		return strings.TrimSpace(n.Data) != ""
	case article.Tag(n) == "img" || article.Tag(n) == article.TagFootnote:
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if shows(c) {
			return true
		}
	}
	return false
}

// holds tells whether an element with the tag stands in n.
func holds(n *html.Node, tag string) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if article.Tag(c) == tag || holds(c, tag) {
			return true
		}
	}
	return false
}

// A side of what is read: that of the first character or of the last.
type side bool

const (
	first side = false
	last  side = true
)

// mark stands for any element in [edge]: all of them are written with marks.
const mark = '*'

// edge returns the first or the last character of what is in n as it is
// written inside a text: a sign for an element, 0 for nothing.
func edge(n *html.Node, at side) rune {
	c, step := n.FirstChild, nextOf
	if at == last {
		c, step = n.LastChild, previousOf
	}
	for ; c != nil; c = step(c) {
		if r := character(c, at); r != 0 {
			return r
		}
	}
	return 0
}

// beside returns the character that stands before or after an element inside a
// text, 0 at the beginning and the end of the text.
func beside(n *html.Node, at side) rune {
	for ; n != nil && !blockTags[article.Tag(n)]; n = n.Parent {
		if r := sibling(n, at); r != 0 {
			return r
		}
		if p := n.Parent; p != nil && !blockTags[article.Tag(p)] && n != p {
			return mark // of the element that it is first or last in
		}
	}
	return 0
}

// sibling is beside, but within the element that n stands in.
func sibling(n *html.Node, at side) rune {
	step := previousOf
	if at == first {
		step = nextOf
	}
	for c := step(n); c != nil && !blockTags[article.Tag(c)]; c = step(c) {
		if r := character(c, at); r != 0 {
			return r
		}
	}
	return 0
}

// character returns the first or the last character of one node.
func character(n *html.Node, at side) rune {
	switch {
	case n.Type == html.TextNode && n.Data == "":
		return 0
	case n.Type == html.TextNode && at == first:
		r, _ := utf8.DecodeRuneInString(n.Data)
		return r
	case n.Type == html.TextNode:
		r, _ := utf8.DecodeLastRuneInString(n.Data)
		return r
	case article.Tag(n) == "br":
		return ' '
	case shows(n):
		return mark
	}
	return edge(n, at) // space, if anything
}

func nextOf(n *html.Node) *html.Node     { return n.NextSibling }
func previousOf(n *html.Node) *html.Node { return n.PrevSibling }

// tight tells whether an item has text and lists alone.
func tight(item *html.Node) bool {
	for c := item.FirstChild; c != nil; c = c.NextSibling {
		if blockTags[article.Tag(c)] && article.Tag(c) != "ul" && article.Tag(c) != "ol" {
			return false
		}
	}
	return true
}

// maxNumber is the largest number of an item that CommonMark knows.
const maxNumber = 999_999_999

// numbers returns a function that gives each item of an ordered list its number.
func numbers(list *html.Node) func(item *html.Node) int {
	next := startOf(list)
	return func(item *html.Node) int {
		if n, ok := article.Number(item, "value"); ok {
			next = n
		}
		next++
		return min(max(next-1, 0), maxNumber)
	}
}

// startOf is the number of the first item of a list.
func startOf(list *html.Node) int {
	if start, ok := article.Number(list, "start"); ok {
		return start
	}
	return 1
}
