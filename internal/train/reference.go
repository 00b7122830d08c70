package main

import (
	"cmp"
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// alignReference tells for each block whether its text stands in the
// reference: 1, 0, or unknown. Blocks are laid along the reference, in the
// order of the page, so that as many words as possible are covered and none
// twice: of a text that stands twice on the page only one copy is meant. What
// the reference has in another order is laid along what is left of it, in some
// more rounds, and then short blocks into the gaps between their neighbours.
func alignReference(blocks []heuristics.Block, reference string) []int {
	a := newAligner(blocks, eval.Words(reference))
	a.align()
	const leastCovered = 0.3 // 34 of 1,497 pages have less, next to all of these nothing
	if float64(a.coverage()) <= leastCovered*float64(len(a.ref)) {
		return filled(len(blocks))
	}
	in := make([]int, len(blocks))
	for i, w := range a.words {
		if len(w) == 0 {
			in[i] = unknown
		}
	}
	texts := map[string]bool{}
	for i, m := range a.taken {
		if m.words > 0 {
			in[i] = 1
			texts[letters(blocks[i].Text)] = true
		}
	}
	const longCopy = 12 // words: shorter ones stand twice by chance
	for i := range in {
		if in[i] == 0 && len(a.words[i]) >= longCopy && texts[letters(blocks[i].Text)] {
			in[i] = unknown
		}
	}
	return in
}

// align lays all blocks along the reference.
func (a *aligner) align() {
	const rounds = 4
	for round := range rounds {
		chain := a.chain(round == 0)
		if len(chain) == 0 {
			break
		}
		for _, m := range chain {
			a.take(m)
		}
	}
	a.fillGaps()
}

// match is a block laid along the words from to to of a reference.
type match struct {
	block, from, to int
	words           int // that both have
}

const shingle = 4 // words

// aligner lays blocks along a reference.
type aligner struct {
	words   [][]int32 // of blocks
	hidden  []bool
	ref     []int32
	covered []bool  // by word of ref
	taken   []match // by block
	first   map[int32][]int32
	grams   map[[shingle]int32][]int32
}

func newAligner(blocks []heuristics.Block, ref []string) *aligner {
	a := &aligner{words: make([][]int32, len(blocks)), hidden: make([]bool, len(blocks)), covered: make([]bool, len(ref)), taken: make([]match, len(blocks)),
		first: map[int32][]int32{}, grams: map[[shingle]int32][]int32{}}
	ids := map[string]int32{}
	numbers := func(words []string, add bool) []int32 {
		list := make([]int32, len(words))
		for i, w := range words {
			id, ok := ids[w]
			if !ok && add {
				id = int32(len(ids) + 1)
				ids[w] = id
			}
			list[i] = id
		}
		return list
	}
	a.ref = numbers(ref, true)
	for i := range blocks {
		a.words[i], a.hidden[i] = numbers(eval.Words(blocks[i].Text), false), blocks[i].Hidden
	}
	for i, w := range a.ref {
		a.first[w] = append(a.first[w], int32(i))
		if i+shingle <= len(a.ref) {
			g := [shingle]int32(a.ref[i:])
			a.grams[g] = append(a.grams[g], int32(i))
		}
	}
	return a
}

// mostPlaces is how many places of a shingle, or of a short block, are looked at.
const mostPlaces = 100

// matches are the places where block i can lie.
func (a *aligner) matches(i int) (list []match) {
	w := a.words[i]
	if len(w) < shingle {
		for _, p := range a.first[at(w, 0)] {
			if len(list) == mostPlaces {
				break
			}
			if a.fits(w, int(p)) {
				list = append(list, match{i, int(p), int(p) + len(w), len(w)})
			}
		}
		return list
	}
	hits := map[int]int{} // by where the block begins
	for j := 0; j+shingle <= len(w); j++ {
		places := a.grams[[shingle]int32(w[j:])]
		for _, p := range places[:min(len(places), mostPlaces)] {
			hits[int(p)-j]++
		}
	}
	type begin struct{ at, hits int }
	var begins []begin
	for d, n := range hits {
		begins = append(begins, begin{d, n})
	}
	slices.SortFunc(begins, func(x, y begin) int { return cmp.Or(cmp.Compare(y.hits, x.hits), cmp.Compare(x.at, y.at)) })
	near := max(3, len(w)/4)
	for len(begins) > 0 && len(list) < 20 {
		top, most, n := begins[0].at, begins[0].hits, 0
		lo, hi := top, top
		begins = slices.DeleteFunc(begins, func(b begin) bool {
			if b.at >= top-near && b.at <= top+near {
				n += b.hits
				if 4*b.hits >= most {
					lo, hi = min(lo, b.at), max(hi, b.at)
				}
				return true
			}
			return false
		})
		const enough = 0.5
		all := len(w) - shingle + 1
		if n = min(n, all); float64(n) >= enough*float64(all) {
			list = append(list, match{i, max(0, lo), min(len(a.ref), hi+len(w)), n + shingle - 1})
		}
	}
	return list
}

func at(w []int32, i int) int32 {
	if i < len(w) {
		return w[i]
	}
	return 0
}

func (a *aligner) fits(w []int32, p int) bool {
	return p+len(w) <= len(a.ref) && slices.Equal(w, a.ref[p:p+len(w)])
}

// free tells whether most of a match is not covered yet.
func (a *aligner) free(m match) bool {
	n := 0
	for _, c := range a.covered[m.from:m.to] {
		if c {
			n++
		}
	}
	return 4*n <= m.to-m.from
}

func (a *aligner) take(m match) {
	a.taken[m.block] = m
	for p := m.from; p < m.to; p++ {
		a.covered[p] = true
	}
}

// coverage is how many words of the reference are covered.
func (a *aligner) coverage() (n int) {
	for _, c := range a.covered {
		if c {
			n++
		}
	}
	return n
}

// chain finds the matches, in the order of both, that cover most words. Short
// blocks take part in the first round alone.
func (a *aligner) chain(short bool) []match {
	const least = 6
	type link struct {
		match
		score  float64
		before int
	}
	var links []link
	best := newPrefixMax(len(a.ref) + 1)
	for i, w := range a.words {
		if len(w) == 0 || a.taken[i].words > 0 || !short && len(w) < least {
			continue
		}
		begin := len(links)
		for _, m := range a.matches(i) {
			if !a.free(m) {
				continue
			}
			gain := float64(m.words)
			switch {
			case len(w) < shingle:
				gain *= 0.3
			case a.hidden[i]:
				gain *= 0.8
			}
			const slack = 2
			l := link{m, gain, -1}
			if k := best.upTo(min(m.from+min(slack, len(w)/4), m.to-1)); k >= 0 {
				l.score, l.before = gain+links[k].score, k
			}
			links = append(links, l)
		}
		for k := begin; k < len(links); k++ {
			best.put(links[k].to, k, links[k].score)
		}
	}
	top := -1
	for k := range links {
		if top < 0 || links[k].score > links[top].score {
			top = k
		}
	}
	var chain []match
	for k := top; k >= 0; k = links[k].before {
		chain = append(chain, links[k].match)
	}
	slices.Reverse(chain)
	return chain
}

// prefixMax finds the link with the highest score up to a place (Fenwick, 1994),
// the last of several: the headline right above the text, not the one in the menu.
type prefixMax struct {
	link  []int
	score []float64
}

func newPrefixMax(n int) *prefixMax {
	p := &prefixMax{make([]int, n+1), make([]float64, n+1)}
	for i := range p.link {
		p.link[i] = -1
	}
	return p
}

func (p *prefixMax) put(at, link int, score float64) {
	for i := at + 1; i < len(p.link); i += i & -i {
		if p.link[i] < 0 || score >= p.score[i] {
			p.link[i], p.score[i] = link, score
		}
	}
}

func (p *prefixMax) upTo(at int) int {
	best, score := -1, 0.0
	for i := at + 1; i > 0; i -= i & -i {
		if p.link[i] >= 0 && (best < 0 || p.score[i] > score || p.score[i] == score && p.link[i] > best) {
			best, score = p.link[i], p.score[i]
		}
	}
	return best
}

// fillGaps lays blocks that are left, cells and labels say, into the words
// between those of their neighbours.
func (a *aligner) fillGaps() {
	before := -1
	for i := range a.words {
		if a.taken[i].words == 0 {
			continue
		}
		if before >= 0 && i > before+1 && a.taken[i].from > a.taken[before].to {
			p, end := a.taken[before].to, a.taken[i].from
			for j := before + 1; j < i; j++ {
				w := a.words[j]
				if len(w) == 0 {
					continue
				}
				for q := p; q+len(w) <= end; q++ {
					if a.fits(w, q) && !a.covered[q] {
						a.take(match{j, q, q + len(w), len(w)})
						p = q + len(w)
						break
					}
				}
			}
		}
		before = i
	}
}
