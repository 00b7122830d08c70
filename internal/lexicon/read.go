package lexicon

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Span kinds, as bits.
const (
	InLink = 1 << iota
	InBold
	InItalic
)

// Span says that from byte Pos of a block's text on, the inline elements in
// Kinds are open.
type Span struct {
	Pos   int
	Kinds uint8
}

// Reader reads the blocks of one page after the other. Its zero value is ready
// for the first page.
type Reader struct {
	lx    *Lexicon
	runes *runeTable
	more  *Lexicon           // phrases beyond those of lx, nil if there are none
	words []heuristics.Level // of all blocks: the first known are
	known int
	seen  []int32 // by word.vocab: the last block that has it, plus one
	turn  int32
	stops []uint16 // of the stopwords of all blocks in order, be they of any language, as indices into Lexicon.sets: the first heard are
	heard int
	bySet []int32 // how often each of Lexicon.sets stands in stops
}

// Reset makes the reader ready for another page. Pages read before must not be
// in use any more, since their vocabulary is overwritten. Phrases of more, if
// it is not nil, count like the built-in ones; what both have counts once.
func (r *Reader) Reset(more *Lexicon) {
	r.more, r.known, r.heard = more, 0, 0
}

// How many characters of a script that does not space its words make the
// reading of one word. Chinese and Japanese: translators reckon with 1.5 to 2
// characters a word of English. Thai and its neighbours: a mean word of four
// to five characters, marks included.
const (
	ideogramsPerWord = 2
	unspacedPerWord  = 5
)

// Read goes over b.Text once and sets every count of b that depends on words.
// Stopwords are those of any language, until [Reader.Finish] knows which. b must
// not have been read before.
func (r *Reader) Read(b *heuristics.Block, spans []Span) {
	if r.lx == nil {
		r.lx, r.runes = Default(), runes()
		r.seen = make([]int32, 1+len(heuristics.Vocabulary()))
	}
	c := counter{s: scanner{text: b.Text, runes: r.runes}}
	r.turnTo()
	known, heard := r.known, r.heard
	for c.s.next() {
		for len(spans) > 0 && spans[0].Pos <= c.s.start {
			c.kinds = spans[0].Kinds
			spans = spans[1:]
		}
		c.units++
		c.count(b)
		w := r.lx.words.find(c.s.hash)
		if r.heard == len(r.stops) {
			r.stops = withRoom(r.stops, r.heard)
		}
		r.know(w)
		c.state = r.lx.step(c.state, w)
		out := r.lx.ended(c.state)
		if r.more != nil {
			c.moreState = r.more.step(c.moreState, r.more.words.find(c.s.hash))
			out |= r.more.ended(c.moreState)
		}
		if out != 0 {
			addCues(b, out)
		}
	}
	b.Units, b.Stopwords = c.units, r.heard-heard
	r.known = min(r.known, known+mostVocabulary)
	b.Vocabulary = r.words[known:r.known:r.known]
	c.finish(b)
	b.Start, b.End = startKind(b.Text), endKind(b.Text)
}

// mostVocabulary is how many words of a block are taken for its vocabulary, as
// many as a paragraph of some hundred words has. All of a block of a thousand
// would be evidence for everything: it is a bit of everything.
const mostVocabulary = 64

// turnTo makes ready for the next block.
func (r *Reader) turnTo() {
	r.turn++
	r.seen[0] = r.turn // what is not in the vocabulary is never new
	r.words = withRoom(r.words, r.known+len(r.seen))
}

// withRoom makes a list as long as it can be, and longer than n.
func withRoom[T any](list []T, n int) []T {
	if n < len(list) {
		return list
	}
	list = slices.Grow(list, n+1-len(list))
	return list[:cap(list)]
}

// know notes what a word is besides a part of phrases. It asks for nothing:
// whether a word is a stopword, or in the vocabulary, the processor could not
// foretell.
func (r *Reader) know(w *word) {
	r.stops[r.heard] = w.stops
	r.heard += bit(w.stops != 0)
	r.words[r.known] = heuristics.Level(w.vocab - 1)
	r.known += bit(r.seen[w.vocab] != r.turn)
	r.seen[w.vocab] = r.turn
}

// otherLanguage is how many times more stopwords another language must have
// before it is believed over the declared one.
const otherLanguage = 1.5

