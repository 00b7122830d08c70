// Command train fits the tables of package model to labelled pages.
//
//	go run ./internal/train -write internal/model/tables DIR
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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
	flag.StringVar(&opt.folds, "folds", "", "write the tables that were fitted without each fifth of the sites to this `folder`")
	flag.BoolVar(&opt.ablate, "ablate", false, "print what is lost when one heuristic is taken away")
	flag.StringVar(&opt.errors, "errors", "", "write what came out wrong, worst page first, to this `file`")
	flag.StringVar(&opt.without, "without", "", "learn nothing from this data `set`: wcxb, snippets or readability")
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
	write, folds, errors, without string
	vocabulary                    int
	ablate                        bool
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
	for _, d := range docs {
		if d.set == opt.without {
			d.forget()
		}
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
	altered, err := alteredCopies(docs)
	if err != nil {
		return err
	}
	if _, err := measure(altered); err != nil {
		return err
	}
	say(fmt.Sprintf("%d altered copies", len(altered)))
	markup, out, err := crossFit(docs, altered, l, say)
	if err != nil {
		return err
	}
	report(docs, out)
	if opt.errors != "" {
		if err := writeErrors(opt.errors, docs, out); err != nil {
			return err
		}
	}
	if opt.ablate {
		if err := ablate(os.Stdout, docs, markup); err != nil {
			return err
		}
	}
	lines := plainDocs(docs)
	if l, err = measure(lines); err != nil {
		return err
	}
	plain, out, err := crossFit(lines, nil, l, say)
	if err != nil {
		return err
	}
	reportPlain(lines, out)
	for k, set := range markup {
		set.Plain, set.PlainContext = plain[k].Plain, plain[k].PlainContext
	}
	if opt.folds != "" {
		if err := writeFolds(opt.folds, docs); err != nil {
			return err
		}
		for k, set := range markup[:folds] {
			if err := set.Write(filepath.Join(opt.folds, strconv.Itoa(k))); err != nil {
				return err
			}
		}
	}
	if opt.write != "" {
		return markup[folds].Write(opt.write)
	}
	return nil
}

// writeFolds notes which part of the split each page belongs to.
func writeFolds(dir string, docs []*doc) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var parts eval.Folds
	var pages []*eval.Page
	for _, d := range docs {
		parts.Add(&d.Page, d.fold)
		pages = append(pages, &d.Page)
	}
	return model.WriteFile(filepath.Join(dir, eval.FoldsFile), func(w io.Writer) error { return parts.Write(w, pages) })
}

// crossFit fits every stage once without each fold, so that every document is
// judged by tables that know nothing of its site, and once on everything; that
// set is the last.
func crossFit(docs, altered []*doc, l layout, say func(string)) ([]*model.Set, map[*doc]*outcome, error) {
	const n = folds + 1
	f := &fitting{docs: docs, all: slices.Concat(docs, altered), alone: l, say: say, sets: make([]*model.Set, n), scorers: make([]*scorer.Scorer, n),
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
		f.fitWording()
		f.fitNaming()
		if err := f.fitForest(); err != nil {
			return nil, nil, err
		}
		if err := f.fitBalance(); err != nil {
			return nil, nil, err
		}
	}
	out, err := f.outcomes()
	return f.sets, out, err
}

// fitting is the state of a cross-fit.
type fitting struct {
	docs    []*doc
	all     []*doc // with altered copies, which trees learn nothing from
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

func (f *fitting) least() float32 {
	if f.plain() {
		return leastPlainWeight
	}
	return leastWeight
}

func (f *fitting) bind() {
	for k := range f.scorers {
		f.scorers[k] = scorer.New(heuristics.Default(), f.sets[k])
	}
}

func (f *fitting) fitAlone() {
	for k := range f.scorers {
		t := f.alone.table(fitRoles(f.all, without(k), f.aloneSource(), heuristics.Roles(), firstFit), f.least())
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
	for _, d := range f.all {
		s, err := f.scorers[d.fold].Alone(d.page, d.levels)
		if err != nil {
			return err
		}
		f.sums[d] = s
		f.views[d] = scorer.NewView(d.page, s)
	}
	return nil
}

// fitAmong fits the second look.
func (f *fitting) fitAmong() {
	src, l := f.amongSource()
	for k := range f.scorers {
		t := l.table(fitRoles(f.all, without(k), src, heuristics.Roles(), secondFit), f.least())
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
	for _, d := range f.all {
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
		levels: func(d *doc, i int, _ heuristics.Role) []uint16 { return levels[d][i] },
		sums:   func(d *doc) []scorer.Sums { return f.sums[d] },
		layout: l,
	}, l
}

// outcomes judges every document by the tables that do not know its site.
func (f *fitting) outcomes() (map[*doc]*outcome, error) {
	out := map[*doc]*outcome{}
	var m scorer.Memory
	for _, d := range f.docs {
		r, err := f.scorers[d.fold].Score(d.page, &m)
		if err != nil {
			return nil, err
		}
		out[d] = &outcome{kind: r.Kind.String(), roles: slices.Clone(r.Roles)}
	}
	return out, nil
}
