package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// languageReach is how many elements up from <pre> the language of its code
// may be named: <div class="highlight highlight-source-go"><div><pre>.
const languageReach = 3

// codeLanguage returns the language that a <pre>, the <code> in it or the
// boxes round it name, "" if none does.
func (b *builder) codeLanguage(pre *html.Node) string {
	for c := pre.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Code {
			if lang := namedLanguage(c); lang != "" {
				return lang
			}
		}
	}
	n := pre
	for left := languageReach; left > 0; n = n.Parent {
		if n == nil || n.DataAtom == atom.Body || n.DataAtom == atom.Article {
			break
		}
		if lang := b.spoken.Of(n, namedLanguage); lang != "" {
			return lang
		}
		switch n.DataAtom { // those of a table that has numbers of lines beside the code do not count
		case atom.Td, atom.Tr, atom.Tbody, atom.Table:
		default:
			left--
		}
	}
	return ""
}

// languagePrefixes come before the name of the language in a class token.
var languagePrefixes = []string{"language-", "lang-", "highlight-source-", "highlight-text-", "source-", "brush:", "sourcecode-"}

func namedLanguage(n *html.Node) string {
	for _, key := range []string{"data-lang", "data-language"} {
		if lang := languageName(Attr(n, key)); lang != "" {
			return lang
		}
	}
	class := strings.ToLower(Attr(n, "class"))
	brush := false
	for token := range strings.FieldsSeq(class) {
		if brush {
			return languageName(strings.TrimSuffix(token, ";"))
		}
		brush = token == "brush:"
		for _, prefix := range languagePrefixes {
			if rest, ok := strings.CutPrefix(token, prefix); ok && rest != "" {
				return languageName(strings.TrimSuffix(rest, ";"))
			}
		}
	}
	if first, second, ok := strings.Cut(class, " "); ok && (first == "hljs" || first == "sourcecode" || first == "src") {
		return languageName(second)
	}
	return ""
}

// longestLanguage is longer than the name of any language that highlighters know.
const longestLanguage = 24

// languageName returns s if it can be the name of a language.
func languageName(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" || len(s) > longestLanguage || s == "none" || s == "plaintext" || s == "text" || s == "auto" {
		return ""
	}
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '+' && r != '#' && r != '-' && r != '_' {
			return ""
		}
	}
	return s
}

// gutter tells whether an element holds line numbers that stand beside code.
// Its class has to say so, or its place: a cell of numbers before one with
// code. And there must be nothing but numbers in it.
func gutter(n *html.Node) bool {
	class := Attr(n, "class")
	if n.DataAtom != atom.Td && !strings.Contains(class, "ln") && !strings.Contains(class, "line") && !strings.Contains(class, "gutter") && !strings.Contains(class, "num") {
		return false
	}
	named := hasClass(n, "gutter", "linenos", "lineno", "linenumber", "linenumbers", "line-number", "line-numbers", "line-numbers-rows",
		"linenodiv", "hljs-ln-numbers", "blob-num", "rouge-gutter", "crayon-nums", "lnt", "ln", "lntd")
	if !named && !(n.DataAtom == atom.Td && (Attr(n, "data-line-number") != "" || besideCode(n))) {
		return false
	}
	return onlyNumbers(n)
}

// besideCode tells whether the cell after the cell n begins with <pre>.
func besideCode(n *html.Node) bool {
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if next.Type != html.ElementNode {
			continue
		}
		const reach = 3 // boxes round the code
		for range reach {
			if next == nil || next.DataAtom == atom.Pre {
				break
			}
			next = firstElement(next)
		}
		return next != nil && next.DataAtom == atom.Pre
	}
	return false
}

func firstElement(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

// maxNumbers bounds the text of line numbers, in bytes: some ten thousand.
const maxNumbers = 64 << 10

// onlyNumbers tells whether all text in n is digits and white space, and not too
// much of it. It stops at the first character that is not.
func onlyNumbers(n *html.Node) bool {
	numbers, other, size := false, false, 0
	descend(n, func(m *html.Node) bool {
		size++
		if m.Type == html.TextNode {
			size += len(m.Data)
			for _, r := range m.Data {
				switch {
				case r >= '0' && r <= '9':
					numbers = true
				case r > ' ' && r != '\u00a0':
					other = true
					return false
				}
			}
		}
		return size <= maxNumbers
	})
	return numbers && !other && size <= maxNumbers
}

// descend calls f for n and everything in it, in document order and without
// recursion, until f returns false.
func descend(n *html.Node, f func(*html.Node) bool) {
	for m := n; m != nil && f(m); m = parse.Next(m, n, true) {
	}
}

// unlabel takes out the paragraph before a block of code that says no more than
// its language, which the code itself names.
func unlabel(code *html.Node) {
	pre := code.Parent
	lang, named := strings.CutPrefix(Attr(code, "class"), "language-")
	if label := pre.PrevSibling; named && Tag(label) == "p" && label.FirstChild != nil && label.FirstChild == label.LastChild && strings.EqualFold(label.FirstChild.Data, lang) {
		label.Parent.RemoveChild(label)
	}
}
