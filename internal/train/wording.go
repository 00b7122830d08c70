package main

import (
	"math"
	"math/rand/v2"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// Settings of the fit of wording, chosen on pages not fitted on.
const (
	wordEpochs    = 6
	wordRate      = 0.3 // of the first step of a word
	wordYesWeight = 3   // of a block of the role, of which there are few
	wordLeast     = 3   // words of a block that tells something
)

// worded is a block of which is known whether it is body or what it is.
type worded struct {
	words []uint16
	role  int
	fold  int
}

// fitWording fits what words tell of roles against body.
func (f *fitting) fitWording() {
	var list []worded
	for _, d := range f.docs {
		for i := range d.page.Blocks {
			b := &d.page.Blocks[i]
			role := d.role[i]
			if role == unknown && d.body[i] == 1 {
				role = int(heuristics.Body)
			}
			if role != unknown && !b.Hidden && b.Words >= wordLeast {
				list = append(list, worded{model.AppendWords(nil, b.Text), role, d.fold})
			}
		}
	}
	roles := scorer.WordingRoles
	for k := range f.sets {
		f.sets[k].Wording = model.NewWording(roles...)
	}
	parallel(len(f.sets), func(k int) {
		for j, r := range roles {
			for bucket, x := range wordsOf(list, r, k) {
				f.sets[k].Wording.SetWeight(bucket, j, x)
			}
		}
	})
	f.bind()
	f.say("wording")
}

// wordsOf fits the weight of each bucket for a role against body, without a
// fold: logistic regression by AdaGrad, a block at a time (Duchi, Hazan and
// Singer, 2011). A sign-up sounds like a promo.
func wordsOf(list []worded, r heuristics.Role, without int) []float64 {
	var use []int
	for i := range list {
		if role := heuristics.Role(list[i].role); list[i].fold != without && (role == heuristics.Body || soundsLike(role, r)) {
			use = append(use, i)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	weights, squares := make([]float64, model.WordBuckets), make([]float64, model.WordBuckets)
	shift, shiftSquare := 0.0, 0.0
	for range wordEpochs {
		random.Shuffle(len(use), func(i, j int) { use[i], use[j] = use[j], use[i] })
		for _, i := range use {
			x := &list[i]
			if len(x.words) == 0 {
				continue
			}
			scale := 1 / math.Sqrt(float64(len(x.words)))
			sum := 0.0
			for _, w := range x.words {
				sum += weights[w]
			}
			slope := 1 / (1 + math.Exp(-shift-sum*scale))
			if heuristics.Role(x.role) != heuristics.Body {
				slope = wordYesWeight * (slope - 1)
			}
			shiftSquare += slope * slope
			shift -= wordRate * slope / math.Sqrt(shiftSquare)
			slope *= scale
			for _, w := range x.words {
				if squares[w] += slope * slope; squares[w] > 0 {
					weights[w] -= wordRate * slope / math.Sqrt(squares[w])
				}
			}
		}
	}
	return weights
}

func soundsLike(role, r heuristics.Role) bool {
	return role == r || r == heuristics.Promo && role == heuristics.Newsletter
}
