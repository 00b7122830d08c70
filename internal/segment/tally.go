package segment

import "hash/maphash"

// tally numbers or counts things by a hash of 64 bits, by open addressing. It
// keeps its memory between uses.
type tally struct {
	seed  maphash.Seed // of texts
	keys  []uint64     // 0: empty; the length is a power of two
	value []int32
}

// reset makes room for n things and forgets all that were there.
func (t *tally) reset(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	if cap(t.keys) < size {
		t.seed, t.keys, t.value = maphash.MakeSeed(), make([]uint64, size), make([]int32, size)
		return
	}
	t.keys, t.value = t.keys[:size], t.value[:size]
	clear(t.keys)
	clear(t.value)
}

// at returns the value for a key, 0 at first. It must not be asked for more
// keys than there is room for.
func (t *tally) at(key uint64) *int32 {
	key = max(key, 1)
	mask := uint64(len(t.keys) - 1)
	const golden = 0x9E3779B97F4A7C15 // 2^64 over the golden ratio: the high bits depend on all of the key
	i := key * golden >> 32 & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	t.keys[i] = key
	return &t.value[i]
}

// text returns the value for a text.
func (t *tally) text(s string) *int32 { return t.at(maphash.String(t.seed, s)) }

// mix makes one key of two.
func mix(a, b uint64) uint64 {
	a = (a ^ b<<32 ^ b>>32) * fnvPrime
	return a ^ a>>29 + b
}
