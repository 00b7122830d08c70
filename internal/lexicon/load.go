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
	ids     int               // words in phrases
	sets    map[uint32]uint16 // of languages, by their bits: index into Lexicon.sets
	lx      *Lexicon
	nodes   []node
	grown   []grown // how each node came to be
	edges   edgeTable
	scanned []uint64 // hashes of the words of one line
}

// grown is where a node hangs: parents come before their children.
type grown struct{ parent, word, depth uint16 }

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

// newLoader makes room for a number of words and twice as many transitions;
// tables grow beyond that.
func newLoader(words int) *loader {
	return &loader{words: newWordTable(words), sets: map[uint32]uint16{0: 0}, lx: &Lexicon{sets: []uint32{0}},
		nodes: make([]node, 1, 2*words), grown: make([]grown, 1, 2*words), edges: newEdgeTable(2 * words)}
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
			ld.ids++
			w.id = uint16(ld.ids)
		}
		next := ld.edges.find(state, w.id)
		if next == 0 {
			if len(ld.nodes) > math.MaxUint16 {
				return errFull
			}
			next = uint16(len(ld.nodes))
			ld.nodes = append(ld.nodes, node{})
			ld.grown = append(ld.grown, grown{state, w.id, uint16(depth)})
			if 2*len(ld.nodes) > len(ld.edges) {
				ld.edges = ld.edges.grow()
			}
			ld.edges.put(state, w.id, next)
			ld.nodes[state].next |= follows(w.id)
		}
		if state == 0 {
			w.start = next
		}
		state = next
	}
	ld.nodes[state].out |= 1 << class
	return nil
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
		ld.nodes[i].out |= ld.nodes[fail].out
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
		if next := ld.edges.find(state, word); next != 0 {
			return next
		}
		if state == 0 {
			return 0
		}
		state = ld.nodes[state].fail
	}
}

// finish returns the lexicon of all that was added.
func (ld *loader) finish() *Lexicon {
	ld.nodes[0].next = 0 // word.start says it
	ld.link()
	ld.lx.words, ld.lx.edges, ld.lx.nodes = ld.words, ld.edges, ld.nodes
	return ld.lx
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
