package main

import (
	"fmt"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// What is tried for a group of kinds, in nats: by how much body is moved, and
// what is taken off roles that mean something else there. Roles were labelled
// on articles only, so that whatever looks like a teaser has else no chance on
// a page of cards; a sign-up is one on any page.
var (
	movedRoles = []heuristics.Role{heuristics.Related, heuristics.Promo, heuristics.Comment, heuristics.Caption,
		heuristics.Tags, heuristics.Other}

	bodyMoves  = []float32{-0.5, -0.25, 0, 0.25, 0.5, 0.75, 1}
	otherMoves = []float32{0, -0.5, -1, -1.5, -2, -3, -4}
)

// fitBorders moves the border of body on each group of kinds to where the mean
// word-F1 of its pages is best, which is not the same as making single blocks
// likely. On stories body itself stays where it is: a leak costs more there
// than word-F1 tells.
func (f *fitting) fitBorders() error {
	var best [scorer.NumGroups][2]float32
	var top [scorer.NumGroups]float64
	pages, err := f.scored()
	if err != nil {
		return err
	}
	for _, body := range bodyMoves {
		for _, other := range otherMoves {
			var sum [scorer.NumGroups]float64
			for i := range pages {
				sum[pages[i].group] += pages[i].f1(body*pages[i].sure, other*pages[i].sure)
			}
			for g, x := range sum {
				if x > top[g] && (scorer.Group(g) != scorer.Story || body == 0 && other == 0) {
					top[g], best[g] = x, [2]float32{body, other}
				}
			}
		}
	}
	for _, set := range f.sets[:len(f.scorers)] {
		rows := make([]model.Weights, scorer.NumGroups)
		for g := range rows {
			for _, r := range movedRoles {
				rows[g][r] = best[g][1]
			}
			rows[g][heuristics.Body] = best[g][0]
		}
		set.Context.Set(scorer.BorderName, rows)
	}
	f.say(fmt.Sprintf("body and others moved by %v nats by group of kinds", best))
	f.bind()
	return nil
}

// scoredPage is a page with a reference, its words numbered.
type scoredPage struct {
	group  scorer.Group
	sure   float32 // how sure the kind of page is
	sums   []scorer.Sums
	blocks [][]int // words of each block; none of hidden ones
	want   []int   // how often the reference has each word
	size   int     // words in the reference
}

func (f *fitting) scored() ([]scoredPage, error) {
	var pages []scoredPage
	var m scorer.Memory
	for _, d := range f.docs {
		if d.set != "wcxb" {
			continue
		}
		r, err := f.scorers[d.fold].Score(d.page, &m)
		if err != nil {
			return nil, err
		}
		p := scoredPage{group: r.Kind.Group(), sure: float32(r.Confidence), sums: append([]scorer.Sums(nil), r.Sums...)}
		numbers := map[string]int{}
		number := func(text string) (list []int) {
			for _, w := range eval.Words(text) {
				n, ok := numbers[w]
				if !ok {
					n = len(numbers)
					numbers[w] = n
				}
				list = append(list, n)
			}
			return list
		}
		reference := number(d.Reference)
		for i := range d.page.Blocks {
			var words []int
			if b := &d.page.Blocks[i]; !b.Hidden {
				words = number(b.Text)
			}
			p.blocks = append(p.blocks, words)
		}
		p.want, p.size = make([]int, len(numbers)), len(reference)
		for _, n := range reference {
			p.want[n]++
		}
		pages = append(pages, p)
	}
	return pages, nil
}

// f1 is the word-F1 of the page with body and the other roles moved.
func (p *scoredPage) f1(body, other float32) float64 {
	got := make([]int, len(p.want))
	size, common := 0, 0
	for i, s := range p.sums {
		for _, r := range movedRoles {
			s[r] += other
		}
		s[heuristics.Body] += body
		if s.Best() != heuristics.Body {
			continue
		}
		size += len(p.blocks[i])
		for _, n := range p.blocks[i] {
			if got[n]++; got[n] <= p.want[n] {
				common++
			}
		}
	}
	if size+p.size == 0 {
		return 1
	}
	return 2 * float64(common) / float64(size+p.size)
}
