// Command train fits the tables of package model to labelled pages.
//
//	go run ./internal/train [-write] DIR
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

const folds = 5

var optA, optB = defaultFit, fitOptions{14, 0.1, 1e-3, 10}

var (
	bias        map[heuristics.Role]float32
	lastFitting *fitting
)

func main() {
	fmt.Sscan(os.Getenv("L2A"), &optA.l2)
	fmt.Sscan(os.Getenv("G0"), &optA.g0)
	fmt.Sscan(os.Getenv("G0"), &optB.g0)
	fmt.Sscan(os.Getenv("L2B"), &optB.l2)
	fmt.Sscan(os.Getenv("EA"), &optA.epochs)
	fmt.Sscan(os.Getenv("EB"), &optB.epochs)
	fmt.Sscan(os.Getenv("RA"), &optA.rate)
	fmt.Sscan(os.Getenv("RB"), &optB.rate)
	write := flag.String("write", "", "folder to write the tables to")
	flag.Parse()
	if err := run(flag.Arg(0), *write); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(dir, write string) error {
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
	if n := os.Getenv("VOCABULARY"); n != "" {
		return vocabulary(docs, n)
	}
	l, err := measure(docs)
	if err != nil {
		return err
	}
	say("measured")
	markup, out, err := crossFit(docs, l, say, write != "")
	if err != nil {
		return err
	}
	report(docs, out)
	for line := range strings.Lines(os.Getenv("BIAS")) {
		bias = map[heuristics.Role]float32{}
		for part := range strings.FieldsSeq(line) {
			name, value, _ := strings.Cut(part, "=")
			role, err := heuristics.ParseRole(name)
			if err != nil {
				return err
			}
			x, _ := strconv.ParseFloat(value, 32)
			bias[role] = float32(x)
		}
		fmt.Println("\n#### bias", bias)
		o, err := lastFitting.outcomes()
		if err != nil {
			return err
		}
		report(docs, o)
	}
	if name := os.Getenv("ERRORS"); name != "" {
		if err := writeErrors(name, docs, out); err != nil {
			return err
		}
	}
	if os.Getenv("NOPLAIN") != "" {
		return nil
	}
	lines := plainDocs(docs)
	if l, err = measure(lines); err != nil {
		return err
	}
	plain, out, err := crossFit(lines, l, say, write != "")
	if err != nil {
		return err
	}
	reportPlain(lines, out)
	if write == "" {
		return nil
	}
	markup.Plain, markup.PlainContext = plain.Plain, plain.PlainContext
	for name, t := range markup.Tables() {
		if err := writeTable(filepath.Join(write, name+".tsv"), *t); err != nil {
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
	lastFitting = f
	f.fitAlone()
	if err := f.judgeAlone(); err != nil {
		return nil, nil, err
	}
	if !docs[0].page.Plain {
		f.fitKinds()
	}
	f.fitAmong()
	out, err := f.outcomes()
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
		t := f.alone.table(fitRoles(f.docs, without(k), f.aloneSource(), heuristics.Roles(), optA))
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
	return source{levels: func(d *doc, i int) []uint16 { return d.levels.Block(i) }, size: f.alone.size}
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
		f.views[d].Kind, f.views[d].Confidence = f.scorers[d.fold].KindOf(f.views[d])
	}
	f.say("kinds")
}

// fitAmong fits the second look.
func (f *fitting) fitAmong() {
	src, l := f.amongSource()
	for k := range f.scorers {
		t := l.table(fitRoles(f.docs, without(k), src, heuristics.Roles(), optB))
		if f.plain() {
			f.sets[k].PlainContext = t
		} else {
			f.sets[k].Context = t
		}
	}
	f.bind()
	f.say("second look")
}

// amongSource gives, for each block, the levels of its context.
func (f *fitting) amongSource() (source, layout) {
	var names []string
	var counts []int
	for _, m := range scorer.Context {
		names, counts = append(names, m.Name), append(counts, m.Levels)
	}
	l := newLayout(names, counts)
	levels := map[*doc][][]uint16{}
	for _, d := range f.docs {
		rows := make([][]uint16, len(d.page.Blocks))
		for i := range rows {
			for j, m := range scorer.Context {
				if level := m.Measure(f.views[d], i); level >= 0 {
					rows[i] = append(rows[i], uint16(l.first[j]+int(level)))
				}
			}
		}
		levels[d] = rows
	}
	return source{
		levels: func(d *doc, i int) []uint16 { return levels[d][i] },
		sums:   func(d *doc) []scorer.Sums { return f.sums[d] },
		size:   l.size,
	}, l
}

// outcomes judges every document by the tables that do not know its site.
func (f *fitting) outcomes() (map[*doc]*outcome, error) {
	out := map[*doc]*outcome{}
	for _, d := range f.docs {
		r, err := f.scorers[d.fold].Score(d.page)
		if err != nil {
			return nil, err
		}
		o := &outcome{kind: r.Kind.String(), roles: make([]heuristics.Role, len(r.Sums))}
		for i := range r.Sums {
			for role, x := range bias {
				r.Sums[i][role] += x
			}
			o.roles[i] = r.Sums[i].Best()
		}
		out[d] = o
	}
	return out, nil
}
