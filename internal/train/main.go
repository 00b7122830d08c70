// Command train fits the tables of package model to labelled pages.
//
//	go run ./internal/train [-write] DIR
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

const folds = 5

func main() {
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
	l, err := measure(docs)
	if err != nil {
		return err
	}
	say("measured")
	markup, out, err := crossFit(docs, l, say, markupTables, write != "")
	if err != nil {
		return err
	}
	report(docs, out)
	lines := plainDocs(docs)
	if l, err = measure(lines); err != nil {
		return err
	}
	plain, out, err := crossFit(lines, l, say, plainTables, write != "")
	if err != nil {
		return err
	}
	reportPlain(lines, out)
	if write == "" {
		return nil
	}
	for name, t := range map[string]*model.Table{"markup": markup.Markup, "markup-context": markup.MarkupContext,
		"kind": markup.Kind, "plain": plain.Plain, "plain-context": plain.PlainContext} {
		if err := writeTable(filepath.Join(write, name+".tsv"), t); err != nil {
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

// tables says which tables of a set a fit is for.
type tables struct {
	alone, context func(*model.Set) **model.Table
}

var (
	markupTables = tables{func(s *model.Set) **model.Table { return &s.Markup }, func(s *model.Set) **model.Table { return &s.MarkupContext }}
	plainTables  = tables{func(s *model.Set) **model.Table { return &s.Plain }, func(s *model.Set) **model.Table { return &s.PlainContext }}
)

func emptySet() *model.Set {
	return &model.Set{Markup: &model.Table{}, MarkupContext: &model.Table{}, Plain: &model.Table{}, PlainContext: &model.Table{}, Kind: &model.Table{}}
}

// crossFit fits every stage once without each fold, so that every document is
// judged by tables that know nothing of its site, and, if all is set, once on
// everything.
func crossFit(docs []*doc, l layout, say func(string), which tables, all bool) (*model.Set, map[*doc]*outcome, error) {
	list := heuristics.Default()
	sets := make([]*model.Set, folds+1)
	first := source{levels: func(d *doc) [][]uint16 { return d.levels }, size: l.size}
	n := folds
	if all {
		n++
	}
	without := func(k int) func(*doc) bool { return func(d *doc) bool { return d.fold != k } }
	for k := range n {
		sets[k] = emptySet()
		*which.alone(sets[k]) = l.table(fitRoles(docs, without(k), first, defaultFit))
		say(fmt.Sprintf("blocks alone, part %d", k))
	}
	// Sums and views of every document by tables that do not know its site.
	sums := map[*doc][]scorer.Sums{}
	views := map[*doc]*scorer.View{}
	scorers := make([]*scorer.Scorer, n)
	for k := range scorers {
		scorers[k] = scorer.New(list, sets[k])
	}
	for _, d := range docs {
		s, err := scorers[d.fold].Alone(d.page)
		if err != nil {
			return nil, nil, err
		}
		sums[d] = s
		views[d] = scorer.NewView(d.page, s)
	}
	for k := range n {
		if which.alone(sets[k]) != &sets[k].Markup {
			break // plain text has no kinds
		}
		sets[k].Kind = fitKinds(docs, without(k), views)
		scorers[k] = scorer.New(list, sets[k])
	}
	for _, d := range docs {
		views[d].Kind, _ = scorers[d.fold].KindOf(views[d])
	}
	say("kinds")
	c, levels := contextLevels(docs, views)
	second := source{levels: func(d *doc) [][]uint16 { return levels[d] }, sums: func(d *doc) []scorer.Sums { return sums[d] }, size: c.size}
	for k := range n {
		*which.context(sets[k]) = c.table(fitRoles(docs, without(k), second, defaultFit))
		scorers[k] = scorer.New(list, sets[k])
	}
	say("context")
	out := map[*doc]*outcome{}
	for _, d := range docs {
		r, err := scorers[d.fold].Score(d.page)
		if err != nil {
			return nil, nil, err
		}
		o := &outcome{kind: r.Kind.String(), roles: make([]heuristics.Role, len(r.Sums))}
		for i := range r.Sums {
			o.roles[i] = r.Sums[i].Best()
		}
		out[d] = o
	}
	return sets[folds], out, nil
}

// contextLevels notes the context levels of all blocks.
func contextLevels(docs []*doc, views map[*doc]*scorer.View) (layout, map[*doc][][]uint16) {
	raw := make([][][]int16, len(docs))
	counts := make([]int, len(scorer.Context))
	var names []string
	for _, m := range scorer.Context {
		names = append(names, m.Name)
	}
	for i, d := range docs {
		raw[i] = make([][]int16, len(d.page.Blocks))
		for b := range d.page.Blocks {
			raw[i][b] = make([]int16, len(scorer.Context))
			for j, m := range scorer.Context {
				level := m.Measure(views[d], b)
				raw[i][b][j] = int16(level)
				counts[j] = max(counts[j], int(level)+1)
			}
		}
	}
	l := newLayout(names, counts)
	levels := map[*doc][][]uint16{}
	for i, d := range docs {
		rows := make([][]uint16, len(raw[i]))
		for b := range raw[i] {
			for j, level := range raw[i][b] {
				if level >= 0 {
					rows[b] = append(rows[b], uint16(l.first[j]+int(level)))
				}
			}
		}
		levels[d] = rows
	}
	return l, levels
}
