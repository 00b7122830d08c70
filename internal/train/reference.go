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
// Of a page that has little of its reference nothing is known.
func alignReference(blocks []heuristics.Block, reference string) []int {
	a := newAligner(blocks, eval.Words(reference))
	a.align()
	if float64(a.coverage(0, len(a.ref))) <= leastCovered*float64(len(a.ref)) {
		return filled(len(blocks))
	}
	in := make([]int, len(blocks))
	texts := map[string]bool{}
	for i, m := range a.taken {
		switch {
		case len(a.words[i]) == 0:
			in[i] = unknown
		case m.words > 0:
			in[i] = 1
			texts[letters(blocks[i].Text)] = true
		}
	}
	for i := range in {
		if in[i] == 0 && len(a.words[i]) >= longCopy && texts[letters(blocks[i].Text)] {
			in[i] = unknown
		}
	}
	return in
}

// Settings of the alignment, in words but for shares. They were set by looking at
// the F1 of what is laid against the references.
const (
	shingle      = 4    // what longer blocks are found by
	enough       = 0.5  // share of a block's shingles that must stand where it is laid
	rounds       = 4    // in which blocks are laid
	leastLater   = 6    // of a block that takes part in other rounds than the first
	shortGain    = 0.3  // what a word of a block without a shingle is worth: it may stand there by chance
	hiddenGain   = 0.8  // of a hidden block: where there is another copy, that is the one
	overlap      = 2    // by which a block may begin before the one before it ends
	leastCovered = 0.3  // share of the reference; 34 of 1,497 pages have less, next to all of these nothing
	longCopy     = 12   // of a block whose copy is text: shorter ones stand twice by chance
	mostPlaces   = 100  // of a shingle, or of a short block, that are looked at
	mostMatches  = 20   // of a block
	nearby       = 0.25 // share of a block by which shingles may be displaced where the texts differ
	leastNearby  = 3
)

