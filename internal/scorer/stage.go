package scorer

import (
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// stage numbers all levels of a list of measures in one row after the other.
// Row 0 is the prior.
type stage struct {
	first   []int // row of level 0, by measure
	weights []model.Weights
	packed  []packed // the same
}

// measure is a name to look weights up by, and how many levels there are.
type measure struct {
	name   string
	levels int
}

func newStage(measures []measure, t *model.Table) stage {
	rows := 1
	for _, m := range measures {
		rows += m.levels
	}
	st := stage{weights: append(make([]model.Weights, 0, rows), t.Prior)}
	for _, m := range measures {
		st.first = append(st.first, len(st.weights))
		rows := t.Levels(m.name)
		for l := range m.levels {
			var w model.Weights
			if l < len(rows) {
				w = rows[l]
			}
			st.weights = append(st.weights, w)
		}
	}
	st.packed = make([]packed, len(st.weights))
	for i := range st.weights {
		st.packed[i] = settle(&st.weights[i])
	}
	return st
}

// sum adds up the prior and the given rows.
func sum(weights []packed, rows []uint16) packed {
	sum := weights[0]
	for _, row := range rows {
		sum.add(&weights[row])
	}
	return sum
}
