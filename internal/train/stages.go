package main

import (
	"math"
	"strings"
	"sync"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// layout numbers the levels of a list of measures: weight 0 is the prior.
type layout struct {
	names  []string
	first  []int // weight of level 0
	counts []int
	size   int
}

func newLayout(names []string, counts []int) layout {
	l := layout{names: names, counts: counts, size: 1}
	for _, n := range counts {
		l.first = append(l.first, l.size)
		l.size += n
	}
	return l
}

// Least weights, in nats, that are worth a place in a table; more in plain text,
// where less is to be gained by them than by room for others.
const (
	leastWeight      = 0.1
	leastPlainWeight = 0.17
)

// table turns fitted weights by role into a table, without those below least.
func (l *layout) table(byRole [][]float32, least float32) *model.Table {
	t := &model.Table{}
	column := func(w int) (weights model.Weights) {
		for r, list := range byRole {
			if list != nil {
				if x := list[w]; x >= least || x <= -least {
					weights[r] = x
				}
			}
		}
		return weights
	}
	t.Prior = column(0)
	for i, name := range l.names {
		levels := make([]model.Weights, l.counts[i])
		for j := range levels {
			levels[j] = column(l.first[i] + j)
		}
		t.Set(name, levels)
	}
	return t
}

// measure notes the levels of all blocks of all documents.
func measure(docs []*doc) (layout, error) {
	list := heuristics.Default()
	var names []string
	var counts []int
	for _, h := range list {
		names = append(names, h.Name)
		counts = append(counts, len(h.Levels))
	}
	l := newLayout(names, counts)
	s := scorer.New(list, model.Empty())
	return l, each(docs, func(d *doc) error {
		d.levels = s.Measure(d.page)
		return nil
	})
}

// Nats that wording and headings are expected to be worth before any page was
// seen: for their own role and against body, in blocks of up to thirty words
// and in longer ones. Cue phrases are written by people who know what they
// mean, in languages that labelled pages have little of; a fit alone would
// take what is rare there for what is worth nothing.
var (
	expectedShort = [2]float64{2.5, -1.5}
	expectedLong  = [2]float64{1, -0.5}
)

// longCues is the first level of heuristics.cuePhrases that is for blocks of
// more than thirty words.
const longCues = 6

// expected returns what each weight is expected to be for a role.
func (l *layout) expected(r heuristics.Role) []float64 {
	expect := make([]float64, l.size)
	for i, name := range l.names {
		own, ok := strings.CutSuffix(name, "-wording")
		role, err := heuristics.ParseRole(own)
		if !ok || err != nil {
			continue
		}
		switch role {
		case heuristics.Newsletter, heuristics.Bio, heuristics.Promo, heuristics.Legal, heuristics.Comment, heuristics.Paywall:
		default:
			continue // tables of common words, telling only beside other evidence
		}
		for level := range l.counts[i] {
			value := expectedShort
			if level >= longCues {
				value = expectedLong
			}
			switch r {
			case role:
				expect[l.first[i]+level] = value[0]
			case heuristics.Body:
				expect[l.first[i]+level] = value[1]
			}
		}
	}
	return expect
}

// pageWeights gives each block of a page a weight that grows with the root of
// its length, since figures count words but a long block tells little more
// than a short one; a page of many blocks counts more than one of few, but
// less than in proportion.
func pageWeights(p *heuristics.Page) []float32 {
	weights := make([]float32, len(p.Blocks))
	total := 0.0
	for i := range p.Blocks {
		x := math.Sqrt(float64(min(max(p.Blocks[i].Words, 1), 150)))
		weights[i] = float32(x)
		total += x
	}
	scale := float32(math.Sqrt(300 / (total + 1)))
	for i := range weights {
		weights[i] *= scale
	}
	return weights
}

// source says where a fit finds the levels and the fixed sums of a block.
type source struct {
	levels func(d *doc, block int, r heuristics.Role) []uint16
	sums   func(*doc) []scorer.Sums // nil: none
	layout
}

// fitRoles fits the given roles on the documents that pass the filter.
func fitRoles(docs []*doc, use func(*doc) bool, src source, roles []heuristics.Role, opt fitOptions) [][]float32 {
	byRole := make([][]float32, heuristics.NumRoles)
	var wg sync.WaitGroup
	work := make(chan heuristics.Role)
	for range 2 {
		wg.Go(func() {
			for r := range work {
				byRole[r] = fit(examples(docs, use, src, r), src.size, src.layout.expected(r), opt)
			}
		})
	}
	for _, r := range roles {
		work <- r
	}
	close(work)
	wg.Wait()
	return byRole
}

// leakCost is how much more a mistake about a block of a role weighs than one
// about body: what the library exists to end. Chosen so that the leaks of
// pages not fitted on fall about by half while 98 of 100 words of body stay.
var leakCost = func() (cost [heuristics.NumRoles]float32) {
	for r := range cost {
		cost[r] = 1
	}
	cost[heuristics.Newsletter], cost[heuristics.Bio], cost[heuristics.Related] = 3, 3, 3
	cost[heuristics.Promo] = 5
	return cost
}()

func examples(docs []*doc, use func(*doc) bool, src source, r heuristics.Role) []example {
	var list []example
	for _, d := range docs {
		if !use(d) {
			continue
		}
		weights := pageWeights(d.page)
		var sums []scorer.Sums
		if src.sums != nil {
			sums = src.sums(d)
		}
		for i := range d.page.Blocks {
			truth := d.role[i]
			e := example{rows: src.levels(d, i, r), weight: weights[i], yes: truth == int(r)}
			if r == heuristics.Body {
				truth = d.body[i]
				e.yes = truth == 1
			}
			if truth == unknown {
				continue
			}
			if d.role[i] != unknown {
				cost := d.cost(i, &leakCost)
				if d.page.Plain {
					cost = float32(math.Sqrt(float64(cost))) // a line tells less than a block: the full cost would lose text
				}
				switch {
				case r == heuristics.Body:
					e.weight *= cost
				case e.yes:
					e.weight *= float32(math.Sqrt(float64(cost)))
				}
			}
			if sums != nil {
				e.offset = sums[i][r]
			}
			list = append(list, e)
		}
	}
	return list
}
