package render

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

// HTML returns the article as HTML that is safe to show, a block-level element
// of the article a line.
//
// It is safe by construction: only the elements and attributes that are named
// here are written, addresses only as [safe.Shown] lets them, and everything
// else is escaped. Tests hold that a sanitiser changes nothing in it.
func HTML(root *html.Node, within Bounds) (string, End) {
	w := markup{bounds: bounds{Bounds: within}}
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
		w.out.WriteByte('\n')
	}
	return strings.TrimSpace(w.out.String()), w.end
}

// markup writes HTML.
type markup struct {
	bounds
	out strings.Builder
}

// htmlTags are the elements that are written as they are. Of others, only what
// is in them is.
var htmlTags = map[string]bool{
	"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "ul": true, "ol": true, "li": true, "dl": true, "dt": true, "dd": true,
	"blockquote": true, "pre": true, "code": true, "table": true, "caption": true, "thead": true, "tbody": true, "tr": true, "td": true, "th": true,
	"figure": true, "figcaption": true, "aside": true, "hr": true, "br": true, "a": true, "img": true,
	"strong": true, "em": true, "del": true, "sub": true, "sup": true, "kbd": true, "ins": true, "mark": true, "q": true,
}

func (w *markup) node(n *html.Node) {
	if w.over(w.out.Len()) {
		return
	}
	tag := article.Tag(n)
	switch {
	case n.Type == html.TextNode && w.Spare:
		w.spare(n.Data)
	case n.Type == html.TextNode:
		w.text(n.Data)
	case tag == article.TagMath:
		w.formula(n)
	case tag == article.TagFootnote:
		w.reference(n)
	case tag == "br" || tag == "hr" || tag == "img":
		w.open(n, "/>")
	case htmlTags[tag]:
		w.open(n, ">")
		w.inside(n)
		w.out.WriteString("</")
		w.out.WriteString(tag)
		w.out.WriteByte('>')
	default:
		w.inside(n)
	}
}

func (w *markup) inside(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling { // an article is never nested deep
		w.node(c)
	}
}

// open writes the tag that an element begins with.
func (w *markup) open(n *html.Node, end string) {
	w.out.WriteByte('<')
	w.out.WriteString(n.Data)
	for i := range n.Attr {
		w.attribute(n.Data, &n.Attr[i])
	}
	w.out.WriteString(end)
}

// attribute writes an attribute of an element if it is one of those that may
// be, and has a value that it may have.
func (w *markup) attribute(tag string, a *html.Attribute) {
	switch tag + " " + a.Key {
	case "a href":
		if safe.Shown(a.Val) {
			w.set("href", a.Val)
			w.set("rel", safe.Rel)
		}
	case "img src":
		if safe.ImageShown(a.Val) {
			w.set("src", a.Val)
		}
	case "img alt":
		w.set("alt", a.Val)
	case "img width", "img height":
		w.number(a, a.Key, "", 1, maxSize)
	case "td colspan", "td rowspan", "th colspan", "th rowspan":
		w.number(a, a.Key, "", 1, maxSpan)
	case "ol start", "li value":
		w.number(a, a.Key, "", -maxNumber, maxNumber)
	case "li " + article.AttrNote:
		w.number(a, "id", "fn-", 1, maxNote)
	case "code class":
		if language(a.Val) != "" {
			w.set("class", a.Val)
		}
	case "aside " + article.AttrKind:
		if admonitions[a.Val] {
			w.set("class", a.Val)
		}
	}
}

func (w *markup) set(key, value string) {
	w.out.WriteByte(' ')
	w.out.WriteString(key)
	w.out.WriteString(`="`)
	w.text(value)
	w.out.WriteByte('"')
}

// Largest numbers in attributes.
const (
	maxSize = 99_999 // pixels
	maxSpan = 9_999  // columns or rows
	maxNote = 9_999  // footnotes
)

// number sets an attribute to a number within bounds.
func (w *markup) number(a *html.Attribute, key, prefix string, least, most int) {
	if n, err := strconv.Atoi(a.Val); err == nil && n >= least && n <= most {
		w.set(key, prefix+strconv.Itoa(n))
	}
}

// formula writes a formula as MathJax and KaTeX look for it.
func (w *markup) formula(n *html.Node) {
	left, right, class := `\(`, `\)`, "math inline"
	if article.Attr(n, "display") == "block" {
		left, right, class = `\[`, `\]`, "math display"
	}
	w.out.WriteString("<span")
	w.set("class", class)
	w.out.WriteString(">" + left)
	w.text(textOf(n))
	w.out.WriteString(right + "</span>")
}

// reference writes a link to a footnote, which the footnote leads back to.
func (w *markup) reference(n *html.Node) {
	note := article.Attr(n, "n")
	if n, err := strconv.Atoi(note); err != nil || n < 0 || n > maxNote {
		return
	}
	w.out.WriteString("<sup")
	w.set("id", "fnref-"+note)
	w.out.WriteString("><a")
	w.set("href", "#fn-"+note)
	w.set("rel", safe.Rel)
	w.out.WriteString(">" + note + "</a></sup>")
}

// text writes text and values of attributes.
func (w *markup) text(s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		if ref := references[s[i]]; ref != "" {
			w.out.WriteString(s[from:i])
			w.out.WriteString(ref)
			from = i + 1
		}
	}
	w.out.WriteString(s[from:])
}

// references are what stands for the characters that mean something in HTML.
var references = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", '\r': "&#13;"}

// spare writes text with no more references than it needs: quotation marks
// mean nothing outside of tags, nor does an ampersand that no name or number
// follows (HTML, 13.2.5.72).
func (w *markup) spare(s string) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '"', c == '\'', c == '&' && (i+1 == len(s) || !named(s[i+1])), references[c] == "":
			w.out.WriteByte(c)
		default:
			w.out.WriteString(references[c])
		}
	}
}

// named tells whether the name or number of a reference may begin with c.
func named(c byte) bool {
	return c == '#' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// longestLanguage bounds the name of a language, in bytes.
const longestLanguage = 24

// language returns the name of the language in the class of <code>, "" if it
// has none.
func language(class string) string {
	name, named := strings.CutPrefix(class, "language-")
	if !named || len(name) > longestLanguage {
		return ""
	}
	for i := 0; i < len(name); i++ {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && strings.IndexByte("+#_-", c) < 0 {
			return ""
		}
	}
	return name
}

// admonitions are the kinds of notes that readers of Markdown know.
var admonitions = map[string]bool{"note": true, "tip": true, "important": true, "warning": true, "caution": true}
