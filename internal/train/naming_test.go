package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestNamesOf: a name of the text speaks for it, one of other things against;
// what stands around both tells nothing, nor does a fold that is left out or the
// other side.
func TestNamesOf(t *testing.T) {
	const prose, menu, page, secret, product = 0, 1, 2, 3, 4
	doc := func(fold int, story bool, first uint16) namedDoc {
		return namedDoc{fold: fold, story: story, parent: []int{-1, 0, 0},
			tokens: [][]uint16{{page}, {first}, {menu}}, yes: []float64{0, 300, 0}, no: []float64{0, 0, 300}}
	}
	var list []namedDoc
	for range 200 {
		list = append(list, doc(0, true, prose), doc(1, true, secret), doc(0, false, product))
	}
	weights := namesOf(list, 5, 1, true)
	assert.Greater(t, weights[prose], 0.5)
	assert.Less(t, weights[menu], -0.5)
	assert.InDelta(t, 0, weights[page], 0.2)
	assert.Zero(t, weights[secret], "of the fold that is left out")
	assert.Zero(t, weights[product], "of pages of other kinds")
	assert.Equal(t, weights, namesOf(list, 5, 1, true), "the same again")
}
