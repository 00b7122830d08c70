package scorer

import (
	"sync"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// stage numbers all levels of a list of measures in one row after the other.
// Row 0 is the prior.
type stage struct {
	first   []int // row of level 0, by measure
	packed  []packed
	weights func() *roleWeights // the same by role, made when a reason is first asked for
}

// roleWeights are hundredths of a nat by row, for each role.
type roleWeights [heuristics.NumRoles][]int16

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
	st := stage{packed: make([]packed, 0, rows)}
	st.add(t.Prior.Centis())
	for _, m := range measures {
		st.first = append(st.first, len(st.packed))
		levels := t.Rows(m.name)
		for _, c := range levels[:min(m.levels, len(levels))] {
			st.add(c)
		}
		st.packed = st.packed[:st.first[len(st.first)-1]+m.levels] // what the table does not know says nothing
	}
	list := st.packed
	st.weights = sync.OnceValue(func() *roleWeights { return byRole(list) })
	return st
}

func (st *stage) add(row model.Centis) {
	n := hundredthsOf(&row)
	st.packed = append(st.packed, n.pack())
}

func byRole(rows []packed) *roleWeights {
	w := &roleWeights{}
	for r := range w {
		w[r] = make([]int16, len(rows))
	}
	for row := range rows {
		for r, x := range rows[row].unpack() {
			w[r][row] = int16(x)
		}
	}
	return w
}

// sum adds up the prior and the given rows, in registers.
func sum(weights []packed, rows []uint16) packed {
	w := &weights[0]
	a, b, c, d, e, f := w[0], w[1], w[2], w[3], w[4], w[5]
	for _, row := range rows {
		w := &weights[row]
		a, b, c, d, e, f = a+w[0], b+w[1], c+w[2], d+w[3], e+w[4], f+w[5]
	}
	return packed{a, b, c, d, e, f}
}
