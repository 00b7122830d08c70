package segment_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// TestEmbeddedStory: text that structured data alone have is read if the page
// itself has little, and only then.
func TestEmbeddedStory(t *testing.T) {
	sentence := "The harbour master counted the boats twice before the storm came in, and twice he came to eleven. "
	long := strings.Repeat(sentence, 12)
	script := func(body string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats","articleBody":"` + body + `"}</script>`
	}
	for _, c := range []struct {
		reason, page string
		want         []string // paths of blocks that hold the sentence
	}{
		{"nothing else to read", script(long) + "<h1>Boats</h1>", []string{"article>p"}},
		{"a line is a paragraph", script(long+`\n`+long) + "<h1>Boats</h1>", []string{"article>p", "article>p"}},
		{"markup is markup", script("<div><p>"+long+"<\\/p><p>"+long+"<\\/p><\\/div>") + "<h1>Boats</h1>", []string{"article>div>p", "article>div>p"}},
		{"the page has its text", script(long) + "<main><p>" + long + "</p></main>", []string{"html>body>main>p"}},
		{"a short one where the page shows none", script(sentence+sentence+sentence) + "<h1>Boats</h1><nav><a>Home</a></nav>", []string{"article>p"}},
		{"a short one, and the page has some of its own", script(sentence+sentence+sentence) + "<p>Eleven boats lay in the harbour, and one more came in before the night.</p>", nil},
		{"little more than the page shows", script(sentence) + "<p>Eleven boats.</p>", nil},
	} {
		root, err := html.Parse(strings.NewReader(c.page))
		require.NoError(t, err)
		p, _, origin := segment.Tree([]*html.Node{root}, segment.Options{})
		var paths []string
		for i := range p.Blocks {
			if strings.Contains(p.Blocks[i].Text, "harbour master") {
				paths = append(paths, p.Path(&p.Blocks[i]))
			}
		}
		assert.Equal(t, c.want, paths, c.reason)
		assert.Len(t, origin.First, len(p.Blocks), c.reason)
	}
}

func TestSoftHyphensAreNoText(t *testing.T) {
	root, err := html.Parse(strings.NewReader("<p>Mit\u00adtel\u00adal\u00adter und Neu\u00adzeit</p>"))
	require.NoError(t, err)
	p, _, _ := segment.Tree([]*html.Node{root}, segment.Options{})
	assert.Equal(t, "Mittelalter und Neuzeit", p.Blocks[0].Text)
}

// TestFormulaOnce: what stands in a page for readers of screens alone, and the
// source of a formula, are no text.
func TestFormulaOnce(t *testing.T) {
	const math = `<math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">x^2</annotation></semantics></math>`
	for markup, reason := range map[string]string{
		math: "MathML",
		`<span class="katex"><span class="katex-mathml">` + math + `</span><span class="katex-html" aria-hidden="true"><span>x</span><span>2</span></span></span>`: "KaTeX",
		`<span class="MathJax"><span>x2</span><span class="MJX_Assistive_MathML">` + math + `</span></span>`:                                                       "MathJax",
	} {
		root, err := html.Parse(strings.NewReader("<p>The square " + markup + " grows.</p>"))
		require.NoError(t, err)
		p, _, _ := segment.Tree([]*html.Node{root}, segment.Options{})
		assert.Equal(t, "The square x2 grows.", p.Blocks[0].Text, reason)
	}
}

// TestFrames: a page of frames has but what it says to those who see none.
func TestFrames(t *testing.T) {
	sentence := "The lighthouse was built in 1811 and is the oldest on this coast that still stands on its first foundation. "
	root, err := html.Parse(strings.NewReader(`<html><head><title>x</title></head><frameset cols="160,*"><frame src="menu.htm"><noframes><body><p>` +
		strings.Repeat(sentence, 8) + `</p><p><a href="main.htm">Go on</a></p></body></noframes></frameset></html>`))
	require.NoError(t, err)
	p, _, _ := segment.Tree([]*html.Node{root}, segment.Options{})
	require.Len(t, p.Blocks, 2)
	assert.Equal(t, strings.TrimSpace(strings.Repeat(sentence, 8)), p.Blocks[0].Text)
}
