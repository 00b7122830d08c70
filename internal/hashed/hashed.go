// Package hashed finds things by hashes that their owners have made, by open
// addressing: a thing stands at the lowest bits of its hash or at the next free
// place. A map would hash the hash once more.
//
// Only what has a hash of its own belongs here, all bits of which tell. Tables
// that have more to say (indices, keys of two parts) stand where they are used.
package hashed

// Hash is a hash of a thing. None is 0, which marks an empty place.
type Hash interface{ ~uint32 | ~uint64 }

// Slot is a place for a thing.
type Slot[H Hash, V any] struct {
	Hash  H // 0: empty
	Value V
}

// Table holds things by their hashes. Its length is a power of two, and one place
// at least has to stay empty; at half of them a thing is found at the first or
// second look.
type Table[H Hash, V any] []Slot[H, V]

// New makes a table of which so many things fill half at most.
func New[H Hash, V any](things int) Table[H, V] {
	size := 1
	for size < 2*things {
		size *= 2
	}
	return make(Table[H, V], size)
}

// At returns the place where a hash stands or, if it is empty, may be put.
func (t Table[H, V]) At(hash H) *Slot[H, V] {
	mask := H(len(t) - 1)
	i := hash & mask
	for t[i].Hash != 0 && t[i].Hash != hash {
		i = (i + 1) & mask
	}
	return &t[i]
}
