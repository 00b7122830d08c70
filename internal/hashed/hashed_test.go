package hashed_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/hashed"
)

func TestNew(t *testing.T) {
	for _, c := range []struct {
		things, want int
		reason       string
	}{
		{0, 1, "an empty table has an empty place"},
		{1, 2, "half of it stays empty"},
		{8, 16, "a power of two as it is"},
		{9, 32, "and the next where it is not"},
	} {
		assert.Len(t, hashed.New[uint32, int](c.things), c.want, c.reason)
	}
}

// TestTable compares a table with a map, with hashes of which many begin at the
// same place.
func TestTable(t *testing.T) {
	const things = 500
	random := rand.New(rand.NewPCG(1, 2))
	table, want := hashed.New[uint64, int](things), map[uint64]int{}
	for i := range things {
		hash := random.Uint64N(4)<<32 | random.Uint64N(300) + 1
		s := table.At(hash)
		_, known := want[hash]
		assert.Equal(t, known, s.Hash == hash, "%x is there from the first time on", hash)
		s.Hash, s.Value = hash, i
		want[hash] = i
	}
	for hash, value := range want {
		assert.Equal(t, value, table.At(hash).Value, "%x", hash)
	}
	assert.Zero(t, table.At(1<<63|1).Hash, "a hash that was never put")
}
