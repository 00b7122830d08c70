package lexicon

import (
	"fmt"
	"math"
)

// loader gathers the tables. Words are known by their hashes.
type loader struct {
	words   wordTable
	starts  []uint16 // by word.id: word.start
	lx      *Lexicon
	nodes   []node
	grown   []grown // how each node came to be
	edges   edgeTable
	known   int      // transitions in edges
	scanned []uint64 // hashes of the words of one line
}

// grown is where a node hangs: parents come before their children.
type grown struct {
	parent, word, depth uint16
	classes             uint32 // of the phrases that end with it, by bit
}

// newLoader makes room for a number of words and half as many transitions;
// tables grow beyond that.
func newLoader(words int) *loader {
	return &loader{words: newWordTable(words), starts: make([]uint16, 1, 1+words), lx: &Lexicon{sets: []uint32{0}},
		nodes: make([]node, 1, 2*words), grown: make([]grown, 1, 2*words), edges: newEdgeTable(words / 2)}
}

// errFull says that states do not fit into sixteen bits.
var errFull = fmt.Errorf("more than %d states of cue phrases", math.MaxUint16)

// addPhrase adds a phrase to the automaton. There can be no more words in
// phrases than states.
func (ld *loader) addPhrase(class int, words []uint64) error {
	if len(words) == 0 {
		return nil
	}
	state := uint16(0)
	for depth, hash := range words {
		w := ld.words.add(hash)
		if w.id == 0 {
			w.id = uint16(len(ld.starts))
			ld.starts = append(ld.starts, 0)
		}
		next := ld.next(state, w.id)
		if next == 0 {
			if len(ld.nodes) == noWord {
				return errFull
			}
			next = uint16(len(ld.nodes))
			ld.nodes = append(ld.nodes, node{word: noWord})
			ld.grown = append(ld.grown, grown{parent: state, word: w.id, depth: uint16(depth)})
			ld.connect(state, w, next)
		}
		state = next
	}
	ld.grown[state].classes |= 1 << class
	return nil
}

// connect makes a word lead from one node to another.
func (ld *loader) connect(state uint16, w *word, next uint16) {
	if state == 0 {
		w.start, ld.starts[w.id] = next, next
		return
	}
	n := &ld.nodes[state]
	n.next |= follows(w.id)
	if next == state+1 {
		n.word = w.id
		return
	}
	if ld.known++; 2*ld.known > len(ld.edges) {
		ld.edges = ld.edges.grow()
	}
	ld.edges.put(state, w.id, next)
}

// next returns the node that a word leads to, 0 if there is none.
func (ld *loader) next(state, word uint16) uint16 {
	switch {
	case state == 0:
		return ld.starts[word]
	case ld.nodes[state].word == word:
		return state + 1
	}
	return ld.edges.find(state, word)
}

// link sets the failure links, the shallow nodes first: a node's link is the
// longest proper suffix of its phrase that is the beginning of another.
func (ld *loader) link() {
	for _, i := range ld.byDepth() {
		g := &ld.grown[i]
		if g.parent == 0 {
			continue
		}
		fail := ld.step(ld.nodes[g.parent].fail, g.word)
		ld.nodes[i].fail = fail
		g.classes |= ld.grown[fail].classes
		ld.nodes[i].next |= ld.nodes[fail].next
	}
}

// byDepth returns all nodes but the start, by counting how many have each
// depth.
func (ld *loader) byDepth() []uint16 {
	var place []int // where the next node of each depth goes
	for _, g := range ld.grown[1:] {
		for len(place) < int(g.depth)+2 {
			place = append(place, 0)
		}
		place[g.depth+1]++
	}
	for depth := 1; depth < len(place); depth++ {
		place[depth] += place[depth-1]
	}
	order := make([]uint16, len(ld.grown)-1)
	for i, g := range ld.grown[1:] {
		order[place[g.depth]] = uint16(i + 1)
		place[g.depth]++
	}
	return order
}

func (ld *loader) step(state, word uint16) uint16 {
	for {
		next := ld.next(state, word)
		if next != 0 || state == 0 {
			return next
		}
		state = ld.nodes[state].fail
	}
}

// finish returns the lexicon of all that was added.
func (ld *loader) finish() *Lexicon {
	ld.link()
	lx := ld.lx
	lx.words, lx.edges, lx.nodes = ld.words, ld.edges, ld.nodes
	places := map[uint32]uint16{} // in lx.outs
	for i := range lx.nodes {
		classes := ld.grown[i].classes
		place, ok := places[classes]
		if !ok {
			place = uint16(len(lx.outs))
			places[classes] = place
			lx.outs = append(lx.outs, classes)
		}
		lx.nodes[i].out = place
	}
	return lx
}

// split cuts a phrase of a table as [Reader.Read] cuts text, and returns the
// hashes of its words, which are valid until the next phrase is split.
func (ld *loader) split(phrase string) []uint64 {
	ld.scanned = ld.scanned[:0]
	s := scanner{text: phrase, runes: runes()}
	for s.next() {
		ld.scanned = append(ld.scanned, s.hash)
	}
	return ld.scanned
}
