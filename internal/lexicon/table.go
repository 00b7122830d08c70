package lexicon

// wordTable finds words by their hashes, by open addressing.
type wordTable []slot

// slot holds a word; four of them share a cache line.
type slot struct {
	hash uint64 // 0: empty
	word word
}

func newWordTable(words int) wordTable { return make(wordTable, size(words)) }

// find returns the zero word if it is not known.
func (t wordTable) find(hash uint64) *word { return &t.slot(hash).word }

// slot returns where a word stands or would be put.
func (t wordTable) slot(hash uint64) *slot {
	for i := hash; ; i++ {
		s := &t[i&uint64(len(t)-1)]
		if s.hash == hash || s.hash == 0 {
			return s
		}
	}
}

func (t wordTable) grow() wordTable {
	larger := make(wordTable, 2*len(t))
	for _, s := range t {
		if s.hash != 0 {
			*larger.slot(s.hash) = s
		}
	}
	return larger
}

// edgeTable finds the transitions of the automaton, by open addressing.
type edgeTable []transition

type transition struct {
	from, word uint16
	to         uint16 // 0: empty
}

func newEdgeTable(edges int) edgeTable { return make(edgeTable, size(edges)) }

func (t edgeTable) put(from, word, to uint16) {
	i := t.place(from, word)
	for t[i].to != 0 {
		i = (i + 1) & uint32(len(t)-1)
	}
	t[i] = transition{from, word, to}
}

// find returns 0 where there is no transition.
func (t edgeTable) find(from, word uint16) uint16 {
	for i := t.place(from, word); ; i = (i + 1) & uint32(len(t)-1) {
		if e := &t[i]; e.to == 0 || e.from == from && e.word == word {
			return e.to
		}
	}
}

func (t edgeTable) grow() edgeTable {
	larger := make(edgeTable, 2*len(t))
	for _, e := range t {
		if e.to != 0 {
			larger.put(e.from, e.word, e.to)
		}
	}
	return larger
}

// place multiplies by 2^32 over the golden ratio (Knuth, volume 3, 6.4), whose
// high bits depend on all bits of the key.
func (t edgeTable) place(from, word uint16) uint32 {
	const golden = 2654435769
	return (uint32(from)<<16 | uint32(word)) * golden >> 8 & uint32(len(t)-1)
}

// size is the power of two that leaves at least half of a table empty.
func size(entries int) int {
	n := 1
	for n < 2*entries {
		n *= 2
	}
	return n
}
