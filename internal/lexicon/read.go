package lexicon

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

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

// Reader reads the blocks of one page.
type Reader struct {
	Stops [maxLanguages]int // words of the page that are stopwords, by language

	lx    *Lexicon
	more  *Lexicon           // phrases beyond those of lx, nil if there are none
	lang  uint32             // stopwords of these languages count
	words []heuristics.Level // of all blocks
	seen  []int32            // by vocabulary word: the last block that has it, plus one
	turn  int32
}

// NewReader returns a reader that counts stopwords of language lang, see
// [Lexicon.Language]; -1 is any language. Phrases of more, if it is not nil,
// count like those of lx; where both have one, it counts once.
func (lx *Lexicon) NewReader(lang int, more *Lexicon) *Reader {
	r := &Reader{lx: lx, more: more, lang: ^uint32(0), seen: make([]int32, len(heuristics.Vocabulary()))}
	if lang >= 0 {
		r.lang = 1 << lang
	}
	return r
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
func (r *Reader) Read(b *heuristics.Block, spans []Span) {
	c := counter{Reader: r}
	c.s.text = b.Text
	r.turn++
	first := len(r.words)
	for c.s.next() {
		for c.span < len(spans) && spans[c.span].Pos <= c.s.start {
			c.kinds = spans[c.span].Kinds
			c.span++
		}
		c.unit(b)
	}
	b.Vocabulary = r.words[first:len(r.words):len(r.words)]
	c.finish(b)
	b.Cues = c.cues
	shape(b)
}

// counter is the state of reading one block.
type counter struct {
	*Reader
	s     scanner
	span  int
	kinds uint8
	cues  heuristics.Cues

	state, moreState int32 // of the automata

	halves, halfLinks, halfBold, halfItalic int // ideograms
	fifths, fifthLinks                      int // characters of unspaced scripts
	inHangul                                bool
}

func (r *counter) unit(b *heuristics.Block) {
	b.Units++
	r.count(b)
	entry := r.lx.find(r.s.hash)
	if entry.stops&r.lang != 0 {
		b.Stopwords++
	}
	for m := entry.stops; m != 0; m &= m - 1 {
		r.Stops[bits.TrailingZeros32(m)]++
	}
	if v := entry.vocab; v > 0 && r.seen[v-1] != r.turn {
		r.seen[v-1] = r.turn
		r.words = append(r.words, heuristics.Level(v-1))
	}
	r.state = r.lx.next(r.state, entry)
	out := r.lx.nodes[r.state].out
	if r.more != nil {
		r.moreState = r.more.next(r.moreState, r.more.find(r.s.hash))
		out |= r.more.nodes[r.moreState].out
	}
	b.CueSet |= heuristics.CueSet(out)
	for m := out; m != 0; m &= m - 1 {
		if c := &r.cues[bits.TrailingZeros32(m)]; *c < 255 {
			*c++
		}
	}
}

// count adds the unit to the amounts of reading.
func (r *counter) count(b *heuristics.Block) {
	hangulBefore := r.inHangul && r.s.glued
	r.inHangul = r.s.kind == hangul
	switch r.s.kind {
	case ideogram:
		r.halves++
		if r.kinds&InLink != 0 {
			r.halfLinks++
		}
		if r.kinds&InBold != 0 {
			r.halfBold++
		}
		if r.kinds&InItalic != 0 {
			r.halfItalic++
		}
		return
	case unspaced:
		r.fifths += r.s.runes
		if r.kinds&InLink != 0 {
			r.fifthLinks += r.s.runes
		}
		return
	case hangul:
		if hangulBefore {
			return // a further syllable of the same word
		}
	}
	b.Words++
	if r.kinds&InLink != 0 {
		b.LinkWords++
	}
	if r.kinds&InBold != 0 {
		b.BoldWords++
	}
	if r.kinds&InItalic != 0 {
		b.ItalicWords++
	}
	r.form(b)
}

// form looks at the unit's first character.
func (r *counter) form(b *heuristics.Block) {
	switch c := r.s.first; {
	case c >= '0' && c <= '9', c >= utf8.RuneSelf && unicode.IsDigit(c):
		b.Numbers++
		if r.s.runes == 4 && isYear(b.Text[r.s.start:r.s.pos]) {
			b.Dates |= heuristics.DateYear
		}
	case c >= 'a' && c <= 'z':
		b.Cased++
	case c >= 'A' && c <= 'Z':
		b.Cased++
		b.Capitals++
	case c >= utf8.RuneSelf:
		if unicode.IsUpper(c) {
			b.Cased++
			b.Capitals++
		} else if unicode.IsLower(c) {
			b.Cased++
		}
	}
}

func isYear(word string) bool {
	return strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20")
}

// finish turns the characters of scripts without spaces into words.
func (r *counter) finish(b *heuristics.Block) {
	words := func(halves, fifths int) int {
		return (halves+ideogramsPerWord-1)/ideogramsPerWord + (fifths+unspacedPerWord-1)/unspacedPerWord
	}
	b.Words += words(r.halves, r.fifths)
	b.LinkWords += words(r.halfLinks, r.fifthLinks)
	b.BoldWords += words(r.halfBold, 0)
	b.ItalicWords += words(r.halfItalic, 0)
	if r.cues[heuristics.CueMonth] > 0 {
		b.Dates |= heuristics.DateMonth
	}
	if r.cues[heuristics.CueWeekday] > 0 {
		b.Dates |= heuristics.DateWeekday
	}
}
