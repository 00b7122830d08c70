package main

import (
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// kindForest are the settings of the trees for each kind of page, chosen on
// pages not fitted on: of pages said to be 0.9 sure, more than 9 in 10 are.
var kindForest = boostOptions{trees: 40, depth: 3, rate: 0.15, rows: 0.6, columns: 0.3, ridge: 3, leastSum: 2}

// What a page of moreKinds, and a short copy, weigh in the fit: nearly all of
// them are articles, which would else be taken for likelier than they are.
const (
	moreKindWeight  = 0.4
	shortKindWeight = 0.1
)

// fitKinds fits trees that tell each kind of page from all others.
func (f *fitting) fitKinds() {
	names := scorer.PageFeatureNames()
	var rows [][]float32
	var of []*doc
	for _, d := range f.all {
		if d.kind == scorer.None || f.views[d] == nil {
			continue
		}
		row := f.views[d].AppendPageFeatures(nil)
		rows, of = append(rows, row), append(of, d)
	}
	m := bin(rows)
	begin, weight := make([]float32, m.n), make([]float32, m.n)
	for i, d := range of {
		weight[i] = 1
		switch {
		case d.altered:
			weight[i] = shortKindWeight
		case d.set != "wcxb" && d.Labels == nil:
			weight[i] = moreKindWeight
		}
	}
	for k := range f.scorers {
		var use []int
		for i, d := range of {
			if d.fold != k {
				use = append(use, i)
			}
		}
		forest := &model.Forest{Features: names}
		for kind := scorer.Article; kind < scorer.NumKinds; kind++ {
			yes := make([]bool, m.n)
			for i, d := range of {
				yes[i] = d.kind == kind
			}
			forest.Trees[kind] = boost(m, use, yes, begin, weight, kindForest)
		}
		f.sets[k].Kinds = forest
	}
	f.bind()
	for _, d := range f.all {
		f.views[d] = f.scorers[d.fold].View(d.page, f.sums[d])
	}
	f.say("kinds")
}
