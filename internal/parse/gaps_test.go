package parse

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// outline writes a tree but for what is in style sheets and scripts that are
// no JSON.
func outline(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		up := n.Parent
		if passed(n) || n.Type == html.TextNode && (up.DataAtom == atom.Style || up.DataAtom == atom.Script && !strings.Contains(attributes(up), "json")) {
			continue
		}
		depth := 0
		for range n.Ancestors() {
			depth++
		}
		b.WriteString(strings.Repeat(" ", depth) + n.Data + " " + attributes(n) + "\n")
	}
	return b.String()
}

// passed tells whether a node stands in what nobody reads.
func passed(n *html.Node) bool {
	for up := range n.Ancestors() {
		if up.DataAtom == atom.Svg || up.DataAtom == atom.Template {
			return true
		}
	}
	return false
}

func attributes(n *html.Node) string {
	var b strings.Builder
	if n.DataAtom == atom.Svg {
		return "" // nobody reads them, and their case and namespace are a matter of its own
	}
	for _, a := range n.Attr {
		b.WriteString(a.Key + "=" + a.Val + " ")
	}
	return strings.ToLower(b.String())
}

func TestGaps(t *testing.T) {
	long := strings.Repeat("x < y && y > z; ", 10)
	for _, c := range []struct{ reason, page, gap string }{
		{"a script", "<p>a<script>" + long + "</script>b", long},
		{"a script that says what it is", "<script type='text/javascript' async>" + long + "</script>b", long},
		{"a style sheet", "<style>" + long + "</STYLE >b", long},
		{"JSON may be metadata", "<script type=application/LD+JSON>" + long + "</script>b", ""},
		{"what is short is no work", "<script>x()</script>b", ""},
		{"a title is text", "<title>" + long + "</title>b", ""},
		{"so may be <noscript>", "<noscript>" + long + "</noscript>b", ""},
		{"a style sheet in a picture is an element", "<svg><style>" + long + "</style></svg>b", ""},
		{"and so it is in a formula", "<math><style>" + long + "</style></math>b", ""},
		{"a tag in a comment is none", "<!-- <script>" + long + "</script> -->b", ""},
		{"nor is one in an attribute", "<p title='<script>" + long + "</script>'>b", ""},
		{"a script in a script", "<script><!-- <script>" + long + "</script>" + long + " --></script>b", "<!-- <script>" + long + "</script>" + long + " -->"},
		{"one without an end", "<p>b<script>" + long, long},
		{"two of them", "<script>" + long + "</script><script>" + long + "</script>b", long + long},
	} {
		risky, gaps := risky(c.page, defaults)
		require.False(t, risky, c.reason)
		var left strings.Builder
		for _, g := range gaps {
			left.WriteString(c.page[g.start:g.end])
		}
		assert.Equal(t, c.gap, left.String(), c.reason)
		sameOutline(t, c.reason, []byte(c.page))
	}
}

func sameOutline(t testing.TB, name string, page []byte) {
	want, err := html.Parse(bytes.NewReader(page))
	require.NoError(t, err)
	got, _, _, err := document(string(page), defaults)
	require.NoError(t, err)
	if a, b := outline(want), outline(got); a != b {
		assert.Equal(t, a, b, name)
	}
}

// TestGapsOfPages holds that nothing but scripts and style sheets is missing.
func TestGapsOfPages(t *testing.T) {
	saved, all := 0, 0
	for name, page := range pages(t, 100) {
		risky, gaps := risky(string(page), defaults)
		if risky {
			continue
		}
		for _, g := range gaps {
			saved += g.end - g.start
		}
		all += len(page)
		sameOutline(t, name, page)
	}
	t.Logf("%.1f %% of the bytes are not parsed", 100*float64(saved)/float64(all))
}
