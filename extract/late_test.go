package extract_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// late is a rendering of everything, whose time is up before it begins.
func late(t *testing.T) extract.Rendering {
	ctx, cancel := context.WithTimeout(context.Background(), 0)
	t.Cleanup(cancel)
	return extract.Rendering{Context: ctx, Keep: heuristics.Roles()}
}

// TestReasonsWhenTimeIsUp: reasons take many times what the text does, and
// their share of the time. The text comes first.
func TestReasonsWhenTimeIsUp(t *testing.T) {
	const most = 8 << 20 // bytes that can be written in time; reasons alone may be 12 MB of this page
	page := strings.Repeat("a line of 33 bytes, which is enough\n", 10_000)
	e := extract.Extractor{Explain: true}
	r, err := e.FromText(page, extract.Source{})
	require.NoError(t, err)
	rec, err := r.Record(late(t))
	require.NoError(t, err)
	assert.Equal(t, r.TextOf(heuristics.Roles()...), rec.Text)
	assert.NotEmpty(t, rec.Blocks[0].Reasons)
	assert.Contains(t, rec.Partial, "time: ")
	assert.NotContains(t, rec.Partial, "reasons: ", "it is not their bound that was hit")
	s, err := r.JSON(late(t))
	require.NoError(t, err)
	assert.Less(t, len(s), most)

	whole, err := r.JSON(extract.Rendering{Keep: heuristics.Roles()})
	require.NoError(t, err)
	assert.Greater(t, len(whole), most, "with time there are more")
}

// TestListsWhenTimeIsUp: what is left out with its block is so for want of time,
// not of room.
func TestListsWhenTimeIsUp(t *testing.T) {
	page := "<article><p>" + strings.Repeat(sentence, 40_000) + "<p>" + sentence + `<a href="/x">And more</a>`
	var e extract.Extractor
	r, err := e.FromBytes([]byte(page), extract.Source{URL: "https://harbour.example/story"})
	require.NoError(t, err)
	require.NotEmpty(t, r.Links(heuristics.Roles()...))
	rec, err := r.Record(late(t))
	require.NoError(t, err)
	assert.Len(t, rec.Blocks, 1)
	assert.Empty(t, rec.Links)
	assert.Contains(t, rec.Partial, "time: ")
	assert.NotContains(t, rec.Partial, "output: ")
}
