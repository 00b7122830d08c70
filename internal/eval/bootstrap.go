package eval

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Intervals come from resamples draws of the pages, always the same ones.
const (
	resamples = 1000
	seed      = 1
	level     = 0.95
)

// Figure is one number with the interval that it would lie in, 95 times of a
// hundred, had other pages of the same kind been drawn.
type Figure struct {
	Group string  `json:"group,omitempty"` // "" for all pages together
	Name  string  `json:"name"`
	Pages int     `json:"pages"`
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// FullName is the name with the group before it: "article.F1".
func (f *Figure) FullName() string {
	if f.Group == "" {
		return f.Name
	}
	return f.Group + "." + f.Name
}

// estimate computes figures of pages, and their intervals by percentiles of
// the bootstrap.
func estimate(group string, pages []*PageScore, totals func([]*PageScore) []figure) []Figure {
	names := totals(pages)
	drawn := draw(len(pages), len(names), func(index []int) []float64 {
		return values(totals(pick(pages, index)))
	})
	list := make([]Figure, len(names))
	for i, f := range names {
		low, high := interval(drawn[i])
		list[i] = Figure{Group: group, Name: f.name, Pages: len(pages), Value: f.value, Low: low, High: high}
	}
	return list
}

// draw calls of with resamples lists of n page numbers, drawn with
// replacement, and returns what it gave, by figure.
func draw(n, figures int, of func(index []int) []float64) [][]float64 {
	r := rand.New(rand.NewPCG(seed, uint64(n)))
	drawn := make([][]float64, figures)
	index := make([]int, n)
	for range resamples {
		for i := range index {
			index[i] = r.IntN(n)
		}
		for i, x := range of(index) {
			drawn[i] = append(drawn[i], x)
		}
	}
	return drawn
}

func pick(pages []*PageScore, index []int) []*PageScore {
	list := make([]*PageScore, len(index))
	for i, at := range index {
		list[i] = pages[at]
	}
	return list
}

func values(figures []figure) []float64 {
	list := make([]float64, len(figures))
	for i, f := range figures {
		list[i] = f.value
	}
	return list
}

// interval returns the percentiles between which level of the values lie.
func interval(list []float64) (low, high float64) {
	slices.Sort(list)
	at := func(q float64) float64 { return list[int(math.Round(q*float64(len(list)-1)))] }
	return at((1 - level) / 2), at((1 + level) / 2)
}
