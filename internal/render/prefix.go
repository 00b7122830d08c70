package render

import (
	"bytes"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/marker"
	"golang.org/x/net/html"
)

// prefixed writes what is in n with head before its first line and rest before
// every later one.
func prefixed(ctx converter.Context, w converter.Writer, n *html.Node, head, rest string) {
	var buf bytes.Buffer
	ctx.RenderChildNodes(ctx, &buf, n)
	content := bytes.TrimSpace(buf.Bytes())
	for bytes.Contains(content, []byte("\n\n\n")) {
		content = bytes.ReplaceAll(content, []byte("\n\n\n"), []byte("\n\n"))
	}
	content = ctx.UnEscapeContent(content) // what must be escaped depends on where the line begins
	w.WriteString(head)
	content = bytes.ReplaceAll(content, []byte("\n"), []byte("\n"+rest))
	w.Write(bytes.ReplaceAll(content, marker.BytesMarkerCodeBlockNewline, append(bytes.Clone(marker.BytesMarkerCodeBlockNewline), rest...)))
}

// blankLines takes white space off the end of lines that have nothing else
// but marks of quotes. Lines of code are not touched: they do not end in a
// line break yet.
func blankLines(content []byte) []byte {
	lines := bytes.Split(content, []byte("\n"))
	for i, line := range lines {
		if len(bytes.Trim(line, "> ")) == 0 {
			lines[i] = bytes.TrimRight(line, " ")
		}
	}
	return bytes.Join(lines, []byte("\n"))
}
