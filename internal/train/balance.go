package main

import (
	"math"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// labelledSums are the sums of a block with a label, by tables that do not
// know its site.
type labelledSums struct {
	fold   int
	sums   [heuristics.NumRoles]float64
	role   int
	weight float64 // words
}

// surest is where sums are cut off for the balance, in nats: beyond it, a block
// tells nothing about how roles compare.
const surest = 8

// fitBalance fits how the sums of roles compare. The sums have the border in
// them, which the choice takes out again: labelled pages are stories, where it
// is none, but for those few whose kind is mistaken.
func (f *fitting) fitBalance() error {
	var list []labelledSums
	var m scorer.Memory
	for _, d := range f.docs {
		if d.Labels == nil {
			continue
		}
		r, err := f.scorers[d.fold].Score(d.page, &m)
		if err != nil {
			return err
		}
		for i := range r.Sums {
			if d.role[i] == unknown {
				continue
			}
			x := labelledSums{fold: d.fold, role: d.role[i], weight: float64(max(1, d.page.Blocks[i].Words))}
			for role, sum := range r.Sums[i] {
				x.sums[role] = min(max(float64(sum), -surest), surest)
			}
			list = append(list, x)
		}
	}
	parallel(len(f.sets), func(k int) {
		b := balanceOf(list, k)
		f.sets[k].Context.Set(scorer.BalanceName, b[:])
	})
	f.bind()
	f.say("balance")
	return nil
}

// balanceOf finds the factors and shifts that make the labels most likely, if
// a block has one of the roles and no other: multinomial logistic regression
// by AdaGrad over all blocks at once, pulled towards leaving sums as they are.
func balanceOf(list []labelledSums, without int) (rows [2]model.Weights) {
	const steps, rate, pullFactor, pullShift = 120, 0.1, 0.03, 0.006
	const n = heuristics.NumRoles
	var at, square [2 * n]float64 // factors, then shifts
	total := 0.0
	for r := range n {
		at[r] = 1
	}
	for i := range list {
		if list[i].fold != without {
			total += list[i].weight
		}
	}
	for range steps {
		var slope [2 * n]float64
		for i := range list {
			x := &list[i]
			if x.fold == without {
				continue
			}
			var p [n]float64
			sum := 0.0
			for r := range p {
				p[r] = math.Exp(at[r]*x.sums[r] + at[n+r])
				sum += p[r]
			}
			for r := range p {
				d := p[r] / sum
				if r == x.role {
					d--
				}
				d *= x.weight / total
				slope[r] += d * x.sums[r]
				slope[n+r] += d
			}
		}
		for r := range n {
			slope[r] += 2 * pullFactor * (at[r] - 1)
			slope[n+r] += 2 * pullShift * at[n+r]
		}
		slope[n+int(heuristics.Body)] = 0 // only differences count
		for j, g := range slope {
			if square[j] += g * g; square[j] > 0 {
				at[j] -= rate * g / math.Sqrt(square[j])
			}
		}
	}
	for r := range n {
		rows[0][r] = float32(hundredths(at[r]))
		rows[1][r] = float32(hundredths(at[n+r]))
	}
	return rows
}
