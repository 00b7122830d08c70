package lexicon

import (
	"fmt"
	"io/fs"
	"math"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// maxLanguages is the number of bits in a set of languages.
const maxLanguages = 32

// loader gathers the tables. Words are known by their hashes.
type loader struct {
	words   wordTable
	starts  []uint16          // by word.id: word.start
	sets    map[uint32]uint16 // of languages, by their bits: index into Lexicon.sets
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

const stopwords = -1 // the section that is no cue class

var sections = map[string]int{
	"stopwords":  stopwords,
	"newsletter": int(heuristics.CueNewsletter), "bio": int(heuristics.CueBio),
	"related": int(heuristics.CueRelated), "byline": int(heuristics.CueByline),
	"share": int(heuristics.CueShare), "legal": int(heuristics.CueLegal),
	"comment": int(heuristics.CueComment), "paywall": int(heuristics.CuePaywall),
	"promo": int(heuristics.CuePromo), "caption": int(heuristics.CueCaption),
	"tags": int(heuristics.CueTags), "nav": int(heuristics.CueNav),
	"other": int(heuristics.CueOther), "month": int(heuristics.CueMonth),
	"weekday": int(heuristics.CueWeekday), "we": int(heuristics.CueWe), "you": int(heuristics.CueYou),
}

func load(fsys fs.FS) (*Lexicon, error) {
	names, err := fs.Glob(fsys, "data/??.txt")
	if err != nil {
		return nil, err
	}
	if len(names) > maxLanguages {
		return nil, fmt.Errorf("%d languages, at most %d fit", len(names), maxLanguages)
	}
	ld := newLoader(allWords)
	lx := ld.lx
	for i, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		lx.langs = append(lx.langs, strings.TrimSuffix(strings.TrimPrefix(name, "data/"), ".txt"))
		if err := ld.addFile(i, string(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	for i, w := range heuristics.Vocabulary() {
		for _, hash := range ld.split(w) {
			ld.words.add(hash).vocab = uint16(i + 1)
		}
	}
	return ld.finish(), nil
}

// allWords is about how many words the embedded tables have.
const allWords = 1 << 14

// newLoader makes room for a number of words and half as many transitions;
// tables grow beyond that.
func newLoader(words int) *loader {
	return &loader{words: newWordTable(words), starts: make([]uint16, 1, 1+words), sets: map[uint32]uint16{0: 0}, lx: &Lexicon{sets: []uint32{0}},
		nodes: make([]node, 1, 2*words), grown: make([]grown, 1, 2*words), edges: newEdgeTable(words / 2)}
}

func (ld *loader) addFile(lang int, text string) error {
	class, known := 0, false
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			if class, known = sections[strings.Trim(line, "[]")]; !known {
				return fmt.Errorf("line %d: no section is called %s", n, line)
			}
		case !known:
			return fmt.Errorf("line %d: %q stands before the first section", n, line)
		case class == stopwords:
			for _, hash := range ld.split(line) {
				ld.addStopword(hash, lang)
			}
		default:
			if err := ld.addPhrase(class, ld.split(line)); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	return nil
}

func (ld *loader) addStopword(hash uint64, lang int) {
	w := ld.words.add(hash)
	bits := ld.lx.sets[w.stops] | 1<<lang
	set, ok := ld.sets[bits]
	if !ok {
		set = uint16(len(ld.lx.sets))
		ld.sets[bits] = set
		ld.lx.sets = append(ld.lx.sets, bits)
	}
	w.stops = set
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
