package article

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// rule is what an element of the page becomes in the article.
type rule uint8

const (
	transparent rule = iota // nothing: what is in it stands in what it stands in
	flow                    // an element that holds paragraphs
	phrase                  // an element that holds text alone
	verbatim                // <pre>
	inlined                 // an element inside a text
)

// boundaryRule is what becomes of a block-level element.
func boundaryRule(n *html.Node) (tag string, r rule) {
	switch n.DataAtom {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Figcaption, atom.Caption, atom.Dt:
		return n.Data, phrase
	case atom.Ul, atom.Ol, atom.Li, atom.Blockquote, atom.Dl, atom.Dd, atom.Figure, atom.Table, atom.Thead, atom.Tbody, atom.Tr, atom.Td, atom.Th:
		return n.Data, flow
	case atom.Menu, atom.Dir:
		return "ul", flow
	case atom.Tfoot:
		return "tbody", flow
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		return "pre", verbatim
	}
	if tag, r := ariaRule(n); r != transparent {
		return tag, r
	}
	if kind := admonition(n); kind != "" {
		return "aside", flow
	}
	return "", transparent
}

// ariaRule reads role="heading" and its like.
func ariaRule(n *html.Node) (string, rule) {
	switch Attr(n, "role") {
	case "heading":
		if level := Attr(n, "aria-level"); len(level) == 1 && level >= "1" && level <= "6" {
			return "h" + level, phrase
		}
		return "h2", phrase
	case "list":
		return "ul", flow
	case "listitem":
		return "li", flow
	}
	return "", transparent
}

// inlineTag is what becomes of an element inside a text, "" for nothing.
func inlineTag(n *html.Node) string {
	switch n.DataAtom {
	case atom.A:
		return "a"
	case atom.B, atom.Strong:
		return "strong"
	case atom.I, atom.Em, atom.Cite, atom.Dfn, atom.Var:
		return "em"
	case atom.Code, atom.Tt, atom.Samp:
		return "code"
	case atom.Del, atom.S, atom.Strike:
		return "del"
	case atom.Kbd, atom.Sub, atom.Sup, atom.Ins, atom.Mark, atom.Q:
		return n.Data
	}
	return ""
}

// admonitions maps class tokens to the five kinds of notes that readers of
// Markdown know.
var admonitions = map[string]string{
	"note": "note", "info": "note", "information": "note", "seealso": "note", "notice": "note", "primary": "note", "secondary": "note",
	"tip": "tip", "hint": "tip", "success": "tip",
	"important": "important",
	"warning":   "warning", "warn": "warning", "attention": "warning",
	"caution": "caution", "danger": "caution", "error": "caution",
}

// admonition returns the kind of note that an element is, "" for none. One
// class token has to say that it is a note at all, another of which kind; what
// documentation generators call an admonition is one of its own kind, with a
// title, if none of the others.
func admonition(n *html.Node) string {
	class := Attr(n, "class")
	if !strings.Contains(class, "dmonition") && !strings.Contains(class, "allout") && !strings.Contains(class, "lert") && !strings.Contains(class, "otecard") {
		return ""
	}
	kind, marked, titled := "", false, false
	for token := range strings.FieldsSeq(strings.ToLower(class)) {
		head, tail := token, ""
		if i := strings.LastIndexByte(token, '-'); i > 0 {
			head, tail = strings.TrimRight(token[:i], "-"), token[i+1:]
		}
		titled = titled || token == "admonition"
		switch {
		case token == "admonition" || token == "admonitionblock" || token == "notecard" || token == "callout" || token == "alert":
			marked = true
		case strings.HasSuffix(head, "admonition") || head == "callout" || head == "alert" || head == "markdown-alert":
			marked = true
			if admonitions[tail] != "" {
				kind = admonitions[tail]
			}
		case kind == "":
			kind = admonitions[token]
		}
	}
	switch {
	case !marked:
		return ""
	case kind == "" && titled:
		return "note"
	}
	return kind
}

func element(tag string) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: tag, DataAtom: atom.Lookup([]byte(tag))}
}

func text(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// Tag returns the tag of an element, "" for text, whatever it says.
func Tag(n *html.Node) string {
	if n == nil || n.Type != html.ElementNode {
		return ""
	}
	return n.Data
}

// Attr returns an attribute of a node, "" if it has none of the name.
func Attr(n *html.Node, key string) string { return parse.Attr(n, key) }

// Number returns the whole number that an attribute holds, and whether it holds
// one.
func Number(n *html.Node, key string) (int, bool) { return numberIn(Attr(n, key)) }

// numberIn is [strconv.Atoi] without an error for what is empty: most elements
// have no such attribute, and each error would be garbage.
func numberIn(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, false
	}
	return n, true
}

func setAttr(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

// maxClass is how much of a class is looked at for tokens, in bytes: it may be
// that of an element round thousands of others. On the 1,497 pages of WCXB's
// development set the longest is 7,481.
const maxClass = 8 << 10

// hasClass tells whether one of n's classes is one of the tokens.
func hasClass(n *html.Node, tokens ...string) bool {
	class := Attr(n, "class")
	if class == "" {
		return false
	}
	class = class[:min(len(class), maxClass)]
	for c := range strings.FieldsSeq(class) {
		for _, token := range tokens {
			if strings.EqualFold(c, token) {
				return true
			}
		}
	}
	return false
}
