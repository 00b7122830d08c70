package main

import (
	"fmt"
	"math"
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// Settings of the forests, chosen on pages not fitted on: twice the trees gain
// nothing, half of them lose a third of what trees gain.
var (
	bodyForest = boostOptions{trees: 170, depth: 5, rate: 0.1, rows: 0.5, columns: 0.4, ridge: 8, leastSum: 3}
	roleForest = boostOptions{trees: 60, depth: 4, rate: 0.1, rows: 0.6, columns: 0.4, ridge: 8, leastSum: 3}
)

// forestRoles are the roles that a forest is fitted for: the article text, and
// what it must not have in it.
var forestRoles = []heuristics.Role{heuristics.Body, heuristics.Bio, heuristics.Newsletter, heuristics.Related, heuristics.Promo}

// treeCost is leakCost for trees, with more on what they let through most.
var treeCost = func() (cost [heuristics.NumRoles]float32) {
	cost = leakCost
	cost[heuristics.Bio], cost[heuristics.Related] = 8, 8
	return cost
}()

// asked are the blocks that a forest is fitted on, those whose role it may
// change.
type asked struct {
	of     []*doc
	at     []int          // index of the block in its document
	open   []uint32       // the roles that trees are asked about, as bits
	begins []*scorer.Sums // what trees add to
	weight []float32
	rows   [][]float32 // features
}

// asked gathers the blocks of all pages.
func (f *fitting) asked() (*asked, error) {
	a, features := &asked{}, len(scorer.FeatureNames())
	for _, d := range f.docs {
		v, begin, err := f.scorers[d.fold].ThirdView(d.page)
		if err != nil {
			return nil, err
		}
		weights := forestWeights(d.page)
		for i := range d.page.Blocks {
			open := v.Open(i)
			if !slices.ContainsFunc(forestRoles, func(r heuristics.Role) bool { return d.truth(i, r) != unknown && open>>r&1 == 1 }) {
				continue
			}
			row := make([]float32, features)
			v.Features(row, i)
			a.of, a.at, a.weight = append(a.of, d), append(a.at, i), append(a.weight, weights[i])
			a.open, a.begins, a.rows = append(a.open, open), append(a.begins, &begin[i]), append(a.rows, row)
		}
	}
	return a, nil
}

// truth is 1 if block i has a role, 0 if it has not, or unknown. Whether it is
// body is known of more blocks than what else they are.
func (d *doc) truth(i int, r heuristics.Role) int {
	switch {
	case r == heuristics.Body:
		return d.body[i]
	case d.role[i] == unknown:
		return unknown
	case d.role[i] == int(r):
		return 1
	}
	return 0
}

// fitForest fits the third look.
func (f *fitting) fitForest() error {
	a, err := f.asked()
	if err != nil {
		return err
	}
	m := bin(a.rows)
	a.rows = nil
	names := scorer.FeatureNames()
	f.say(fmt.Sprintf("%d blocks by %d features", m.n, len(names)))
	for k := range f.scorers {
		f.sets[k].Forest = &model.Forest{Features: names}
	}
	for _, r := range forestRoles {
		f.fitTrees(r, m, a)
		f.say("forest of " + r.String())
	}
	f.bind()
	return nil
}

// fitTrees fits the trees of a role.
func (f *fitting) fitTrees(r heuristics.Role, m *binned, a *asked) {
	opt := roleForest
	if r == heuristics.Body {
		opt = bodyForest
	}
	var known []int
	yes, offset, weight := make([]bool, m.n), make([]float32, m.n), slices.Clone(a.weight)
	for j, d := range a.of {
		i := a.at[j]
		truth := d.truth(i, r)
		if truth == unknown || a.open[j]>>r&1 == 0 {
			continue
		}
		known = append(known, j)
		yes[j], offset[j] = truth == 1, a.begins[j][r]
		switch {
		case d.role[i] == unknown:
		case r == heuristics.Body:
			weight[j] *= d.cost(i, &treeCost)
		case yes[j]:
			weight[j] *= float32(math.Sqrt(float64(d.cost(i, &treeCost))))
		}
	}
	for k := range f.scorers {
		use := slices.DeleteFunc(slices.Clone(known), func(j int) bool { return a.of[j].fold == k })
		f.sets[k].Forest.Trees[r] = boost(m, use, yes, offset, weight, opt)
	}
}

// forestWeights gives each block of a page a weight that grows with its
// length, and all pages the same: figures are means over pages of shares of
// words.
func forestWeights(p *heuristics.Page) []float32 {
	const power, least, pageWeight = 0.8, 8, 400
	weights := make([]float32, len(p.Blocks))
	total := 1.0
	for i := range p.Blocks {
		x := math.Pow(float64(max(p.Blocks[i].Words, least)), power)
		weights[i] = float32(x)
		total += x
	}
	for i := range weights {
		weights[i] *= float32(pageWeight / total)
	}
	return weights
}
