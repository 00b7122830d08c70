package extract_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

const boxes = `<body><div class="a" id="x">One<div class="a">Two<p>Three <b class="s">four</b></p></div></div>
<section class="b"><p>Five</p></section><footer>Six</footer></body>`

func blockTexts(r *extract.Result) string {
	var list []string
	for i := range r.Blocks {
		list = append(list, r.Blocks[i].Text)
	}
	return strings.Join(list, "|")
}

func TestSelectors(t *testing.T) {
	for _, c := range []struct {
		reason, scope, skip, want string
	}{
		{"without selectors all of the page", "", "", "One|Two|Three four|Five|Six"},
		{"one part", ".b", "", "Five"},
		{"several, in document order", ".b, #x", "", "One|Two|Three four|Five"},
		{"a part in a part is not read twice", ".a", "", "One|Two|Three four"},
		{"an inline element can be the scope", "b", "", "four"},
		{"a part left out", "", ".a", "Five|Six"},
		{"several", "", "footer, section", "One|Two|Three four"},
		{"an inline element left out", "", ".s", "One|Two|Three|Five|Six"},
		{"left out of the scope", ".a", ".a .a", "One"},
		{"all left out", "", "body", ""},
		{"by its text, the white space between its blocks included", "", `body:matches(four\sFive)`, ""},
		{"by a text that it does not have without that", "", "body:contains(fourfive)", "One|Two|Three four|Five|Six"},
	} {
		e := extract.Extractor{Scope: c.scope, Skip: c.skip}
		r, err := e.FromBytes([]byte(boxes), extract.Source{})
		require.NoError(t, err, c.reason)
		assert.Equal(t, c.want, blockTexts(r), c.reason)
	}
}

func TestSelections(t *testing.T) {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(boxes))
	require.NoError(t, err)
	for _, c := range []struct{ reason, selector, want string }{
		{"one node", "section", "Five"},
		{"several nodes, each with what is in it", "section, footer", "Five|Six"},
		{"nodes in nodes are not read twice", "div, p, b", "One|Two|Three four|Five"},
		{"all nodes", "*", "One|Two|Three four|Five|Six"},
		{"no node", ".none", ""},
	} {
		var e extract.Extractor
		r, err := e.FromSelection(doc.Find(c.selector), extract.Source{})
		require.NoError(t, err, c.reason)
		assert.Equal(t, c.want, blockTexts(r), c.reason)
	}
	twice := doc.Find("section")
	twice.Nodes = append(twice.Nodes, twice.Nodes...)
	r, err := new(extract.Extractor).FromSelection(twice, extract.Source{})
	require.NoError(t, err)
	assert.Equal(t, "Five", blockTexts(r), "the same node given twice")
}
