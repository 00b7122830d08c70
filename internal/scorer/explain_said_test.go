package scorer

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestHeaviestFirst compares the sorting by weight with that of the library.
func TestHeaviestFirst(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 3))
	heavier := func(a, b said) int { return cmp.Compare(size(b.weight), size(a.weight)) }
	var l saidList
	for number := range 300 {
		l.said = l.said[:0]
		var short []said
		for label := range number {
			l.add(random.Int32N(400)-200, label) // many of the same weight
			short = insert(short, said{random.Int32N(20) - 10, int32(label)})
		}
		l.add(drawers+10, number)
		l.add(-drawers-20, number)
		l.add(-50, number)
		assert.Equal(t, slices.SortedStableFunc(slices.Values(l.said), heavier), l.heaviestFirst())
		assert.True(t, slices.IsSortedFunc(short, func(a, b said) int {
			return cmp.Or(heavier(a, b), cmp.Compare(a.label, b.label))
		}), "so is a short list, in the order in which they came")
	}
}

func TestSaidIsRounded(t *testing.T) {
	var x Explainer
	for _, weight := range []float32{0.36 * 0.4, -0.36 * 0.4, 0, -1e-9} {
		x.add(weight, "", "")
	}
	got := []int32{}
	for _, e := range x.others {
		got = append(got, e.weight)
	}
	assert.Equal(t, []int32{14400, -14400, 0}, got, "hundred-thousandths of a nat; what is no evidence at all is left out")
}
