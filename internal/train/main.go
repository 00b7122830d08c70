// Command train fits the tables of package model to labelled pages.
//
//	go run ./internal/train -write internal/model/tables DIR
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

const folds = 5

func main() {
	var opt options
	flag.StringVar(&opt.write, "write", "", "write the tables to this `folder`")
	flag.StringVar(&opt.errors, "errors", "", "write what came out wrong, worst page first, to this `file`")
	flag.IntVar(&opt.vocabulary, "vocabulary", 0, "only print the `n` words that most sites use")
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: train [flags] DIR\n\nDIR holds the folders wcxb, snippets, readability and roles. Prints figures for\npages judged by tables that were fitted without their site.\n\n")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), opt); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

type options struct {
	write, errors string
	vocabulary    int
}

func run(dir string, opt options) error {
	start := time.Now()
	say := func(what string) { fmt.Fprintf(os.Stderr, "%6.1fs %s\n", time.Since(start).Seconds(), what) }
	docs, err := load(dir)
	if err != nil {
		return err
	}
	say("loaded")
	if err := prepare(docs); err != nil {
		return err
	}
	say("prepared")
	if opt.vocabulary > 0 {
		vocabulary(docs, opt.vocabulary)
		return nil
	}
	l, err := measure(docs)
	if err != nil {
		return err
	}
	say("measured")
	markup, out, err := crossFit(docs, l, say, opt.write != "")
	if err != nil {
		return err
	}
	report(docs, out)
	if opt.errors != "" {
		if err := writeErrors(opt.errors, docs, out); err != nil {
			return err
		}
	}
	lines := plainDocs(docs)
	if l, err = measure(lines); err != nil {
		return err
	}
	plain, out, err := crossFit(lines, l, say, opt.write != "")
	if err != nil {
		return err
	}
	reportPlain(lines, out)
	if opt.write == "" {
		return nil
	}
	markup.Plain, markup.PlainContext = plain.Plain, plain.PlainContext
	for name, t := range markup.Tables() {
		if err := writeTable(filepath.Join(opt.write, name+".tsv"), *t); err != nil {
			return err
		}
	}
	return nil
}

func writeTable(name string, t *model.Table) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := t.Write(f); err != nil {
		return err
	}
	return f.Close()
}

// crossFit fits every stage once without each fold, so that every document is
// judged by tables that know nothing of its site, and, if all is set, once on
// everything; that set is returned.
func crossFit(docs []*doc, l layout, say func(string), all bool) (*model.Set, map[*doc]*outcome, error) {
	n := folds
	if all {
		n++
	}
	f := &fitting{docs: docs, alone: l, say: say, sets: make([]*model.Set, folds+1), scorers: make([]*scorer.Scorer, n),
		sums: map[*doc][]scorer.Sums{}, views: map[*doc]*scorer.View{}}
	for k := range n {
		f.sets[k] = model.Empty()
	}
	f.fitAlone()
	if err := f.judgeAlone(); err != nil {
		return nil, nil, err
	}
	if !docs[0].page.Plain {
		f.fitKinds()
	}
	f.fitAmong()
	if !f.plain() {
		if err := f.fitShifts(); err != nil {
			return nil, nil, err
		}
	}
	out, err := f.outcomes([scorer.NumGroups]float32{})
	return f.sets[folds], out, err
}

// fitting is the state of a cross-fit.
type fitting struct {
	docs    []*doc
	alone   layout
	say     func(string)
	sets    []*model.Set // by fold that is left out; the last leaves out none
	scorers []*scorer.Scorer
	sums    map[*doc][]scorer.Sums // of blocks alone, by tables that do not know the site
	views   map[*doc]*scorer.View
}

// without passes the documents of all folds but k.
func without(k int) func(*doc) bool { return func(d *doc) bool { return d.fold != k } }

func (f *fitting) plain() bool { return f.docs[0].page.Plain }

func (f *fitting) bind() {
	for k := range f.scorers {
		f.scorers[k] = scorer.New(heuristics.Default(), f.sets[k])
	}
}

func (f *fitting) fitAlone() {
	for k := range f.scorers {
		t := f.alone.table(fitRoles(f.docs, without(k), f.aloneSource(), heuristics.Roles(), firstFit))
		if f.plain() {
			f.sets[k].Plain = t
		} else {
			f.sets[k].Markup = t
		}
		f.say(fmt.Sprintf("blocks alone, part %d", k))
	}
	f.bind()
}

func (f *fitting) aloneSource() source {
	return source{levels: func(d *doc, i int, _ heuristics.Role) []uint16 { return d.levels.Block(i) }, layout: f.alone}
}

func (f *fitting) judgeAlone() error {
	for _, d := range f.docs {
		s, err := f.scorers[d.fold].Alone(d.page, d.levels)
		if err != nil {
			return err
		}
		f.sums[d] = s
		f.views[d] = scorer.NewView(d.page, s)
	}
	return nil
}

