package render_test

import (
	"strconv"

	"golang.org/x/net/html"
)

// grow makes a tree as articles are from a string of bytes: each says what
// comes next. The same bytes make the same tree.
type grow struct {
	program []byte
}

func (g *grow) next(n int) int {
	if len(g.program) == 0 {
		return 0
	}
	b := g.program[0]
	g.program = g.program[1:]
	return int(b) % n
}

// pieces of text, most of which mean something in Markdown somewhere.
var pieces = []string{
	"", "a", "b c", " ", " d ", "*", "**", " * ", "_", "__", "a_b", " _ ", "~", "~~", "~5", " ~5 ", "`", "``", "```", "[", "]", "](", "(x)", "[^1]", "[x]: y", "!", "\\", "\\*", "<", "<b>", "</p>", "<!--", "&", "&lt;", "&amp;lt;", "&#65;", "&x",
	"# x", "#", "## ", ">", "> x", "-", "- x", "---", "===", "=", "+ x", "+", "1. x", "1)", "12.", "3", ":", ": x", ":-", ":--|", "|", "|-|", "a|b", "$", "$x$", "%", "\"", "'", "\n", "\r", "\t", "é", "字", "「", "」", ".", ",", "。", "“", "€", "http://a.example/x_y_", "www.a.example", "***", "* * *", "- - -", "{x}", "^", "@a", "a@b.example", "x  y", "[ ] x",
}

var inlineTags = []string{"strong", "em", "del", "code", "sub", "sup", "kbd", "mark", "q", "ins", "a", "br", "img"}

func (g *grow) run(n *html.Node, depth int, within string) {
	for range 1 + g.next(4) {
		if pick := g.next(3); pick < 2 || depth > 3 {
			n.AppendChild(textNode(pieces[g.next(len(pieces))]))
			continue
		}
		tag := inlineTags[g.next(len(inlineTags))]
		if tag == "a" && within == "a" {
			continue
		}
		child := node(tag)
		switch tag {
		case "a":
			child.Attr = []html.Attribute{{Key: "href", Val: []string{"https://a.example/x", "https://a.example/x_(y)", "https://a.example/)?a=1&copy;=2", "/x", "#y", "mailto:a@b.example"}[g.next(6)]}}
		case "img":
			child.Attr = []html.Attribute{{Key: "src", Val: "https://a.example/x.png"}, {Key: "alt", Val: pieces[g.next(len(pieces))]}}
		}
		n.AppendChild(child)
		switch {
		case tag == "code":
			child.AppendChild(textNode("x" + pieces[g.next(len(pieces))]))
		case tag != "br" && tag != "img":
			if tag == "a" {
				within = "a"
			}
			g.run(child, depth+1, within)
		}
	}
}

func (g *grow) blocks(n *html.Node, depth int) {
	for range 1 + g.next(3) {
		tag := []string{"p", "p", "ul", "ol", "blockquote", "pre", "h2", "table", "dl", "figure"}[g.next(10)]
		if depth > 3 {
			tag = "p"
		}
		child := node(tag)
		n.AppendChild(child)
		switch tag {
		case "p", "h2":
			child.AppendChild(textNode(pieces[1+g.next(2)]))
			g.run(child, 0, "")
		case "ul", "ol":
			g.list(child, depth)
		case "blockquote":
			g.blocks(child, depth+1)
		case "pre":
			code := node("code")
			code.AppendChild(textNode("x\n  " + pieces[g.next(len(pieces))] + "\n\n" + pieces[g.next(len(pieces))] + "y"))
			child.AppendChild(code)
		case "table":
			g.table(child)
		case "dl":
			for _, tag := range []string{"dt", "dd", "dd", "dt", "dd"}[:[]int{2, 3, 5}[g.next(3)]] {
				part := node(tag)
				part.AppendChild(textNode("t"))
				g.run(part, 0, "")
				child.AppendChild(part)
			}
		case "figure":
			caption := node("figcaption")
			caption.AppendChild(textNode("a"))
			g.run(caption, 0, "")
			child.AppendChild(caption)
		}
	}
}

func (g *grow) list(n *html.Node, depth int) {
	if n.Data == "ol" && g.next(2) == 1 {
		n.Attr = []html.Attribute{{Key: "start", Val: strconv.Itoa(g.next(20))}}
	}
	for range 1 + g.next(3) {
		item := node("li")
		n.AppendChild(item)
		switch g.next(3) {
		case 0:
			item.AppendChild(textNode(pieces[1+g.next(2)]))
			g.run(item, 0, "")
		case 1:
			item.AppendChild(textNode(pieces[1+g.next(2)]))
			g.run(item, 0, "")
			if depth < 3 {
				inner := node([]string{"ul", "ol"}[g.next(2)])
				item.AppendChild(inner)
				g.list(inner, depth+1)
			}
		case 2:
			g.blocks(item, depth+1)
		}
	}
}

func (g *grow) table(n *html.Node) {
	width := 1 + g.next(3)
	for i := range 1 + g.next(3) {
		row := node("tr")
		for range width {
			cell := node("td")
			if i == 0 {
				cell = node("th")
			}
			g.run(cell, 0, "")
			row.AppendChild(cell)
		}
		n.AppendChild(row)
	}
}

func node(tag string) *html.Node   { return &html.Node{Type: html.ElementNode, Data: tag} }
func textNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }
func tree(program []byte) *html.Node {
	root := node("div")
	g := grow{program: program}
	g.blocks(root, 0)
	return root
}
