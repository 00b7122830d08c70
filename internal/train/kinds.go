package main

import (
	"math"

	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// kindLayout numbers the levels of the page measures.
func kindLayout() layout {
	var names []string
	var counts []int
	for _, m := range scorer.PageMeasures {
		names = append(names, m.Name)
		counts = append(counts, 9)
	}
	return newLayout(names, counts)
}

// fitKinds fits the kinds of pages by multinomial logistic regression.
func fitKinds(docs []*doc, use func(*doc) bool, views map[*doc]*scorer.View) *model.Table {
	l := kindLayout()
	var pages [][]int
	var truth []scorer.Kind
	for _, d := range docs {
		if d.kind == scorer.None || !use(d) || views[d] == nil {
			continue
		}
		rows := []int{0}
		for j, m := range scorer.PageMeasures {
			if level := m.Measure(views[d]); level >= 0 {
				rows = append(rows, l.first[j]+int(level))
			}
		}
		pages = append(pages, rows)
		truth = append(truth, d.kind)
	}
	const epochs, rate, l2 = 150, 0.15, 0.004
	w := make([][]float64, scorer.NumKinds)
	g2 := make([][]float64, scorer.NumKinds)
	for k := range w {
		w[k] = make([]float64, l.size)
		g2[k] = make([]float64, l.size)
		for i := range g2[k] {
			g2[k][i] = 1e-2
		}
	}
	for range epochs {
		at := 0
		for range pages {
			at = (at + 7919) % len(pages)
			var p [scorer.NumKinds]float64
			total := 0.0
			for k := scorer.Article; k < scorer.NumKinds; k++ {
				sum := 0.0
				for _, r := range pages[at] {
					sum += w[k][r]
				}
				p[k] = math.Exp(sum)
				total += p[k]
			}
			for k := scorer.Article; k < scorer.NumKinds; k++ {
				d := p[k] / total
				if k == truth[at] {
					d--
				}
				for _, r := range pages[at] {
					g := d + l2*w[k][r]
					g2[k][r] += g * g
					w[k][r] -= rate * g / math.Sqrt(g2[k][r])
				}
			}
		}
	}
	byKind := make([][]float32, scorer.NumKinds)
	for k := range byKind {
		byKind[k] = make([]float32, l.size)
		for i, x := range w[k] {
			byKind[k][i] = float32(math.Round(x*100) / 100)
		}
	}
	return l.table(byKind)
}
