package scorer_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

func TestFeatureNames(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range scorer.FeatureNames() {
		assert.False(t, seen[name], "%s twice", name)
		assert.NotContains(t, name, " ", "names are parted by spaces in the file")
		seen[name] = true
	}
	require.NoError(t, scorer.Check(model.Default()))
	require.NoError(t, scorer.Check(model.Empty()), "without trees nothing is asked for")
	for reason, change := range map[string]func(*model.Set){
		"trees of another version":         func(s *model.Set) { s.Forest = &model.Forest{Features: []string{"words"}} },
		"kinds of another version":         func(s *model.Set) { s.Kinds = &model.Forest{Features: []string{"words"}} },
		"trees that know nothing of words": func(s *model.Set) { s.Wording = &model.Wording{} },
		"trees that know nothing of names": func(s *model.Set) { s.Naming = model.NewNaming(0) },
	} {
		set := *model.Default()
		change(&set)
		assert.Error(t, scorer.Check(&set), reason)
	}
}

func read(t *testing.T, text string) *heuristics.Page {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	require.NoError(t, err)
	p, _, _ := segment.Tree([]*html.Node{root}, segment.Options{})
	return p
}

// TestNamedFeatures looks at features whose value can be told by reading.
func TestNamedFeatures(t *testing.T) {
	p := read(t, `<main class="comment"><section><p>one two three four</p><p>five <a href="/x">six</a></p></section></main>`)
	s := scorer.New(nil, model.Empty())
	v, _, err := s.ThirdView(p)
	require.NoError(t, err)
	names := scorer.FeatureNames()
	features := make([]float32, len(names))
	v.Features(features, 1)
	got := map[string]float32{}
	for i, name := range names {
		got[name] = features[i]
	}
	for _, c := range []struct {
		reason, name string
		want         float32
	}{
		{"words of the block", "words", 2},
		{"one of two in a link", "link-density", 0.5},
		{"the element itself", "box-0-words", 2},
		{"the section around", "box-1-words", 6},
		{"two blocks in it", "box-1-blocks", 2},
		{"its share of the page", "share-of-page", 2.0 / 6},
		{"<main> is two elements out", "name-main-tag", 17},
		{"its class too", "name-comment", 17},
		{"no <article> around", "name-article-tag", 0},
	} {
		assert.InDelta(t, c.want, got[c.name], 1e-6, "%s: %s", c.name, c.reason)
	}
}

// surely has trees that are as sure of a kind of page as can be.
func surely(kind scorer.Kind) *model.Forest {
	const sure = 20 // nats
	forest := &model.Forest{Features: scorer.PageFeatureNames()}
	for k := range scorer.Kind(scorer.NumKinds) {
		forest.Trees[k] = []model.Tree{{{Bound: -sure}}}
	}
	forest.Trees[kind] = []model.Tree{{{Bound: sure}}}
	return forest
}

// treeSet has a tree that asks whether a block has fewer than five words, and
// says of body what is told for yes and no, in nats.
func treeSet(t *testing.T, yes, no float32) *model.Set {
	t.Helper()
	forest := &model.Forest{Features: scorer.FeatureNames()}
	require.Equal(t, "words", forest.Features[0])
	forest.Trees[heuristics.Body] = []model.Tree{{{Feature: 0, Bound: 5, Right: 2}, {Bound: yes}, {Bound: no}}}
	var packed bytes.Buffer
	require.NoError(t, forest.Pack(&packed))
	set := model.Empty()
	set.Kinds = surely(scorer.Article)
	set.Kinds.Trees[scorer.Forum] = []model.Tree{{{Bound: -0.5}}} // so likely that blocks of a story meet no doubt, and the border stays
	var err error
	set.Forest, err = model.UnpackForest(packed.Bytes())
	require.NoError(t, err)
	return set
}

func TestTreesSpeak(t *testing.T) {
	s := scorer.New(nil, treeSet(t, -2, 3))
	p := read(t, "<p>one two</p>"+strings.Repeat("<p>one two three four five six seven eight nine ten</p>", 20))
	r, err := s.Score(p, &scorer.Memory{})
	require.NoError(t, err)
	assert.InDelta(t, -2, r.Sums[0][heuristics.Body], 1e-6)
	assert.InDelta(t, 3, r.Sums[1][heuristics.Body], 1e-6)
	for i := range r.Sums {
		list := s.Explain(r).Role(i, heuristics.Body)
		assert.InDelta(t, r.Sums[i][heuristics.Body], scorer.Sum(list), 1e-4, "reasons add up")
		assert.Contains(t, list[0].Reason, "words", "and name what was asked")
	}
}

func TestTreesAreNotAskedAboutFragments(t *testing.T) {
	s := scorer.New(nil, treeSet(t, -2, 3))
	r, err := s.Score(read(t, strings.Repeat("<p>one two</p><p>one two three four five six seven</p>", 2)), &scorer.Memory{})
	require.NoError(t, err)
	assert.Zero(t, r.Sums[1][heuristics.Body])
}

// TestOwnEvidenceIsNotDamped: what the caller's heuristics say counts in full
// beside trees, and trees are not asked where it has settled the matter.
func TestOwnEvidenceIsNotDamped(t *testing.T) {
	own := func(weight float64) []heuristics.Heuristic {
		return []heuristics.Heuristic{{Name: "own", Doc: "the caller's word", Judge: func(*heuristics.Page, *heuristics.Block) []heuristics.Evidence {
			return []heuristics.Evidence{{Role: heuristics.Body, Weight: weight, Reason: "I say so"}}
		}}}
	}
	p := read(t, strings.Repeat("<p>one two three four five six seven eight nine ten</p>", 20))
	for _, c := range []struct {
		reason       string
		weight, want float64
	}{
		{"added to what trees say", 2, 2 + 1},
		{"settled: trees are not asked", 9, 9},
		{"settled the other way", -9, -9},
	} {
		s := scorer.New(own(c.weight), treeSet(t, 0, 1))
		r, err := s.Score(p, &scorer.Memory{})
		require.NoError(t, err)
		assert.InDelta(t, c.want, r.Sums[0][heuristics.Body], 1e-6, c.reason)
	}
}

// TestFeaturesAreFinite holds over all pages of the tests: trees compare, and
// nothing compares with what is no number.
func TestFeaturesAreFinite(t *testing.T) {
	names, err := filepath.Glob("../../testdata/pages/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	s := scorer.New(heuristics.Default(), model.Default())
	features := make([]float32, len(scorer.FeatureNames()))
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		p := read(t, string(data))
		v, _, err := s.ThirdView(p)
		require.NoError(t, err)
		for i := range p.Blocks {
			v.Features(features, i)
			for j, x := range features {
				if x != x || x > 1e9 || x < -1e9 {
					assert.Fail(t, "no finite number", "%s: block %d: %s is %v", name, i, scorer.FeatureNames()[j], x)
				}
			}
		}
	}
}
