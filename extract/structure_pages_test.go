package extract_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// TestStructure holds what a reader of the page's source expects of lists,
// tables, code and pictures; all of it has to be in HTML and in Markdown.
func TestStructure(t *testing.T) {
	found, expected := 0, 0
	for _, tt := range []struct {
		page string
		want structure
	}{
		{filepath.Join(renderDir, "structures.html"), structure{
			items:  []string{"Step the mast.", "Grease the foot", "Lift", "one at the heel", "one at the head", "Shackle the shrouds. Port first, then starboard.", "Run the halyard:", "Learned on a wet Sunday."},
			rows:   []string{"Rope | Length, m | Note", "Halyard | 12 | 3 | 4 strands", "Sheet | 6.5 | "},
			code:   []string{"pull --up 3", "	then cleat", "	for i := 0; i < h; i++ {", "		pull()   // `hand` over hand", "    while h:", "        h -= 1"},
			images: []string{"https://site.example/img/hull-1200.webp", "https://site.example/img/mast.jpg"},
			heads:  []string{"h1 How to rig a dinghy", "h2 The order"},
		}},
		{filepath.Join(pagesDir, "documentation.html"), structure{
			items: []string{"The compactor picks the two neighbouring segments that share the most keys."},
			rows:  []string{"Field | Type | Default | Meaning"},
			code:  []string{"  --max-age 48h \\", "  --on-full drop-oldest"},
			heads: []string{"h1 Retention and compaction", "h3 Policy fields", "h3 Deleting a key"},
		}},
	} {
		r := truthful(t, tt.page)
		markup, err := r.HTML(extract.Rendering{Keep: article})
		require.NoError(t, err)
		markdown, err := r.Markdown(extract.Rendering{Keep: article})
		require.NoError(t, err)
		for format, got := range map[string]*structure{"HTML": structureOf(t, markup), "Markdown": structureOf(t, commonMark(t, markdown))} {
			for _, pair := range [][2][]string{{tt.want.items, got.items}, {tt.want.rows, got.rows}, {exact(tt.want.code), exact(got.code)}, {tt.want.images, got.images}, {tt.want.heads, got.heads}} {
				lost := missing(pair[0], pair[1])
				expected += len(pair[0])
				found += len(pair[0]) - len(lost)
				assert.Empty(t, lost, "%s as %s", tt.page, format)
			}
		}
	}
	t.Logf("structure score: %d of %d", found, expected)
}
