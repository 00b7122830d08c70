package lexicon

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// maxLanguages is the number of bits in a set of languages.
const maxLanguages = 32

// loader gathers the tables. Words are known by their hashes.
type loader struct {
	words map[uint64]*entry
	ids   int // words in phrases
	nodes []node
	edges map[edge]int // to nodes
	next  [][]child    // by node, in the order of the tables
}

// entry is a word while tables are read.
type entry struct {
	id, vocab int
	stops     uint32 // bit i: a stopword of language i
}

type edge struct{ from, word int }

type child struct{ word, to int }

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
	lx := &Lexicon{}
	ld := newLoader()
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
		for _, hash := range split(w) {
			ld.word(hash).vocab = i + 1
		}
	}
	if err := ld.freeze(lx); err != nil {
		return nil, err
	}
	return lx, nil
}

func newLoader() *loader {
	return &loader{words: map[uint64]*entry{}, nodes: make([]node, 1), edges: map[edge]int{}, next: make([][]child, 1)}
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
			for _, hash := range split(line) {
				ld.word(hash).stops |= 1 << lang
			}
		default:
			ld.addPhrase(class, split(line))
		}
	}
	return nil
}

func (ld *loader) word(hash uint64) *entry {
	w := ld.words[hash]
	if w == nil {
		w = &entry{}
		ld.words[hash] = w
	}
	return w
}

func (ld *loader) addPhrase(class int, words []uint64) {
	if len(words) == 0 {
		return
	}
	state := 0
	for _, hash := range words {
		w := ld.word(hash)
		if w.id == 0 {
			ld.ids++
			w.id = ld.ids
		}
		key := edge{state, w.id}
		next, ok := ld.edges[key]
		if !ok {
			next = len(ld.nodes)
			ld.nodes = append(ld.nodes, node{})
			ld.next = append(ld.next, nil)
			ld.edges[key] = next
			ld.next[state] = append(ld.next[state], child{w.id, next})
		}
		state = next
	}
	ld.nodes[state].out |= 1 << class
}

// link sets the failure links, breadth first: a node's link is the longest
// proper suffix of its phrase that is the beginning of another.
func (ld *loader) link() {
	queue := []int{0}
	for len(queue) > 0 {
		from := queue[0]
		queue = queue[1:]
		for _, c := range ld.next[from] {
			if from != 0 {
				fail := ld.step(int(ld.nodes[from].fail), c.word)
				ld.nodes[c.to].fail = uint16(fail)
				ld.nodes[c.to].out |= ld.nodes[fail].out
			}
			queue = append(queue, c.to)
		}
	}
}

func (ld *loader) step(state, word int) int {
	for {
		if next, ok := ld.edges[edge{state, word}]; ok {
			return next
		}
		if state == 0 {
			return 0
		}
		state = int(ld.nodes[state].fail)
	}
}

// freeze moves everything into the lexicon's tables. There can be no more
// words in phrases than states.
func (ld *loader) freeze(lx *Lexicon) error {
	if len(ld.nodes) > math.MaxUint16 {
		return fmt.Errorf("%d states of cue phrases, at most %d fit", len(ld.nodes), math.MaxUint16)
	}
	ld.link()
	lx.nodes = ld.nodes
	lx.edges = newEdgeTable(len(ld.edges))
	for from, list := range ld.next {
		for _, c := range list {
			if from != 0 {
				lx.edges.put(uint16(from), uint16(c.word), uint16(c.to))
			}
		}
	}
	lx.sets = []uint32{0}
	lx.words = newWordTable(len(ld.words))
	for hash, w := range ld.words {
		set := slices.Index(lx.sets, w.stops)
		if set < 0 {
			set = len(lx.sets)
			lx.sets = append(lx.sets, w.stops)
		}
		start := 0
		if w.id != 0 {
			start = ld.edges[edge{0, w.id}]
		}
		lx.words.put(hash, word{uint16(w.id), uint16(w.vocab), uint16(set), uint16(start)})
	}
	return nil
}

// split cuts a phrase of a table as [Reader.Read] cuts text, and returns the
// hashes of its words.
func split(phrase string) []uint64 {
	var words []uint64
	s := scanner{text: phrase, runes: runes()}
	for s.next() {
		words = append(words, s.hash)
	}
	return words
}
