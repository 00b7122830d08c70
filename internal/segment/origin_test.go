package segment_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

func TestOrigin(t *testing.T) {
	prose := strings.Repeat("This is a sentence of the thread, which only readers without scripts see. ", 40)
	for _, tt := range []struct{ name, page, reason string }{
		{"paragraphs", `<p>One <b>two</b></p><p> <i>three</i></p>`, "white space begins no block"},
		{"breaks", `one<br>two<br><br>three`, "two breaks end a block"},
		{"hidden", `<div hidden>one</div><span style="display:none">no</span>two`, "hidden inline text is in no block"},
		{"noscript", `<noscript><p>` + prose + `</p></noscript>`, "parsed contents are not in the tree"},
	} {
		root, err := html.Parse(strings.NewReader(tt.page))
		require.NoError(t, err)
		page, _, origin := segment.Tree([]*html.Node{root}, segment.Options{})
		require.Len(t, origin.First, len(page.Blocks), tt.reason)
		for i, n := range origin.First {
			require.Equal(t, html.TextNode, n.Type)
			first := strings.Fields(n.Data)[0]
			assert.True(t, strings.HasPrefix(page.Blocks[i].Text, first), "%s: %q does not begin with %q: %s", tt.name, page.Blocks[i].Text, first, tt.reason)
		}
	}
}
