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
