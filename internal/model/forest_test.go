package model_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// twoTrees ask about words and links of body; that of bio asks nothing.
func twoTrees() *model.Forest {
	f := &model.Forest{Features: []string{"words", "links"}}
	f.Trees[heuristics.Body] = []model.Tree{{
		{Feature: 0, Bound: 10, Right: 4},
		{Feature: 1, Bound: 0.5, Right: 3}, {Bound: -1}, {Bound: 0.25},
		{Bound: 1.5},
	}}
	f.Trees[heuristics.Bio] = []model.Tree{{{Bound: -0.07}}}
	return f
}

func pack(t *testing.T, f *model.Forest) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, f.Pack(&b))
	return b.Bytes()
}

// unpacked is the forest as it is read back.
func unpacked(t *testing.T, f *model.Forest) *model.Forest {
	t.Helper()
	back, err := model.UnpackForest(pack(t, f))
	require.NoError(t, err)
	return back
}

func TestForest(t *testing.T) {
	f := unpacked(t, twoTrees())
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
	assert.Equal(t, pack(t, twoTrees()), pack(t, f), "written as it was read")
}

// TestPathAddsUp holds what explanations rest on: the mean at the root and all
// moves on the way add up to what the leaf says, of one tree and of many.
func TestPathAddsUp(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for _, f := range []*model.Forest{unpacked(t, twoTrees()), model.Default().Forest} {
		for range 100 {
			var features model.Answers
			for i := range f.Features {
				features[i] = float32(random.NormFloat64() * 10)
			}
			for _, trees := range f.Trees {
				var moves model.Answers
				said := model.Plant(trees).Path(&features, &moves)
				for _, x := range moves {
					said += x
				}
				want := float32(0)
				for _, tree := range trees {
					want += tree.Leaf(features[:])
				}
				assert.InDelta(t, want, said, 1e-4)
			}
		}
	}
}

func TestUnpackBroken(t *testing.T) {
	const trees = "words\n" + "\x01" + "\x00\x00\x80\x3f" // one bound, 1
	none := func(n int) string { return strings.Repeat("\x00", n) }
	for _, c := range []struct{ reason, data, want string }{
		{"no line", "words", "the line of features has no end"},
		{"nothing behind it", "words\n", "a number is missing"},
		{"more bounds than there can be", "words\n\xff\xff\x03", "above 256"},
		{"bounds that end early", "words\n\x02\x00\x00", "unexpected EOF"},
		{"a feature that is not named", trees + "\x01\x02\x00", "bound 0 of feature 1 does not exist"},
		{"a bound that is not listed", trees + "\x01\x01\x01", "bound 1 of feature 0 does not exist"},
		{"a tree that is too deep", trees + "\x01" + strings.Repeat("\x01\x00", model.Deepest+1), "more than 5 questions in a row"},
		{"a side is missing", trees + "\x01\x01\x00\x00\x05\x00", "unexpected EOF"},
		{"more than all trees", trees + none(heuristics.NumRoles) + "!", "1 bytes behind the last tree"},
	} {
		_, err := model.UnpackForest([]byte(c.data))
		assert.ErrorContains(t, err, c.want, c.reason)
	}
	_, err := model.UnpackForest([]byte(trees + none(heuristics.NumRoles)))
	assert.NoError(t, err, "no trees are no mistake")
	assert.ErrorContains(t, (&model.Forest{Features: make([]string, 256)}).Pack(io.Discard), "at most 255 fit")
}

func FuzzUnpack(f *testing.F) {
	var b bytes.Buffer
	require.NoError(f, twoTrees().Pack(&b))
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		forest, err := model.UnpackForest(data)
		if err != nil {
			return
		}
		var all model.Answers
		features := all[:len(forest.Features)]
		for _, trees := range forest.Trees {
			for _, tree := range trees {
				tree.Leaf(features)
			}
			model.Plant(trees).Add(0, &all)
		}
	})
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
	var all model.Answers
	features := all[:len(f.Features)]
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
			assert.Equal(t, want, groves[r].Add(0.5, &all), "%s: laid out or not, trees say the same", heuristics.Role(r))
		}
	}
	few := f.Trees[heuristics.Body][:5]
	assert.Equal(t, few[0].Leaf(features)+few[1].Leaf(features)+few[2].Leaf(features)+few[3].Leaf(features)+few[4].Leaf(features),
		model.Plant(few).Add(0, &all), "trees that fill no stand")
	for _, x := range []float32{0, 1} {
		all[0] = x
		assert.Equal(t, 5*x-2, model.Plant([]model.Tree{
			{{Feature: 0, Bound: 1, Right: 2}, {Bound: -3}, {Bound: 2}},
			{{Bound: 1}},
		}).Add(0, &all), "a question beside a tree that asks none")
	}
}
