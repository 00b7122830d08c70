package main

import (
	"math"
	"math/rand/v2"

	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// Settings of the fit of naming, chosen on pages not fitted on.
const (
	nameSites  = 12 // sites that use a token, at least
	nameEpochs = 6
	nameRate   = 0.02 // of the first step of a token, in nats
	nameRidge  = 100  // pull towards 0, in the weight of blocks
	nameFirst  = 1e-9 // squared gradient that every weight begins with
	nameChain  = 12   // elements around a block that are looked at; further out names count for less than a tenth
)

// namedDoc are the elements of a document as the fit sees them.
type namedDoc struct {
	fold   int
	story  bool
	tokens [][]uint16 // by element
	parent []int
	yes    []float64 // by element: weight of blocks of body in it
	no     []float64 // of other blocks
}

// fitNaming fits what names of elements tell of body.
func (f *fitting) fitNaming() {
	tokens := f.tokens()
	list := make([]namedDoc, len(f.docs))
	parallel(len(f.docs), func(i int) { list[i] = named(f.docs[i], tokens) })
	weights := make([][2][]float64, len(f.sets))
	parallel(2*len(f.sets), func(i int) {
		k, side := i/2, i%2
		weights[k][side] = namesOf(list, len(tokens), k, side == 0)
	})
	for k, w := range weights {
		n := model.NewNaming(len(tokens))
		for hash, j := range tokens {
			n.Set(hash, [2]float64{w[0][j], w[1][j]})
		}
		f.sets[k].Naming = n
	}
	f.bind()
	f.say("naming")
}

// tokens numbers the tokens that enough sites use, by their hashes. What they
// stand around is not looked at.
func (f *fitting) tokens() map[uint32]uint16 {
	sites := map[uint32]map[string]bool{}
	var order []uint32
	for _, d := range f.docs {
		for i := range d.page.Elements {
			e := &d.page.Elements[i]
			for _, t := range scorer.AppendNames(nil, e) {
				hash := model.TokenHash(t)
				if sites[hash] == nil {
					sites[hash] = map[string]bool{}
					order = append(order, hash)
				}
				sites[hash][d.group] = true
			}
		}
	}
	tokens := map[uint32]uint16{}
	for _, hash := range order {
		if len(sites[hash]) >= nameSites {
			tokens[hash] = uint16(len(tokens))
		}
	}
	return tokens
}

func named(d *doc, tokens map[uint32]uint16) namedDoc {
	n := len(d.page.Elements)
	x := namedDoc{fold: d.fold, story: d.set != "wcxb" || d.kind.Group() == scorer.Story,
		tokens: make([][]uint16, n), parent: make([]int, n), yes: make([]float64, n), no: make([]float64, n)}
	for i := range d.page.Elements {
		e := &d.page.Elements[i]
		x.parent[i] = e.Parent
		for _, t := range scorer.AppendNames(nil, e) {
			if j, ok := tokens[model.TokenHash(t)]; ok {
				x.tokens[i] = append(x.tokens[i], j)
			}
		}
	}
	weights := forestWeights(d.page)
	for i := range d.page.Blocks {
		at := d.page.Blocks[i].Element
		switch {
		case at < 0:
		case d.body[i] == 1:
			x.yes[at] += float64(weights[i])
		case d.body[i] == 0:
			x.no[at] += float64(weights[i])
		}
	}
	return x
}

// namesOf fits the weights of tokens, without a fold, on stories or on all
// other pages: logistic regression by AdaGrad, an element at a time, whose
// names and those around it count as [scorer.NameFades] has it.
func namesOf(list []namedDoc, tokens, without int, stories bool) []float64 {
	type place struct {
		d  *namedDoc
		at int
	}
	var use []place
	count := make([]float64, tokens)
	for i := range list {
		d := &list[i]
		if d.fold == without || d.story != stories {
			continue
		}
		for at := range d.yes {
			if w := d.yes[at] + d.no[at]; w > 0 {
				use = append(use, place{d, at})
				d.around(at, func(token uint16, share float64) { count[token] += w * share })
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	weights, squares := make([]float64, tokens), make([]float64, tokens)
	shift, shiftSquare := 0.0, 0.0
	for range nameEpochs {
		random.Shuffle(len(use), func(i, j int) { use[i], use[j] = use[j], use[i] })
		for _, x := range use {
			sum := shift
			x.d.around(x.at, func(token uint16, share float64) { sum += share * weights[token] })
			yes, no := x.d.yes[x.at], x.d.no[x.at]
			p := 1 / (1 + math.Exp(-sum))
			slope := no*p - yes*(1-p)
			shiftSquare += slope * slope
			shift -= nameRate * slope / math.Sqrt(shiftSquare+nameFirst)
			x.d.around(x.at, func(token uint16, share float64) {
				g := share * (slope + (yes+no)*nameRidge*weights[token]/count[token])
				squares[token] += g * g
				weights[token] -= nameRate * g / math.Sqrt(squares[token]+nameFirst)
			})
		}
	}
	return weights
}

// around tells of each token of an element and of those around it how much it
// counts.
func (d *namedDoc) around(at int, see func(token uint16, share float64)) {
	share := 1.0
	for range nameChain {
		for _, t := range d.tokens[at] {
			see(t, share)
		}
		if at = d.parent[at]; at < 0 {
			return
		}
		share *= scorer.NameFades
	}
}
