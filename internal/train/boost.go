package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strconv"
	"sync"

	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// boostOptions are the settings of a forest's fit.
type boostOptions struct {
	trees    int
	depth    int     // at most model.Deepest
	rate     float64 // share of the best step that a tree takes
	rows     float64 // share of the blocks that a tree is grown on
	columns  float64 // share of the features that a tree may ask about
	ridge    float64 // pull of a leaf towards 0, in units of curvature
	leastSum float64 // least curvature on either side of a question
}

// maxBins is how many levels a feature is cut into.
const maxBins = 64

// binned is a table of blocks by features, each cut into levels.
type binned struct {
	n    int
	bins [][]uint8   // by feature, by block
	cuts [][]float32 // by feature: level l holds values below cuts[l] and not below cuts[l-1]
}

// bin cuts features into levels of about the same number of blocks. Bounds are
// short numbers, so that tables stay small.
func bin(rows [][]float32) *binned {
	if len(rows) == 0 {
		return &binned{}
	}
	m := &binned{n: len(rows), bins: make([][]uint8, len(rows[0])), cuts: make([][]float32, len(rows[0]))}
	parallel(len(rows[0]), func(j int) {
		const sample = 20_000
		step := max(1, len(rows)/sample)
		var values []float32
		for i := 0; i < len(rows); i += step {
			values = append(values, rows[i][j])
		}
		slices.Sort(values)
		var cuts []float32
		for k := 1; k < maxBins; k++ {
			x := short(values[k*len(values)/maxBins])
			if x > values[0] && (len(cuts) == 0 || x > cuts[len(cuts)-1]) {
				cuts = append(cuts, x)
			}
		}
		if top := short(values[len(values)-1]); len(cuts) == 0 && top > values[0] {
			cuts = append(cuts, top)
		}
		m.cuts[j] = cuts
		m.bins[j] = make([]uint8, len(rows))
		for i, row := range rows {
			x := row[j]
			m.bins[j][i] = uint8(sort.Search(len(cuts), func(k int) bool { return x < cuts[k] }))
		}
	})
	return m
}

// short rounds up to three digits.
func short(x float32) float32 {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(float64(x), 'g', 3, 32), 32)
	return float32(y)
}

// parallel calls f for 0 ≤ i < n, two at a time.
func parallel(n int, f func(int)) {
	const workers = 2
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}

// boost grows trees one after the other, each on what those before it have
// left wrong (Friedman, 2001; second-order steps as in Chen and Guestrin,
// 2016). It begins with the sums that are there already. The same table gives
// the same trees.
func boost(m *binned, use []int, yes []bool, offset, weight []float32, opt boostOptions) []model.Tree {
	if len(use) == 0 {
		return nil
	}
	random := rand.New(rand.NewPCG(1, 2))
	sum := slices.Clone(offset)
	g := &grower{m: m, opt: opt, grad: make([]float32, m.n), curve: make([]float32, m.n)}
	var trees []model.Tree
	for range opt.trees {
		var rows []int32
		for _, i := range use {
			if random.Float64() < opt.rows {
				rows = append(rows, int32(i))
				p := 1 / (1 + math.Exp(-float64(sum[i])))
				y := 0.0
				if yes[i] {
					y = 1
				}
				g.grad[i] = float32((p - y)) * weight[i]
				g.curve[i] = float32(p*(1-p)) * weight[i]
			}
		}
		g.features = g.features[:0]
		for j := range m.bins {
			if len(m.cuts[j]) > 0 && random.Float64() < opt.columns {
				g.features = append(g.features, j)
			}
		}
		t, levels := g.grow(rows)
		for _, i := range use {
			sum[i] += t[leafOf(m, t, levels, i)].Bound
		}
		trees = append(trees, t)
	}
	return trees
}

// leafOf finds the leaf of a block of the table.
func leafOf(m *binned, t model.Tree, levels []uint8, i int) int16 {
	at := int16(0)
	for t[at].Right != 0 {
		if m.bins[t[at].Feature][i] <= levels[at] {
			at++
		} else {
			at = t[at].Right
		}
	}
	return at
}

// grower grows one tree.
type grower struct {
	m        *binned
	opt      boostOptions
	grad     []float32 // by block: slope of the loss
	curve    []float32 // and its curvature
	features []int     // that may be asked about

	tree   model.Tree
	levels []uint8 // of questions: the highest level that goes left
}

func (g *grower) grow(rows []int32) (model.Tree, []uint8) {
	g.tree, g.levels = nil, nil
	g.node(rows, g.opt.depth)
	return g.tree, g.levels
}

// node adds the tree for some rows, in preorder. Depth is bounded by options.
func (g *grower) node(rows []int32, depth int) {
	at := len(g.tree)
	g.tree, g.levels = append(g.tree, model.Node{}), append(g.levels, 0)
	feature, level := -1, 0
	if depth > 0 {
		feature, level = g.split(rows)
	}
	if feature < 0 {
		var slope, curve float64
		for _, i := range rows {
			slope += float64(g.grad[i])
			curve += float64(g.curve[i])
		}
		x := -g.opt.rate * slope / (curve + g.opt.ridge)
		g.tree[at].Bound = float32(hundredths(x))
		return
	}
	left, right := rows[:0:0], rows[:0:0]
	for _, i := range rows {
		if int(g.m.bins[feature][i]) <= level {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	g.tree[at] = model.Node{Feature: int16(feature), Bound: g.m.cuts[feature][level]}
	g.levels[at] = uint8(level)
	g.node(left, depth-1)
	g.tree[at].Right = int16(len(g.tree))
	g.node(right, depth-1)
}

// split finds the question that makes the loss fall most.
func (g *grower) split(rows []int32) (feature, level int) {
	type best struct {
		gain           float64
		feature, level int
	}
	grad, curve := make([]float32, len(rows)), make([]float32, len(rows))
	var slope, curvature float64
	for k, i := range rows {
		grad[k], curve[k] = g.grad[i], g.curve[i]
		slope += float64(grad[k])
		curvature += float64(curve[k])
	}
	score := func(s, c float64) float64 { return s * s / (c + g.opt.ridge) }
	whole := score(slope, curvature)
	bests := make([]best, len(g.features))
	parallel(len(g.features), func(f int) {
		j := g.features[f]
		var sums [maxBins][2]float64
		bins := g.m.bins[j]
		for k, i := range rows {
			s := &sums[bins[i]%maxBins]
			s[0] += float64(grad[k])
			s[1] += float64(curve[k])
		}
		b := best{feature: j}
		s, c := 0.0, 0.0
		for l := range g.m.cuts[j] {
			s += sums[l][0]
			c += sums[l][1]
			if c < g.opt.leastSum || curvature-c < g.opt.leastSum {
				continue
			}
			if gain := score(s, c) + score(slope-s, curvature-c) - whole; gain > b.gain {
				b.gain, b.level = gain, l
			}
		}
		bests[f] = b
	})
	top := best{gain: 1e-6, feature: -1}
	for _, b := range bests {
		if b.gain > top.gain {
			top = b
		}
	}
	return top.feature, top.level
}
