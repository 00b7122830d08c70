package scorer

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestHeaviestFirst compares the sorting by digits with that of the library.
func TestHeaviestFirst(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 3))
	var l saidList
	for size := range 200 {
		l.said = l.said[:0]
		for label := range size {
			l.add(float32(random.IntN(400)-200)/100, label) // many of the same weight
			l.add(float32(random.NormFloat64()), label)
		}
		l.add(30, size)
		l.add(-0.5, size)
		want := slices.Clone(l.said)
		slices.SortStableFunc(want, func(a, b said) int { return cmp.Compare(max(b.weight, -b.weight), max(a.weight, -a.weight)) })
		assert.Equal(t, want, l.heaviestFirst())
	}
}

func TestSaidIsRounded(t *testing.T) {
	var l saidList
	for _, weight := range []float32{0.36 * 0.4, -0.36 * 0.4, 0, -1e-9} {
		l.add(weight, 0)
	}
	got := []int32{}
	for _, e := range l.said {
		got = append(got, e.weight)
	}
	assert.Equal(t, []int32{14400, -14400, 0}, got, "hundred-thousandths of a nat; what is no evidence at all is left out")
}
