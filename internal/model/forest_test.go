package model_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

const twoTrees = "words links\n" +
	"body 0<10 1<0.5 -100 25 150\n" +
	"bio -7\n"

func TestForest(t *testing.T) {
	f, err := model.ReadForest(twoTrees)
	require.NoError(t, err)
	require.Len(t, f.Trees[heuristics.Body], 1)
	require.Len(t, f.Trees[heuristics.Bio], 1)
	for _, c := range []struct {
		reason       string
		words, links float32
		want         float32
	}{
		{"left, left", 5, 0, -1},
		{"left, right", 5, 1, 0.25},
		{"right", 50, 0, 1.5},
		{"on the bound is not below it", 10, 0, 1.5},
	} {
		assert.Equal(t, c.want, f.Trees[heuristics.Body][0].Leaf([]float32{c.words, c.links}), c.reason)
	}
	assert.Equal(t, float32(-0.07), f.Trees[heuristics.Bio][0].Leaf(nil), "a tree that asks nothing")
	var b strings.Builder
	require.NoError(t, f.Write(&b))
	assert.Equal(t, "words links\nbio -7\n", strings.ReplaceAll(b.String(), "body 0<10 1<0.5 -100 25 150\n", ""), "written as it was read, roles in their order")
}

// TestPathAddsUp holds what explanations rest on: the mean at the root and all
// moves on the way add up to what the leaf says.
func TestPathAddsUp(t *testing.T) {
	f, err := model.ReadForest(twoTrees)
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(1, 1))
	for range 100 {
		features := []float32{random.Float32() * 20, random.Float32()}
		for _, trees := range f.Trees {
			for _, tree := range trees {
				sum := float32(0)
				root := tree.Path(features, func(_ int, nats float32) { sum += nats })
				assert.InDelta(t, tree.Leaf(features), root+sum, 1e-6)
			}
		}
	}
}

func TestReadForestBroken(t *testing.T) {
	for _, c := range []struct{ reason, text, want string }{
		{"a role that does not exist", "words\nprose 1\n", `line 2: heuristics: no role is called "prose"`},
		{"a feature that is not named", "words\nbody 1<3 1 2\n", `line 2: "1<3" is no question`},
		{"a bound that is no number", "words\nbody 0<x 1 2\n", `"0<x" is no question`},
		{"a leaf that is no number", "words\nbody 0<3 1 x\n", `"x" is no leaf`},
		{"a side is missing", "words\nbody 0<3 1\n", "the tree has no end"},
		{"nothing", "words\nbody\n", "the tree has no end"},
		{"more than a tree", "words\nbody 0<3 1 2 3\n", `"3" stands behind the end`},
	} {
		_, err := model.ReadForest(c.text)
		assert.ErrorContains(t, err, c.want, c.reason)
	}
}

func TestSetRoundTrip(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, model.Default().Write(dir))
	back, err := model.ReadSet(os.DirFS(dir))
	require.NoError(t, err)
	assert.Equal(t, model.Default(), back)
	_, err = model.ReadSet(os.DirFS(t.TempDir()))
	assert.ErrorContains(t, err, ".tsv", "the error names the file that is not there")
}

func TestGrove(t *testing.T) {
	f := model.Default().Forest
	random := rand.New(rand.NewPCG(1, 2))
	features := make([]float32, len(f.Features))
	var groves [heuristics.NumRoles]model.Grove
	for r, trees := range f.Trees {
		groves[r] = model.Plant(trees)
	}
	for range 100 {
		for i := range features {
			features[i] = float32(random.NormFloat64() * 10)
		}
		for r, trees := range f.Trees {
			want := float32(0.5)
			for _, tree := range trees {
				want += tree.Leaf(features)
			}
			assert.Equal(t, want, groves[r].Add(0.5, features), "%s: laid out or not, trees say the same", heuristics.Role(r))
		}
	}
	few := f.Trees[heuristics.Body][:5]
	assert.Equal(t, few[0].Leaf(features)+few[1].Leaf(features)+few[2].Leaf(features)+few[3].Leaf(features)+few[4].Leaf(features),
		model.Plant(few).Add(0, features), "trees that fill no stand")
}
