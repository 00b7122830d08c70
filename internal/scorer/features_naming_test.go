package scorer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// TestNamingFeatures: names count for what stands in an element, and the less
// the further in; a block is compared with the best of some length.
func TestNamingFeatures(t *testing.T) {
	p := read(t, `<main class="prose"><p>one two three four five six seven eight nine ten</p>
		<div><div class="menu" id="prose"><p>short</p></div></div></main><p class="menu">eleven</p>`)
	set := model.Empty()
	set.Naming = model.NewNaming(2)
	set.Naming.Set(model.TokenHash(lexicon.AppendNames(nil, "prose", 1)[0]), [2]float64{1, 0.5})
	set.Naming.Set(model.TokenHash(lexicon.AppendNames(nil, "menu", 1)[0]), [2]float64{-1, 0.1})
	v, _, err := scorer.New(nil, set).ThirdView(p)
	require.NoError(t, err)
	names := scorer.FeatureNames()
	feature := func(name string, block int) float32 {
		features := make([]float32, len(names))
		v.Features(features, block)
		for i := range names {
			if names[i] == name {
				return features[i]
			}
		}
		require.Fail(t, name)
		return 0
	}
	const fades = scorer.NameFades
	for _, c := range []struct {
		reason, feature string
		block           int
		want            float32
	}{
		{"one element in", "named-like-a-story", 0, fades},
		{"the other side has weights of its own", "named-like-text", 0, fades * 0.5},
		{"it is the best of some length", "named-below-the-story", 0, 0},
		{"its own class and id, which outweigh each other, and what is around", "named-like-a-story", 1, fades * fades * fades},
		{"below the best", "named-below-the-story", 1, fades - fades*fades*fades},
		{"outside of all but itself", "named-like-a-story", 2, -1},
	} {
		assert.InDelta(t, c.want, feature(c.feature, c.block), 1e-5, c.reason)
	}
}
