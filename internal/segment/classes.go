package segment

import (
	"hash/maphash"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// classTable remembers what class and id attributes mean, so that each is read
// once a distinct value. Values are known by their hashes, which depend on a
// seed that no page can know; no text of a page is kept. The meaning of a
// class is the same on every page.
type classTable struct {
	seed maphash.Seed
	list []class // by hash, open addressing; its length is a power of two
	used int
}

// class is what an attribute means.
type class struct {
	hash      uint64 // 0: empty
	marks     heuristics.Marks
	signature uint64 // of its letters, digits left out: post-1 and post-2 are alike
}

// Sizes of the table, in entries. Half of them are empty. A table that is full
// is forgotten: sites that make up a class for every element do not return.
const (
	firstClasses = 1 << 9
	maxClasses   = 1 << 13
)

func (t *classTable) look(names string) class {
	if t.list == nil {
		t.seed, t.list = maphash.MakeSeed(), make([]class, firstClasses)
	}
	hash := max(maphash.String(t.seed, names), 1)
	i := t.place(hash)
	if t.list[i].hash == hash {
		return t.list[i]
	}
	if t.used++; 2*t.used > len(t.list) {
		t.grow()
		i = t.place(hash)
	}
	t.list[i] = class{hash, lexicon.Marks(names), signature(names)}
	return t.list[i]
}

// place returns where a hash stands or may be put.
func (t *classTable) place(hash uint64) uint64 {
	mask := uint64(len(t.list) - 1)
	i := hash & mask
	for t.list[i].hash != 0 && t.list[i].hash != hash {
		i = (i + 1) & mask
	}
	return i
}

func (t *classTable) grow() {
	old := t.list
	t.used = 1
	if len(old) >= maxClasses {
		clear(old)
		return
	}
	t.list = make([]class, 2*len(old))
	for _, c := range old {
		if c.hash != 0 {
			t.list[t.place(c.hash)] = c
			t.used++
		}
	}
}

// FNV-1a, 64 bits.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// fnv goes on with a hash.
func fnv(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// signature is the hash of a class attribute, digits left out.
func signature(names string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(names); i++ {
		if c := names[i]; c < '0' || c > '9' {
			h = (h ^ uint64(c)) * fnvPrime
		}
	}
	return h
}
