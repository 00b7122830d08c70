package extract_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// TestOddMarkup holds what becomes of markup that few pages have.
func TestOddMarkup(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{`<p>We came at noon.<br><br>There was bread.<br>And tea.</p><p>We left.</p>`, "We came at noon.\n\nThere was bread.  \nAnd tea.\n\nWe left.", "two breaks part paragraphs within <p>"},
		{`<ul><li><p>Bread<br><br>and tea</p></li><li><p>Salt</p></li></ul>`, "- Bread\n\n  and tea\n\n- Salt", "in an item too"},
		{`<h2>Bread<br><br>and tea</h2>`, "## Bread and tea", "a heading stays one"},
		{`<h2>Habitat<span class="mw-editsection"><span>[</span><a href="/edit">edit</a><span>]</span></span></h2>`, "## Habitat", "the link to edit a section of a wiki"},
		{`<p>Twelve pairs.<sup><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1"><span>^ <a href="#cite_ref-1"><sup>a</sup></a> <a href="#cite_ref-2"><sup>b</sup></a></span> <span>Holm, 2004.</span></li></ol>`,
			"Twelve pairs.[^1]\n\n[^1]: Holm, 2004.", "ways back from a note of a wiki, a letter each"},
		{`<p>The town is older<a href="#note-1">1</a> and 2<a href="#x">nd</a>.</p>`, "The town is older<sup>1</sup> and 2nd.", "a mark whose note is not there is no part of the word"},
	} {
		var e extract.Extractor
		r, err := e.FromBytes([]byte(tt.in), extract.Source{})
		require.NoError(t, err)
		s, err := r.Markdown(extract.Rendering{Keep: heuristics.Roles()})
		require.NoError(t, err)
		assert.Equal(t, tt.want, strings.TrimSpace(s), tt.reason)
	}
}
