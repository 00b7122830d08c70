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

	bodyMoves  = []float32{-0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5}
	otherMoves = []float32{0, -0.5, -1, -1.5, -2, -3, -5, -8}
)

// fitBorders moves the border of body on each group of kinds to where the mean
// word-F1 of its pages is best, which is not the same as making single blocks
// likely. On stories, where all roles were labelled, it stays where it is.
// Nothing is chosen by pages of the fold that a set does not know.
func (f *fitting) fitBorders() error {
	pages, err := f.scored()
	if err != nil {
		return err
	}
	best := bestMoves(pages)
	for k, set := range f.sets[:len(f.scorers)] {
		rows := make([]model.Weights, scorer.NumGroups)
		for g := scorer.Thread; g < scorer.NumGroups; g++ {
			for _, r := range movedRoles {
				rows[g][r] = best[k][g].other
			}
			rows[g][heuristics.Body] = best[k][g].body
		}
		set.Context.Set(scorer.BorderName, rows)
		f.say(fmt.Sprintf("part %d: body and others moved by %v", k, best[k][scorer.Thread:]))
	}
	f.bind()
	return nil
}

// moves are by how much body and movedRoles are moved.
type moves struct{ body, other float32 }

// bestMoves finds the best moves by part that is left out and group of kinds.
func bestMoves(pages []scoredPage) (best [folds + 1][scorer.NumGroups]moves) {
	var top [folds + 1][scorer.NumGroups]float64
	for _, body := range bodyMoves {
		for _, other := range otherMoves {
			var sums [folds + 1][scorer.NumGroups]float64
			for i := range pages {
				p := &pages[i]
				f1 := p.f1(body*p.sure, other*p.sure)
				for k := range sums {
					if k != p.fold {
						sums[k][p.group] += f1
					}
				}
			}
			for k := range sums {
				for g, x := range sums[k] {
					if x > top[k][g] {
						top[k][g], best[k][g] = x, moves{body, other}
					}
				}
			}
		}
	}
	return best
}

// scoredPage is a page with a reference, its words numbered.
type scoredPage struct {
	fold   int
	group  scorer.Group
	sure   float32 // how sure the group of its kind is
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
		p := scoredPage{fold: d.fold, group: r.Kind.Group(), sure: float32(r.Sure), sums: append([]scorer.Sums(nil), r.Sums...)}
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
