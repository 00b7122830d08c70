package main

import (
	"fmt"
	"math"

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

// fitForest fits the third look.
func (f *fitting) fitForest() error {
	names := scorer.FeatureNames()
	var rows [][]float32
	var of []*doc
	var at []int
	var sums, begins []*scorer.Sums
	var page [][]float32
	for _, d := range f.docs {
		v, begin, err := f.scorers[d.fold].ThirdView(d.page)
		if err != nil {
			return err
		}
		w := forestWeights(d.page)
		for i := range d.page.Blocks {
			s := &v.Sums()[i]
			ask := false
			for _, r := range forestRoles {
				ask = ask || scorer.Open(s, r) && (d.role[i] != unknown || r == heuristics.Body && d.body[i] != unknown)
			}
			if !ask {
				continue
			}
			row := make([]float32, len(names))
			v.Features(row, i)
			rows = append(rows, row)
			of, at, sums, begins, page = append(of, d), append(at, i), append(sums, s), append(begins, &begin[i]), append(page, w)
		}
	}
	m := bin(rows)
	rows = nil
	f.say(fmt.Sprintf("%d blocks by %d features", m.n, len(names)))
	for k := range f.scorers {
		f.sets[k].Forest = &model.Forest{Features: names}
	}
	for _, r := range forestRoles {
		yes, offset, weight := make([]bool, m.n), make([]float32, m.n), make([]float32, m.n)
		known := make([]bool, m.n)
		for j := range yes {
			d, i := of[j], at[j]
			truth := d.role[i]
			yes[j] = truth == int(r)
			if r == heuristics.Body {
				truth = d.body[i]
				yes[j] = truth == 1
			}
			known[j] = truth != unknown && scorer.Open(sums[j], r)
			offset[j] = begins[j][r]
			weight[j] = page[j][i]
			if d.role[i] != unknown {
				cost := d.cost(i, &treeCost)
				if r == heuristics.Body {
					weight[j] *= cost
				} else if yes[j] {
					weight[j] *= float32(math.Sqrt(float64(cost)))
				}
			}
		}
		opt := roleForest
		if r == heuristics.Body {
			opt = bodyForest
		}
		for k := range f.scorers {
			var use []int
			for j := range yes {
				if known[j] && of[j].fold != k {
					use = append(use, j)
				}
			}
			f.sets[k].Forest.Trees[r] = boost(m, use, yes, offset, weight, opt)
		}
		f.say("forest of " + r.String())
	}
	f.bind()
	return nil
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
