package main

import (
	"fmt"
	"os"
	"sort"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// writeErrors writes, worst page first, which blocks came out wrong.
func writeErrors(name string, docs []*doc, out map[*doc]*outcome) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	type scored struct {
		d *doc
		f float64
	}
	var list []scored
	for _, d := range docs {
		o := out[d]
		switch {
		case d.set == "wcxb":
			list = append(list, scored{d, eval.WordF1(o.text(d.page, heuristics.Body), d.Reference).F1})
		case d.set == "readability":
			list = append(list, scored{d, eval.WordF1(o.text(d.page, heuristics.Body, heuristics.Caption, heuristics.Dek), d.Reference).F1})
		default:
			s := eval.CountSnippets(o.text(d.page, heuristics.Body), d.With, d.Without)
			list = append(list, scored{d, s.PRF().F1})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].f < list[j].f })
	for _, s := range list {
		d, o := s.d, out[s.d]
		fmt.Fprintf(f, "\n=== %s %s %s as %s F1 %.3f labels %d %s\n", d.set, d.ID, d.Kind, o.kind, s.f, len(d.Labels), d.URL)
		for i, r := range o.roles {
			truth := "?"
			switch {
			case d.role[i] != unknown:
				truth = heuristics.Role(d.role[i]).String()
			case d.body[i] == 1:
				truth = "body"
			case d.body[i] == 0:
				truth = "-"
			}
			same := truth == r.String() || truth == "?" || truth == "-" && r != heuristics.Body
			if same {
				continue
			}
			b := &d.page.Blocks[i]
			text := []rune(b.Text)
			fmt.Fprintf(f, "  %-10s is %-10s %4d w  %s | %s\n", r, truth, b.Words, d.page.Path(b), string(text[:min(110, len(text))]))
		}
	}
	return f.Close()
}
