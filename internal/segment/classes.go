package segment

import (
	"hash/maphash"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/hashed"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// classTable remembers what class and id attributes mean, so that each is read
// once a distinct value. Values are known by their hashes, which depend on a
// seed that no page can know; no text of a page is kept. The meaning of a
// class is the same on every page.
type classTable struct {
	seed maphash.Seed
	list hashed.Table[uint64, class]
	used int
}

// class is what an attribute means.
type class struct {
	marks     heuristics.Marks
	signature uint64 // of its letters, digits left out: post-1 and post-2 are alike
}

// How many values there is room for at first, and at most. A table that is full is
// forgotten: sites that make up a class for every element do not return.
const (
	firstClasses = 1 << 8
	maxClasses   = 1 << 12
)

func (t *classTable) look(names string) class {
	if t.list == nil {
		t.seed, t.list = maphash.MakeSeed(), hashed.New[uint64, class](firstClasses)
	}
	hash := max(maphash.String(t.seed, names), 1)
	s := t.list.At(hash)
	if s.Hash == hash {
		return s.Value
	}
	if t.used++; 2*t.used > len(t.list) {
		t.grow()
		s = t.list.At(hash)
	}
	s.Hash, s.Value = hash, class{lexicon.Marks(names), signature(names)}
	return s.Value
}

func (t *classTable) grow() {
	old := t.list
	t.used = 1
	if len(old) >= 2*maxClasses {
		clear(old)
		return
	}
	t.list = hashed.New[uint64, class](len(old))
	for _, s := range old {
		if s.Hash != 0 {
			*t.list.At(s.Hash) = s
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
func fnv[T string | []byte](h uint64, s T) uint64 {
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