// align lays all blocks along the reference.
func (a *aligner) align() {
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

// aligner lays blocks along a reference.
type aligner struct {
	blocks  []heuristics.Block
	words   [][]int32 // of blocks
	ref     []int32
	covered []bool  // by word of ref
	taken   []match // by block
	first   map[int32][]int32
	grams   map[[shingle]int32][]int32
}

func newAligner(blocks []heuristics.Block, ref []string) *aligner {
	a := &aligner{blocks: blocks, words: make([][]int32, len(blocks)), covered: make([]bool, len(ref)), taken: make([]match, len(blocks)),
		first: map[int32][]int32{}, grams: map[[shingle]int32][]int32{}}
	numbers := map[string]int32{} // of the words of ref, from 1 on
	for _, w := range ref {
		if numbers[w] == 0 {
			numbers[w] = int32(len(numbers) + 1)
		}
		a.ref = append(a.ref, numbers[w])
	}
	for i := range blocks {
		for _, w := range eval.Words(blocks[i].Text) {
			a.words[i] = append(a.words[i], numbers[w])
		}
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

// matches are the places where block i, which has words, can lie.
func (a *aligner) matches(i int) []match {
	if len(a.words[i]) < shingle {
		return a.exact(i)
	}
	return a.alike(i)
}

// exact are the places that have a short block word for word.
func (a *aligner) exact(i int) (list []match) {
	w := a.words[i]
	for _, p := range a.first[w[0]] {
		if len(list) == mostPlaces {
			break
		}
		if a.fits(w, int(p)) {
			list = append(list, match{i, int(p), int(p) + len(w), len(w)})
		}
	}
	return list
}

// begin is a place where a block would begin by so many of its shingles.
type begin struct{ at, hits int }

// alike are the places that have enough of a block's shingles, the best first.
func (a *aligner) alike(i int) (list []match) {
	w := a.words[i]
	begins := a.begins(w)
	near, all := max(leastNearby, int(nearby*float64(len(w)))), len(w)-shingle+1
	for len(begins) > 0 && len(list) < mostMatches {
		top, n := begins[0], 0
		from, to := top.at, top.at
		begins = slices.DeleteFunc(begins, func(b begin) bool {
			if b.at < top.at-near || b.at > top.at+near {
				return false
			}
			n += b.hits
			if 4*b.hits >= top.hits { // fewer are phrases that the block has twice
				from, to = min(from, b.at), max(to, b.at)
			}
			return true
		})
		if n = min(n, all); float64(n) >= enough*float64(all) {
			list = append(list, match{i, max(0, from), min(len(a.ref), to+len(w)), n + shingle - 1})
		}
	}
	return list
}

// begins are the places where a block with these words would begin, those first
// that most of its shingles speak for.
func (a *aligner) begins(w []int32) (list []begin) {
	hits := map[int]int{}
	for j := 0; j+shingle <= len(w); j++ {
		places := a.grams[[shingle]int32(w[j:])]
		for _, p := range places[:min(len(places), mostPlaces)] {
			hits[int(p)-j]++
		}
	}
	for at, n := range hits {
		list = append(list, begin{at, n})
	}
	slices.SortFunc(list, func(x, y begin) int { return cmp.Or(cmp.Compare(y.hits, x.hits), cmp.Compare(x.at, y.at)) })
	return list
}

func (a *aligner) fits(w []int32, p int) bool {
	return p+len(w) <= len(a.ref) && slices.Equal(w, a.ref[p:p+len(w)])
}

// coverage is how many of some words of the reference are covered.
func (a *aligner) coverage(from, to int) (n int) {
	for _, c := range a.covered[from:to] {
		if c {
			n++
		}
	}
	return n
}

// free tells whether most of a match is not covered yet.
func (a *aligner) free(m match) bool { return 4*a.coverage(m.from, m.to) <= m.to-m.from }

func (a *aligner) take(m match) {
	a.taken[m.block] = m
	for p := m.from; p < m.to; p++ {
		a.covered[p] = true
	}
}

// gain is what a match is worth.
func (a *aligner) gain(m match) float64 {
	switch {
	case len(a.words[m.block]) < shingle:
		return shortGain * float64(m.words)
	case a.blocks[m.block].Hidden:
		return hiddenGain * float64(m.words)
	}
	return float64(m.words)
}

// link is a match at the end of a chain of matches.
type link struct {
	match
	score  float64 // of the chain
	before int     // link, -1 if there is none
}

// chain finds the matches, in the order of both, that cover most words. Short
// blocks take part in the first round alone.
func (a *aligner) chain(short bool) (chain []match) {
	var links []link
	best, top := newPrefixMax(len(a.ref)+1), -1
	for i, w := range a.words {
		if len(w) == 0 || a.taken[i].words > 0 || !short && len(w) < leastLater {
			continue
		}
		others := len(links) // a block does not follow itself
		for _, m := range slices.DeleteFunc(a.matches(i), func(m match) bool { return !a.free(m) }) {
			l := link{m, a.gain(m), -1}
			if k := best.upTo(min(m.from+min(overlap, len(w)/4), m.to-1)); k >= 0 {
				l.score, l.before = l.score+links[k].score, k
			}
			links = append(links, l)
		}
		for k := others; k < len(links); k++ {
			best.put(links[k].to, k, links[k].score)
			if top < 0 || links[k].score > links[top].score {
				top = k
			}
		}
	}
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
	for i, m := range a.taken {
		if m.words == 0 {
			continue
		}
		if before >= 0 {
			a.fill(before, i)
		}
		before = i
	}
}

// fill lays the blocks between two into the words between those.
func (a *aligner) fill(before, behind int) {
	from, to := a.taken[before].to, a.taken[behind].from
	for i := before + 1; i < behind; i++ {
		w := a.words[i]
		for p := from; len(w) > 0 && p+len(w) <= to; p++ {
			if a.fits(w, p) && !a.covered[p] {
				a.take(match{i, p, p + len(w), len(w)})
				from = p + len(w)
				break
			}
		}
	}
}
