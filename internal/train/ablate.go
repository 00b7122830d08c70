package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// mostOfBlock is how many words of a block count, so that one list of four
// thousand names does not speak for all pages.
const mostOfBlock = 200

// roleF1 is the F1 of each role over the words of labelled blocks.
type roleF1 [heuristics.NumRoles]float64

func (f *roleF1) mean() (sum float64) {
	for _, x := range f {
		sum += x / heuristics.NumRoles
	}
	return sum
}

// ablate prints what is lost when one heuristic is taken away and nothing is
// fitted again, over labelled pages that are judged by tables that do not know
// their site: a line a heuristic, the one that is missed most first.
func ablate(w io.Writer, docs []*doc, sets []*model.Set) error {
	labelled := slices.DeleteFunc(slices.Clone(docs), func(d *doc) bool { return d.Labels == nil })
	all, err := rolesWith(labelled, heuristics.Default(), sets)
	if err != nil {
		return err
	}
	type loss struct {
		name string
		f1   roleF1 // lost
	}
	var losses []loss
	for i, h := range heuristics.Default() {
		without, err := rolesWith(labelled, slices.Delete(heuristics.Default(), i, i+1), sets)
		if err != nil {
			return err
		}
		l := loss{name: h.Name}
		for r := range l.f1 {
			l.f1[r] = all[r] - without[r]
		}
		losses = append(losses, l)
	}
	slices.SortStableFunc(losses, func(a, b loss) int { return cmp.Compare(b.f1.mean(), a.f1.mean()) })
	fmt.Fprintf(w, "| heuristic | mean of all roles (%.4f) | body (%.4f) | loses most |\n|---|---|---|---|\n", all.mean(), all[heuristics.Body])
	for _, l := range losses {
		worst := heuristics.Body
		for _, r := range heuristics.Roles() {
			if l.f1[r] > l.f1[worst] {
				worst = r
			}
		}
		fmt.Fprintf(w, "| `%s` | %+.4f | %+.4f | %s %+.3f |\n", l.name, -l.f1.mean(), -l.f1[heuristics.Body], worst, -l.f1[worst])
	}
	return nil
}

// rolesWith judges the documents with some of the heuristics.
func rolesWith(docs []*doc, list []heuristics.Heuristic, sets []*model.Set) (f roleF1, err error) {
	scorers := make([]*scorer.Scorer, folds)
	for k := range scorers {
		scorers[k] = scorer.New(list, sets[k])
	}
	roles := make([][]heuristics.Role, len(docs))
	at := map[*doc]int{}
	for i, d := range docs {
		at[d] = i
	}
	err = each(docs, func(d *doc) error {
		var m scorer.Memory
		r, err := scorers[d.fold].Score(d.page, &m)
		if err != nil {
			return err
		}
		roles[at[d]] = slices.Clone(r.Roles)
		return nil
	})
	var right, got, want [heuristics.NumRoles]int
	for i, d := range docs {
		for j, r := range roles[i] {
			if d.role[j] == unknown {
				continue
			}
			words := min(d.page.Blocks[j].Words, mostOfBlock)
			got[r] += words
			want[d.role[j]] += words
			if int(r) == d.role[j] {
				right[r] += words
			}
		}
	}
	for r := range f {
		f[r] = 2 * float64(right[r]) / float64(max(1, got[r]+want[r]))
	}
	return f, err
}
