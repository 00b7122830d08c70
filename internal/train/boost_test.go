package main

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// crossed are blocks that are body if exactly one of two features is high:
// what a sum of weights cannot say and trees can.
func crossed() (rows [][]float32, yes []bool) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 4000 {
		a, b := random.Float32(), random.Float32()
		rows = append(rows, []float32{a, b, random.Float32()})
		yes = append(yes, (a < 0.5) != (b < 0.5))
	}
	return rows, yes
}

func grown(rows [][]float32, yes []bool) []model.Tree {
	use, zero, one := make([]int, len(rows)), make([]float32, len(rows)), make([]float32, len(rows))
	for i := range use {
		use[i], one[i] = i, 1
	}
	return boost(bin(rows), use, yes, zero, one, boostOptions{trees: 30, depth: 3, rate: 0.3, rows: 0.5, columns: 0.9, ridge: 1, leastSum: 1})
}

func TestBoostLearnsWhatSumsCannot(t *testing.T) {
	rows, yes := crossed()
	trees := grown(rows[:3000], yes[:3000])
	right := 0
	for i := 3000; i < 4000; i++ {
		sum := float32(0)
		for _, tree := range trees {
			sum += tree.Leaf(rows[i])
		}
		if (sum > 0) == yes[i] {
			right++
		}
	}
	assert.Greater(t, right, 930, "of 1000 that were not fitted on")
}

func TestBoostTwice(t *testing.T) {
	rows, yes := crossed()
	assert.Equal(t, grown(rows, yes), grown(rows, yes), "the same data gives the same trees")
}

func TestBin(t *testing.T) {
	m := bin([][]float32{{0, 7}, {1, 7}, {2, 7}, {3, 7}})
	assert.Empty(t, m.cuts[1], "what is the same everywhere is not asked about")
	assert.IsNonDecreasing(t, m.cuts[0])
	assert.IsNonDecreasing(t, m.bins[0], "levels keep the order of values")
	assert.Empty(t, bin(nil).bins)
}
