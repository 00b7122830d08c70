package extract_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/decode"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	parsing "github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// stage is a part of an extraction, of all pages.
type stage struct {
	name string
	all  func()
}

// stagesOf returns the stages that can be run by themselves, each on what the
// one before has made of the pages. What they leave is metadata and the
// article's tree.
func stagesOf(t testing.TB, pages [][]byte) []stage {
	limits := parsing.Limits{Nodes: extract.DefaultNodes, Depth: extract.DefaultDepth, Attributes: extract.DefaultAttributes}
	var texts [][]byte
	var roots []*html.Node
	var cut []*heuristics.Page
	var results []*extract.Result
	var memory segment.Memory
	var judged scorer.Memory
	var e extract.Extractor
	s := scorer.New(heuristics.Default(), model.Default())
	for _, p := range pages {
		text := decode.UTF8(p, "")
		root, _, err := parsing.Document(text, limits)
		require.NoError(t, err)
		page, _, _ := segment.Tree([]*html.Node{root}, segment.Options{})
		result, err := e.FromBytes(p, extract.Source{})
		require.NoError(t, err)
		texts, roots, cut, results = append(texts, text), append(roots, root), append(cut, page), append(results, result)
	}
	each := func(name string, of func(i int) error) stage {
		return stage{name, func() {
			for i := range pages {
				require.NoError(t, of(i))
			}
		}}
	}
	return []stage{
		each("decode", func(i int) error { decode.UTF8(pages[i], ""); return nil }),
		each("parse", func(i int) error { _, _, err := parsing.Document(texts[i], limits); return err }),
		each("segment", func(i int) error {
			memory.Tree(roots[i:i+1], segment.Options{})
			memory.Reset()
			return nil
		}),
		each("evidence", func(i int) error { s.Measure(cut[i]); return nil }),
		each("score", func(i int) error { _, err := s.Score(cut[i], &judged); return err }),
		each("render", func(i int) error { _ = results[i].Text(); return nil }),
	}
}

// TestStages prints what each stage costs, in multiples of html.Parse of the same
// pages: CPU time, the collector's work included, by the median of rounds in turn;
// bytes; and allocations. Evidence is a part of score. It asserts nothing.
//
//	go test ./extract -run TestStages -measure -v
func TestStages(t *testing.T) {
	if !*measureTime {
		t.Skip("needs -measure")
	}
	for _, set := range measuredSets(t) {
		parseAll, extractAll := works(t, set.pages)
		list := append(stagesOf(t, set.pages), stage{"all", extractAll})
		var runs []func()
		for _, s := range list {
			runs = append(runs, s.all)
		}
		floorNumber, floorBytes := allocations(parseAll)
		for i, r := range against(parseAll, runs...) {
			number, bytes := allocations(runs[i])
			t.Logf("%-14s %-8s %v times html.Parse; %.2f times the bytes, %.3f times the allocations", set.name, list[i].name,
				r, float64(bytes)/float64(floorBytes), float64(number)/float64(floorNumber))
		}
	}
}
