package extract_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
)

// TestWithin holds that a story that stands in an odd element is rendered as
// well as found.
func TestWithin(t *testing.T) {
	var e extract.Extractor
	n := 0
	for _, d := range hostile.Documents(1) {
		if d.Group != "within" {
			continue
		}
		n++
		r, err := e.FromBytes(d.Data, extract.Source{})
		require.NoError(t, err)
		for format, render := range formats(r) {
			s, err := render(extract.Rendering{})
			require.NoError(t, err)
			for _, p := range d.Article {
				assert.Contains(t, s, p, "%s: %s", d.Name, format)
			}
		}
	}
	assert.NotZero(t, n)
}

// TestNotWithin holds that such elements hide what they are to hide.
func TestNotWithin(t *testing.T) {
	for _, tt := range []struct{ markup, reason string }{
		{"<span hidden>unseen</span>", "a hidden phrase"},
		{"<div><x-menu hidden><p>unseen</p></x-menu></div>", "a hidden element of some other sort"},
		{"<object data=x.swf>unseen</object>", "what is shown in place of an object"},
		{"<object classid=clsid:D27CDB6E><p>unseen</p></object>", "and of one of old"},
		{"<ruby>boat<rt>unseen</rt></ruby>", "a reading"},
		{"<ruby><b>boat<rp>unseen</rp><rt>unseen</rt></b></ruby>", "a reading of marked text"},
		{"<math><semantics><mi>x</mi><annotation>unseen</annotation></semantics></math>", "a formula once more"},
		{"<svg><text>unseen</text><foreignObject><p>unseen</p></foreignObject></svg>", "labels of a drawing"},
	} {
		page := "<title>The boat</title><article><h1>The boat</h1><p>" + sentence + sentence + "</p><p>" + tt.markup + sentence + "</p>" + longPage(5000)
		var e extract.Extractor
		r, err := e.FromBytes([]byte(page), extract.Source{})
		require.NoError(t, err)
		for i := range r.Blocks {
			assert.NotContains(t, r.Blocks[i].Text, "unseen", tt.reason)
		}
	}
}
