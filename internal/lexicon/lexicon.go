// Package lexicon holds what is known about words: stopwords and cue phrases
// by language, and the class and id tokens that sites use. [Reader.Read]
// goes over a block's text once and fills in all counts that depend on words.
//
// All phrases of all languages stand in one automaton over words (Aho and
// Corasick, 1975), so that a page costs one look-up a word however many lists
// there are.
package lexicon

import "math"

// Lexicon is read-only once loaded. Words are known by the hash of their
// letters: among twenty thousand words the odds that two have the same 64 bits
// are one to a hundred billion.
type Lexicon struct {
	langs []string // two-letter codes, in file order
	sets  []uint32 // sets of languages that words are stopwords of, as bits; set 0 is empty
	words wordTable
	nodes []node
	edges edgeTable // transitions that node.word does not tell
	outs  []uint32  // sets of classes of cues, as bits; set 0 is empty
}

// maxLanguages is the number of bits in a set of languages.
const maxLanguages = 32

// word is what is known of a single word.
type word struct {
	id    uint16 // 0: in no phrase
	vocab uint16 // place in heuristics.Vocabulary plus one, 0: not in it
	stops uint16 // index into Lexicon.sets
	start uint16 // state of the automaton after the word alone
}

// node is a state of the automaton; node 0 is the start.
type node struct {
	fail uint16
	next uint16 // which words may follow here or on the way back over fail, by the lowest bits of their ids
	word uint16 // the one that leads to the next node in the list, noWord if none does
	out  uint16 // classes of the phrases that end here, as an index into Lexicon.outs
}

// noWord is larger than the id of any word.
const noWord = math.MaxUint16

// follows is the bit of node.next for a word. Few nodes have more than one
// transition, so that it spares nearly all looks for one that is not there.
func follows(word uint16) uint16 { return 1 << (word % 16) }

// step returns the automaton's state after one more word, which nearly always is
// none that may follow.
func (lx *Lexicon) step(state uint16, w *word) uint16 {
	if lx.nodes[state].next&follows(w.id) == 0 {
		return w.start
	}
	return lx.follow(state, w)
}

// follow is step for a word that may follow. The number of failure links
// followed over a text is bounded by the number of words read.
func (lx *Lexicon) follow(state uint16, w *word) uint16 {
	for {
		n := &lx.nodes[state]
		switch {
		case n.next&follows(w.id) == 0:
			return w.start
		case n.word == w.id:
			return state + 1
		}
		if next := lx.edges.find(state, w.id); next != 0 {
			return next
		}
		state = n.fail
	}
}

// ended returns the classes of the phrases that end with a state, by bit.
func (lx *Lexicon) ended(state uint16) uint32 { return lx.outs[lx.nodes[state].out] }

// Language returns the index of the language with the given two-letter code,
// -1 if there is no table for it.
func (lx *Lexicon) Language(code string) int {
	for i, l := range lx.langs {
		if l == code {
			return i
		}
	}
	return -1
}

// Code is the two-letter code of language i, "" for -1.
func (lx *Lexicon) Code(i int) string {
	if i < 0 {
		return ""
	}
	return lx.langs[i]
}
