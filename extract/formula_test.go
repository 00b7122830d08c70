package extract_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// TestFormulaBehindNone: an element of which nothing can be made hides no
// formula behind it, neither in the same wrapping nor in the next.
func TestFormulaBehindNone(t *testing.T) {
	const sum = "<math><mi>x</mi><mo>+</mo><mn>1</mn></math>"
	for markup, reason := range map[string]string{
		`<math></math> and ` + sum: "side by side",
		`<span class="mwe-math-element"><math></math> and ` + sum + `</span>`:                        "in one wrapping",
		`<mjx-container><math> </math><b>and ` + sum + `</b></mjx-container>`:                        "in an element of the wrapping",
		`<span class="katex">no formula</span> and <span class="katex">` + sum + `</span>`:           "in the next wrapping",
		`<span class="katex"><span class="katex">none</span><math></math></span> and ` + sum:         "behind wrappings in wrappings",
		`<span class="katex"><math hidden></math></span> and <span class="katex">` + sum + `</span>`: "behind one that is not read",
	} {
		var e extract.Extractor
		r, err := e.FromBytes([]byte("<article><h1>The boat</h1><p>"+strings.Repeat(sentence, 5)+markup+" "+sentence+"</article>"), extract.Source{})
		require.NoError(t, err)
		s, err := r.Markdown(extract.Rendering{})
		require.NoError(t, err)
		assert.Contains(t, s, "and $x+1$", reason)
	}
}

// TestLittleGivesWay: what stands in an element that a sign is shown for is left
// out only if it is as little as what such elements have. Missing end tags put the
// rest of the article there.
func TestLittleGivesWay(t *testing.T) {
	const last = "Nobody had seen so many fish in one boat, said the harbour master, who had to be told twice before he came out of his office to look at them, and then he counted the boxes himself, one by one, until the lamps were lit along the quay and the men went home to their suppers, and in the morning there were still some of them left for the cats of the town."
	for _, open := range []string{
		`<math><mtext>`,
		`<math><mtext><b>`,
		`<math><mi>x</mi><mtext><p>`,
		`<span class="katex"><math><mi>x</mi></math>`,
		`<span class="katex"><math><mi>x</mi></math><p>`,
		`<span class="mwe-math-element"><math alttext="x"><mi>x</mi></math><br><br>`,
		`<mjx-container><math><mi>x</mi></math>`,
		`<span class="mw-editsection">[edit]`,
		`<a href="#fn1" role="doc-noteref">1 `,
		`<a href="#fn1" class="footnote">[1] `,
		`<a href="#fn1">[[[[[1<i></i>`,
		`<div id="fn9" class="footnote"><span><a href="#ref9" id="fn9">9</a><b>1234567</b>`,
		"<a href=\"#x\">\ue000<i>\ue000</i>",
		`<span class="MathJax_Preview">`, // its script follows
	} {
		var e extract.Extractor
		r, err := e.FromBytes([]byte("<article><h1>The boat</h1><p>"+longPage(1000)+"<ol><li id=fn1>The note of the page.</ol><div>"+open+last+"</span><script type=math/tex>x</script>"), extract.Source{})
		require.NoError(t, err)
		require.Contains(t, r.TextOf(allRoles()...), last, open)
		for format, render := range formats(r) {
			s, err := render(extract.Rendering{Keep: allRoles()})
			require.NoError(t, err)
			assert.Contains(t, s, last, "%s: %s", open, format)
		}
	}
}

// TestLargeFormula: what is too large for a formula is shown as the text that it
// has, since making TeX of it cannot be broken off when time is up.
func TestLargeFormula(t *testing.T) {
	const nodes = 5 // of each fraction
	fractions := strings.Repeat("<mfrac><mi>x</mi><mi>y</mi></mfrac>", 30_000/nodes)
	var e extract.Extractor
	r, err := e.FromBytes([]byte("<article><h1>The boat</h1><p>"+sentence+"<math>"+fractions+"</math>"), extract.Source{})
	require.NoError(t, err)
	s, err := r.HTML(extract.Rendering{Keep: allRoles()})
	require.NoError(t, err)
	assert.NotContains(t, s, `class="math`)
	assert.Contains(t, s, "xyxyxy")
}
