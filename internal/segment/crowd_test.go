package segment_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// crowded cuts a page of so many bytes, 0 for a number that is not known.
func crowded(t *testing.T, page string, bytes int) (*heuristics.Page, *segment.Limits) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	limits := &segment.Limits{Bytes: bytes, Nodes: math.MaxInt, Depth: math.MaxInt, Attributes: math.MaxInt,
		JSON: metadata.Limits{Script: math.MaxInt, Total: math.MaxInt, Depth: math.MaxInt}}
	p, _, _ := segment.Tree([]*html.Node{root}, segment.Options{Limits: limits})
	return p, limits
}

// TestCrowd holds that where small blocks are too many, they are joined with
// their like and with nothing else, and that nothing is lost by it.
func TestCrowd(t *testing.T) {
	const (
		n         = 1000
		headline  = "The man who counted ships"
		paragraph = "He has counted the ships that pass his window every evening for thirty-one years."
	)
	for _, c := range []struct{ reason, unit string }{
		{"cells", "<table><tr><td>one<td>two</table>"},
		{"links", `<p><a href="/a">one</a></p>`},
		{"bold, and not", "<p><b>one</b></p><p>two</p>"},
		{"links that end what is bold", `<p><b>one <a href="/a">two</a></b></p><p><a href="/a">three</a></p>`},
		{"hidden", "<p hidden>one</p>"},
		{"hidden and shown in turn", "<p hidden>one</p><p>two</p>"},
		{"headings", "<h2>one</h2>"},
		{"headings and lines in turn", "<h2>one</h2><p>two</p>"},
	} {
		page := strings.Repeat(c.unit, n) + "<article><h1>" + headline + "</h1><p>" + paragraph + "</p></article>" + strings.Repeat(c.unit, n)
		joined, limits := crowded(t, page, len(page)/4)
		whole, all := crowded(t, page, len(page)*100)
		assert.Zero(t, all.Cut, c.reason)
		assert.Equal(t, letters(strings.Join(texts(whole), "")), letters(strings.Join(texts(joined), "")), c.reason)
		assert.Equal(t, sums(whole), sums(joined), "%s: words, and those in links, in bold, in hidden blocks", c.reason)
		if c.reason == "hidden and shown in turn" {
			continue // what is hidden is never joined with what is not
		}
		assert.NotZero(t, limits.Cut&segment.CutBlocks, c.reason)
		assert.Less(t, len(joined.Blocks), len(whole.Blocks)/2, c.reason)
		if !strings.HasPrefix(c.reason, "headings") {
			assert.Contains(t, texts(joined), headline, c.reason)
		}
		assert.Contains(t, texts(joined), paragraph, c.reason)
	}
}

func sums(p *heuristics.Page) (sum [5]int) {
	for _, b := range p.Blocks {
		hidden := 0
		if b.Hidden {
			hidden = b.Words
		}
		for i, x := range [...]int{b.Words, b.LinkWords, b.BoldWords, b.Links, hidden} {
			sum[i] += x
		}
	}
	return sum
}
