package render

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// emphasis leaves strong, em and del to the library, unless their marks would
// not be read as such: CommonMark wants no punctuation inside a mark that has
// a letter on its other side, which is usual where words are not spaced. Then
// they are written as HTML.
func emphasis(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	inside := strings.TrimSpace(textOf(n))
	first, _ := utf8.DecodeRuneInString(inside)
	last, _ := utf8.DecodeLastRuneInString(inside)
	before, _ := utf8.DecodeLastRuneInString(textOf(beside(n, false)))
	after, _ := utf8.DecodeRuneInString(textOf(beside(n, true)))
	if inside != "" && (sign(first) && word(before) || sign(last) && word(after)) {
		return asHTML(ctx, w, n)
	}
	return converter.RenderTryNext
}

// beside returns what stands before or after n in its text.
func beside(n *html.Node, after bool) *html.Node {
	for n != nil && !blockTags[article.Tag(n)] {
		next := n.PrevSibling
		if after {
			next = n.NextSibling
		}
		if next != nil {
			return next
		}
		n = n.Parent
	}
	return &html.Node{Type: html.TextNode}
}

// sign and word sort characters as CommonMark does; what is neither is space
// or nothing at all.
func sign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

func word(r rune) bool { return r != utf8.RuneError && !unicode.IsSpace(r) && !sign(r) }

// lineBreak writes <br> inside cells of tables, which have but one line.
func lineBreak(_ converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	for up := n.Parent; up != nil; up = up.Parent {
		if article.Tag(up) == "td" || article.Tag(up) == "th" {
			w.WriteString("<br>")
			return converter.RenderSuccess
		}
	}
	return converter.RenderTryNext
}

var entity = regexp.MustCompile(`&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// ampersands escapes those that would begin a character reference.
func ampersands(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	return entity.ReplaceAllString(s, "&amp;$1;")
}
