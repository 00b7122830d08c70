package extract_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// TestValid holds that all that comes of a tree of the caller's is UTF-8,
// whatever bytes are in it.
func TestValid(t *testing.T) {
	const mark = "QQ" // stands for a byte that is none
	page := `<html lang="QQ"><title>a QQ b</title><meta name=author content="Ann QQ Bell"><meta name=description content="d QQ"><meta name=keywords content="k QQ,l">` +
		`<link rel=canonical href="https://harbour.example/QQ"><link rel=icon href="/QQ.png"><meta property=og:image content="/QQ.jpg"><article><h1>a QQ b</h1><p>` + strings.Repeat(sentence, 10) +
		`<a href="/x?QQ" title=QQ>l QQ</a></p><figure><img src="/y?QQ" alt="alt QQ"><figcaption>c QQ</figcaption></figure><table><caption>QQ</caption><tr><th>h QQ<th>i<tr><td>QQ<td>z</table>` +
		`<pre><code class="language-QQ">QQ</code></pre><math alttext="QQ"></math><script type="application/ld+json">{"@type":"NewsArticle","headline":"h QQ","articleSection":"s QQ"}</script>`
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	for n := range root.Descendants() {
		n.Data = strings.ReplaceAll(n.Data, mark, "\xff")
		for i := range n.Attr {
			n.Attr[i].Val = strings.ReplaceAll(n.Attr[i].Val, mark, "\xff")
		}
		if n.Data == "article" {
			n.Data = "article\xff" // its atom says what it is
		}
	}
	e := extract.Extractor{Keep: allRoles(), Explain: true}
	r, err := e.FromNode(root, extract.Source{URL: "https://harbour.example/story"})
	require.NoError(t, err)
	require.NotEmpty(t, r.Images())
	require.NotEmpty(t, r.Links())
	require.NotEmpty(t, r.Tables())
	holds(t, r)
	for what, value := range map[string]any{"metadata": r.Metadata, "images": r.Images(), "links": r.Links(), "tables": r.Tables(), "paths": r.Blocks[0].Path()} {
		assert.True(t, utf8.ValidString(fmt.Sprint(value)), "%s: %q", what, fmt.Sprint(value))
	}
	for format, render := range formats(r) {
		s, err := render(extract.Rendering{})
		require.NoError(t, err, format)
		assert.True(t, utf8.ValidString(s), format)
	}
}
