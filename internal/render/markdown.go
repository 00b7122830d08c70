// Package render shows an article's tree as Markdown, HTML and plain text.
package render

import (
	"fmt"
	"strings"
	"sync"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// Markdown returns the article as CommonMark with GFM tables. Notes, lists of
// definitions and formulas are in the forms that Pandoc and GitHub read, which
// are ordinary text to other readers. The tree is changed.
func Markdown(root *html.Node) (string, error) {
	joinTexts(root)
	prepareTables(root)
	out, err := markdown().ConvertNode(root)
	if err != nil {
		return "", fmt.Errorf("rendering Markdown: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

var markdown = sync.OnceValue(func() *converter.Converter {
	return converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(commonmark.WithHorizontalRule("---"), commonmark.WithListEndComment(true)),
		strikethrough.NewStrikethroughPlugin(),
		table.NewTablePlugin(table.WithNewlineBehavior(table.NewlineBehaviorPreserve), table.WithCellPaddingBehavior(table.CellPaddingBehaviorMinimal)),
		extras{},
	))
})

// extras are the parts of an article that the library has no form for.
type extras struct{}

func (extras) Name() string { return "bodycopy" }

func (extras) Init(c *converter.Converter) error {
	early := converter.PriorityEarly
	for _, tag := range []string{"figure", "figcaption", "aside", "dl"} {
		c.Register.TagType(tag, converter.TagTypeBlock, early)
	}
	c.Register.TextTransformer(func(_ converter.Context, s string) string { return ampersands(s) }, early)
	c.Register.Renderer(extra, early)
	c.Register.PostRenderer(func(_ converter.Context, content []byte) []byte { return blankLines(content) }, converter.PriorityLate-1)
	return nil
}

// extra renders an element, or leaves it to the library. It is one function
// for all tags, since the library asks its renderers one after the other.
func extra(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	switch article.Tag(n) {
	case "strong", "em", "del":
		return emphasis(ctx, w, n)
	case "sub", "sup", "kbd", "ins", "mark", "q":
		return asHTML(ctx, w, n)
	case "figure", "figcaption":
		return base.RenderAsPlaintextWrapper(ctx, w, n)
	case "br":
		return lineBreak(ctx, w, n)
	case "ul", "ol":
		return list(ctx, w, n)
	case "blockquote":
		return quote(ctx, w, n)
	case "aside":
		return admonition(ctx, w, n)
	case "dl":
		return definitions(ctx, w, n)
	case article.TagMath:
		return formula(ctx, w, n)
	case article.TagFootnote:
		return reference(ctx, w, n)
	}
	return converter.RenderTryNext
}

// asHTML writes an element that Markdown has no sign for as HTML, which it
// allows inside a text.
func asHTML(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	w.WriteString("<" + n.Data + ">")
	ctx.RenderChildNodes(ctx, w, n)
	w.WriteString("</" + n.Data + ">")
	return converter.RenderSuccess
}

// formula writes $TeX$, or $$TeX$$ on a line of its own.
func formula(_ converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	sign := "$"
	if article.Attr(n, "display") == "block" {
		sign = "$$"
	}
	w.WriteString(sign + textOf(n) + sign)
	return converter.RenderSuccess
}

func reference(_ converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	w.WriteString("[^" + article.Attr(n, "n") + "]")
	return converter.RenderSuccess
}

// definitions writes terms and, in lines that begin with a colon, what they
// mean.
func definitions(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	w.WriteString("\n\n")
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case article.Tag(c) == "dd":
			w.WriteString("\n")
			prefixed(ctx, w, c, ":   ", "    ")
		case c.PrevSibling != nil && article.Tag(c.PrevSibling) == "dd":
			w.WriteString("\n\n")
			prefixed(ctx, w, c, "", "")
		default:
			w.WriteString("\n")
			prefixed(ctx, w, c, "", "")
		}
	}
	w.WriteString("\n\n")
	return converter.RenderSuccess
}

// quote writes a quote. The library escapes what looks like a list at the
// beginning of a line only after it has put the mark of the quote there.
func quote(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	w.WriteString("\n\n")
	prefixed(ctx, w, n, "> ", "> ")
	w.WriteString("\n\n")
	return converter.RenderSuccess
}

func admonition(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	kind := article.Attr(n, article.AttrKind)
	if title := n.FirstChild; title != nil && strings.EqualFold(strings.TrimSpace(textOf(title)), kind) && title.NextSibling != nil {
		n.RemoveChild(title) // the mark says it
	}
	w.WriteString("\n\n")
	prefixed(ctx, w, n, "> [!"+strings.ToUpper(kind)+"]\n> ", "> ")
	w.WriteString("\n\n")
	return converter.RenderSuccess
}

// textOf returns the text in n.
func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}
