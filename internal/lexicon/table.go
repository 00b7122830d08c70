package lexicon

// wordTable finds words by their hashes, by open addressing: in places, which
// are many and small, it finds where in the list a word stands. Words of one
// language stand together there.
type wordTable struct {
	places []uint16 // indices into list, 0 where there is none; a fourth is in use, at most
	list   []entry  // the first is the one that is not known
}

type entry struct {
	hash uint64
	word word
}

func newWordTable(words int) wordTable {
	return wordTable{places: make([]uint16, 2*size(words)), list: make([]entry, 1, 1+words)}
}

// find returns the zero word if it is not known.
func (t *wordTable) find(hash uint64) *word { return &t.list[t.index(hash)].word }

// index returns where in the list a word stands, 0 if it is not known. Whether
// it is the processor could not foretell, but that the first place tells; so
// there is one branch for both.
func (t *wordTable) index(hash uint64) int {
	for i := hash; ; i++ {
		p := t.places[i&uint64(len(t.places)-1)]
		if bit(p == 0)|bit(t.list[p].hash == hash) != 0 {
			return int(p)
		}
	}
}

// bit is 1 for true. It takes no branch.
func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// add returns the entry of a word, which is valid until the next is asked for.
func (t *wordTable) add(hash uint64) *word {
	i := t.index(hash)
	if i == 0 {
		i = len(t.list)
		t.list = append(t.list, entry{hash: hash})
		if 4*i > len(t.places) {
			t.places = make([]uint16, 2*len(t.places))
			for j := 1; j < i; j++ {
				t.put(j)
			}
		}
		t.put(i)
	}
	return &t.list[i].word
}

// put notes where a word stands.
func (t *wordTable) put(index int) {
	hash := t.list[index].hash
	i := hash
	for t.places[i&uint64(len(t.places)-1)] != 0 {
		i++
	}
	t.places[i&uint64(len(t.places)-1)] = uint16(index)
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
