// Package lexicon holds what is known about words: stopwords and cue phrases
// by language, and the class and id tokens that sites use. [Reader.Read]
// goes over a block's text once and fills in all counts that depend on words.
//
// All phrases of all languages stand in one automaton over words (Aho and
// Corasick, 1975), so that a page costs one look-up a word however many lists
// there are.
package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"sync"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

//go:embed data/*.txt
var data embed.FS

// Default returns the built-in lexicon. It is read when it is first needed.
var Default = sync.OnceValue(func() *Lexicon {
	lx, err := load(data)
	if err != nil {
		panic("lexicon: the embedded tables are broken: " + err.Error()) // a test reads them all
	}
	return lx
})

// Lexicon is read-only once loaded.
type Lexicon struct {
	langs []string        // two-letter codes, at most 32, in file order
	words map[string]word // while loading
	slots []slot          // the words by hash, open addressing
	ids   int32           // words in phrases
	edges map[edge]int32
	nodes []node
}

// word is what is known of a single word.
type word struct {
	id    int32  // 0: in no phrase
	vocab int32  // place in heuristics.Vocabulary plus one, 0: not in it
	stops uint32 // bit i: a stopword of langs[i]
	start int32  // state of the automaton after the word alone
}

// slot holds a word by the hash of its letters. Hashes of 64 bits stand for
// the words themselves: among twenty thousand words the odds of a clash are
// one to a hundred billion, and a test looks for one.
type slot struct {
	hash uint64 // 0: empty
	word word
}

type edge struct{ from, word int32 }

// node is a state of the automaton; node 0 is the start.
type node struct {
	fail int32
	out  uint32 // classes of the phrases that end here, by bit
}

// maxLanguages is the number of bits in word.stops.
const maxLanguages = 32

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
	lx := &Lexicon{words: map[string]word{}, edges: map[edge]int32{}, nodes: make([]node, 1)}
	for i, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		lx.langs = append(lx.langs, strings.TrimSuffix(strings.TrimPrefix(name, "data/"), ".txt"))
		if err := lx.addFile(i, string(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	lx.link()
	for i, w := range heuristics.Vocabulary() {
		entry := lx.words[w]
		entry.vocab = int32(i + 1)
		lx.words[w] = entry
	}
	lx.freeze()
	return lx, nil
}

func (lx *Lexicon) addFile(lang int, text string) error {
	class, known := 0, false
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			if class, known = sections[strings.Trim(line, "[]")]; !known {
				return fmt.Errorf("line %d: no section is called %s", n+1, line)
			}
		case !known:
			return fmt.Errorf("line %d: %q stands before the first section", n+1, line)
		case class == stopwords:
			for _, w := range split(line) {
				entry := lx.words[w]
				entry.stops |= 1 << lang
				lx.words[w] = entry
			}
		default:
			lx.addPhrase(class, split(line))
		}
	}
	return nil
}

func (lx *Lexicon) addPhrase(class int, words []string) {
	if len(words) == 0 {
		return
	}
	state := int32(0)
	for _, w := range words {
		entry := lx.words[w]
		if entry.id == 0 {
			lx.ids++
			entry.id = lx.ids
			lx.words[w] = entry
		}
		key := edge{state, entry.id}
		next, ok := lx.edges[key]
		if !ok {
			next = int32(len(lx.nodes))
			lx.nodes = append(lx.nodes, node{})
			lx.edges[key] = next
		}
		state = next
	}
	lx.nodes[state].out |= 1 << class
}

// link sets the failure links, breadth first: a node's link is the longest
// proper suffix of its phrase that is the beginning of another.
func (lx *Lexicon) link() {
	type child struct {
		word, to int32
	}
	children := make([][]child, len(lx.nodes))
	for e, to := range lx.edges {
		children[e.from] = append(children[e.from], child{e.word, to})
	}
	queue := []int32{0}
	for len(queue) > 0 {
		from := queue[0]
		queue = queue[1:]
		sort.Slice(children[from], func(i, j int) bool { return children[from][i].to < children[from][j].to })
		for _, c := range children[from] {
			if from != 0 {
				lx.nodes[c.to].fail = lx.step(lx.nodes[from].fail, c.word)
				lx.nodes[c.to].out |= lx.nodes[lx.nodes[c.to].fail].out
			}
			queue = append(queue, c.to)
		}
	}
}

// freeze moves the words into their slots.
func (lx *Lexicon) freeze() {
	size := 1
	for size < 2*len(lx.words) {
		size *= 2
	}
	lx.slots = make([]slot, size)
	for text, w := range lx.words {
		w.start = lx.edges[edge{0, w.id}]
		if w.id == 0 {
			w.start = 0
		}
		s := scanner{text: text}
		s.next()
		i := s.hash & uint64(size-1)
		for lx.slots[i].hash != 0 {
			i = (i + 1) & uint64(size-1)
		}
		lx.slots[i] = slot{s.hash, w}
	}
	lx.words = nil
}

// find looks a word up by its hash. The zero word is not known.
func (lx *Lexicon) find(hash uint64) word {
	mask := uint64(len(lx.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		switch lx.slots[i].hash {
		case hash:
			return lx.slots[i].word
		case 0:
			return word{}
		}
	}
}

// step is the automaton's transition. The number of failure links followed
// over a text is bounded by the number of words read.
func (lx *Lexicon) step(state, id int32) int32 {
	for {
		if next, ok := lx.edges[edge{state, id}]; ok {
			return next
		}
		if state == 0 {
			return 0
		}
		state = lx.nodes[state].fail
	}
}

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

// split cuts a phrase of a table as [Reader.Read] cuts text.
func split(phrase string) []string {
	var words []string
	s := scanner{text: phrase}
	for s.next() {
		words = append(words, string(s.word()))
	}
	return words
}