func (f *fitting) fitKinds() {
	for k := range f.scorers {
		f.sets[k].Kind = fitKinds(f.docs, without(k), f.views)
	}
	f.bind()
	for _, d := range f.docs {
		f.views[d] = f.scorers[d.fold].View(d.page, f.sums[d])
	}
	f.say("kinds")
}

// fitAmong fits the second look.
func (f *fitting) fitAmong() {
	src, l := f.amongSource()
	for k := range f.scorers {
		t := l.table(fitRoles(f.docs, without(k), src, heuristics.Roles(), secondFit))
		if f.plain() {
			f.sets[k].PlainContext = t
		} else {
			f.sets[k].Context = t
		}
	}
	f.bind()
	f.say("second look")
}

// shifts are the nats by which body may be moved on a group of kinds.
var shifts = []float32{-1, -0.5, 0, 0.5, 1, 1.5, 2}

// fitShifts moves the border of body on each group of kinds to where the
// mean word-F1 of its pages is best. Weights make single blocks likely, which
// is not the same: roles were labelled on articles only, so that whatever
// looks like a teaser there has no chance on a page of cards. On stories the
// border stays, since a leak costs more there than word-F1 tells.
func (f *fitting) fitShifts() error {
	best := [scorer.NumGroups]float32{}
	top := [scorer.NumGroups]float64{}
	for _, shift := range shifts {
		out, err := f.outcomes([scorer.NumGroups]float32{shift, shift, shift, shift})
		if err != nil {
			return err
		}
		var sum [scorer.NumGroups]float64
		for _, d := range f.docs {
			if d.set == "wcxb" {
				sum[f.views[d].Kind.Group()] += eval.WordF1(out[d].text(d.page, heuristics.Body), d.Reference).F1
			}
		}
		for g, x := range sum {
			if x > top[g] && (scorer.Group(g) != scorer.Story || shift == 0) {
				top[g], best[g] = x, shift
			}
		}
	}
	for _, set := range f.sets[:len(f.scorers)] {
		rows := set.Context.Levels("context-kind")
		for i := range rows {
			rows[i][heuristics.Body] += best[scorer.Kind(i/heuristics.NumRoles).Group()]
		}
	}
	f.say(fmt.Sprintf("body moved by %v nats by group of kinds", best))
	f.bind()
	return nil
}

// amongSource gives, for each block, the levels of its context: those that
// all groups of kinds share, and for body those of the page's own group.
func (f *fitting) amongSource() (source, layout) {
	var names []string
	var counts []int
	for _, m := range scorer.Context {
		names, counts = append(names, m.Name), append(counts, m.Levels)
	}
	for g := scorer.Thread; g < scorer.NumGroups; g++ {
		for _, m := range scorer.Context {
			names, counts = append(names, m.Name+"."+g.String()), append(counts, m.Levels)
		}
	}
	l := newLayout(names, counts)
	levels := map[*doc][][]uint16{}
	shared := map[*doc][]int{} // how many of the rows are for all groups
	for _, d := range f.docs {
		rows := make([][]uint16, len(d.page.Blocks))
		n := make([]int, len(rows))
		g := f.views[d].Kind.Group()
		for i := range rows {
			var own []uint16
			for j, m := range scorer.Context {
				level := m.Measure(f.views[d], i)
				if level < 0 {
					continue
				}
				rows[i] = append(rows[i], uint16(l.first[j]+int(level)))
				if g != scorer.Story {
					own = append(own, uint16(l.first[int(g)*len(scorer.Context)+j]+int(level)))
				}
			}
			n[i] = len(rows[i])
			rows[i] = append(rows[i], own...)
		}
		levels[d], shared[d] = rows, n
	}
	return source{
		levels: func(d *doc, i int, r heuristics.Role) []uint16 {
			if r != heuristics.Body {
				return levels[d][i][:shared[d][i]]
			}
			return levels[d][i]
		},
		sums:   func(d *doc) []scorer.Sums { return f.sums[d] },
		layout: l,
	}, l
}

// outcomes judges every document by the tables that do not know its site, with
// body moved by some nats on each group of kinds.
func (f *fitting) outcomes(shift [scorer.NumGroups]float32) (map[*doc]*outcome, error) {
	out := map[*doc]*outcome{}
	var m scorer.Memory
	for _, d := range f.docs {
		r, err := f.scorers[d.fold].Score(d.page, &m)
		if err != nil {
			return nil, err
		}
		o := &outcome{kind: r.Kind.String(), roles: make([]heuristics.Role, len(r.Sums))}
		for i := range r.Sums {
			r.Sums[i][heuristics.Body] += shift[r.Kind.Group()]
			o.roles[i] = r.Sums[i].Best()
		}
		out[d] = o
	}
	return out, nil
}