// Finish counts the stopwords of all blocks that were read, in that order, and
// returns the code of their language: the declared one, unless the text says
// otherwise; "" if there is no table for it.
func (r *Reader) Finish(blocks []heuristics.Block, declared string) string {
	if r.lx == nil {
		return Default().Code(Default().Language(declared)) // there was no block
	}
	lang := r.language(r.lx.Language(declared))
	if lang < 0 {
		return "" // no word is a stopword of any language
	}
	stops := r.stops
	for i := range blocks {
		b := &blocks[i]
		count := 0
		for _, set := range stops[:b.Stopwords] {
			count += int(r.lx.sets[set] >> uint(lang) & 1)
		}
		b.Stopwords, stops = count, stops[b.Stopwords:]
	}
	return r.lx.Code(lang)
}

// language is the language with most stopwords on the page, or the declared
// one where that is not much worse.
func (r *Reader) language(declared int) int {
	r.bySet = append(r.bySet[:0], make([]int32, len(r.lx.sets))...)
	for _, set := range r.stops[:r.heard] {
		r.bySet[set]++
	}
	var stops [maxLanguages]int
	for set, n := range r.bySet {
		for m := r.lx.sets[set]; n > 0 && m != 0; m &= m - 1 {
			stops[bits.TrailingZeros32(m)] += int(n)
		}
	}
	best := -1
	for i, n := range stops {
		if n > 0 && (best < 0 || n > stops[best]) {
			best = i
		}
	}
	if best < 0 || declared >= 0 && float64(stops[best]) < otherLanguage*float64(stops[declared]) {
		return declared
	}
	return best
}

// counter is the state of reading one block.
type counter struct {
	s     scanner
	kinds uint8
	units int

	state, moreState uint16 // of the automata

	halves, halfLinks, halfBold, halfItalic int // ideograms
	fifths, fifthLinks                      int // characters of unspaced scripts
	inHangul                                bool
}

// addCues counts the phrases that end with a word, given by the bits of their
// classes.
func addCues(b *heuristics.Block, out uint32) {
	b.CueSet |= heuristics.CueSet(out)
	for ; out != 0; out &= out - 1 {
		if n := &b.Cues[bits.TrailingZeros32(out)]; *n < 255 {
			*n++
		}
	}
}

// count adds the unit to the amounts of reading.
func (c *counter) count(b *heuristics.Block) {
	if c.s.kind == spaced {
		c.inHangul = false
	} else if !c.countOther() {
		return
	}
	b.Words++
	if c.kinds != 0 {
		b.LinkWords += int(c.kinds / InLink & 1)
		b.BoldWords += int(c.kinds / InBold & 1)
		b.ItalicWords += int(c.kinds / InItalic & 1)
	}
	k := c.s.first
	b.Capitals += int(k / isCapital & 1)
	b.Cased += int(k/isCapital&1 | k/isSmall&1)
	if k&isDecimal != 0 {
		b.Numbers++
		if c.s.chars == 4 && isYear(b.Text[c.s.start:]) {
			b.Dates |= heuristics.DateYear
		}
	}
}

// countOther adds a unit of a script that does not space its words, and tells
// whether it begins a word all the same.
func (c *counter) countOther() bool {
	hangulBefore := c.inHangul && c.s.glued
	c.inHangul = c.s.kind == hangul
	switch c.s.kind {
	case ideogram:
		c.halves++
		if c.kinds&InLink != 0 {
			c.halfLinks++
		}
		if c.kinds&InBold != 0 {
			c.halfBold++
		}
		if c.kinds&InItalic != 0 {
			c.halfItalic++
		}
		return false
	case unspaced:
		c.fifths += c.s.chars
		if c.kinds&InLink != 0 {
			c.fifthLinks += c.s.chars
		}
		return false
	}
	return !hangulBefore // otherwise a further syllable of the same word
}

func isYear(word string) bool {
	return strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20")
}

// finish turns the characters of scripts without spaces into words.
func (c *counter) finish(b *heuristics.Block) {
	words := func(halves, fifths int) int {
		return (halves+ideogramsPerWord-1)/ideogramsPerWord + (fifths+unspacedPerWord-1)/unspacedPerWord
	}
	b.Sentences, b.Commas, b.Dates = c.s.sentences, c.s.commas, b.Dates|c.s.dates
	b.Strokes, b.Dots, b.CurrencySigns = c.s.strokes, c.s.dots, c.s.currency
	if c.s.addresses {
		b.AddressWords = min(wordsInAddresses(b.Text, c.s.runes), b.Words)
	}
	b.Words += words(c.halves, c.fifths)
	b.LinkWords += words(c.halfLinks, c.fifthLinks)
	b.BoldWords += words(c.halfBold, 0)
	b.ItalicWords += words(c.halfItalic, 0)
	if b.Cues[heuristics.CueMonth] > 0 {
		b.Dates |= heuristics.DateMonth
	}
	if b.Cues[heuristics.CueWeekday] > 0 {
		b.Dates |= heuristics.DateWeekday
	}
}
