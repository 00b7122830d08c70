package eval

import (
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// worstShare is the share of pages whose mean is shown as the worst ones: a
// tenth.
const worstShare = 10

// wordTotals are means over pages.
func wordTotals(pages []*PageScore, _ gives) []figure {
	var p, r, f mean
	each := make([]float64, len(pages))
	for i, s := range pages {
		p.add(s.Precision)
		r.add(s.Recall)
		f.add(s.F1)
		each[i] = s.F1
	}
	slices.Sort(each)
	var worst mean
	for _, x := range each[:min(len(each), max(1, len(each)/worstShare))] {
		worst.add(x)
	}
	return []figure{{"F1", f.value()}, {"precision", p.value()}, {"recall", r.value()},
		{"median", median(each)}, {"worst-tenth", worst.value()}}
}

// wcxbTotals add the share of pages whose kind is right; one that failed is
// not.
func wcxbTotals(pages []*PageScore, g gives) []figure {
	list := wordTotals(pages, g)
	if !g.kinds {
		return list
	}
	var right mean
	for _, s := range pages {
		right.add(share(s.Kind != nil && s.Kind.right()))
	}
	return append(list, figure{"kind", right.value()})
}

func share(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// median of a sorted list.
func median(sorted []float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

func shingleTotals(pages []*PageScore, _ gives) []figure {
	return prfFigures("", meanShingles(pages))
}

func snippetTotals(pages []*PageScore, _ gives) []figure {
	var sum Snippets
	for _, s := range pages {
		sum.Add(*s.Snippets)
	}
	return prfFigures("", sum.PRF())
}

func prfFigures(prefix string, s PRF) []figure {
	return []figure{{prefix + "F1", s.F1}, {prefix + "precision", s.Precision}, {prefix + "recall", s.Recall}}
}

// roleTotals are those of the words of all pages together. Where the extractor
// gives no roles there are only leaks.
func roleTotals(pages []*PageScore, g gives) []figure {
	var t RoleTally
	for _, s := range pages {
		t.Merge(s.Roles)
	}
	list := []figure{{"body-kept", t.BodyKept()}}
	if g.roles {
		list = append(list, figure{"headline", t.Headline()}, figure{"all-roles", t.Mean()})
	}
	for _, r := range heuristics.Roles() {
		name := r.String() + "."
		if g.roles {
			list = append(list, prfFigures(name, t.Of(r))...)
		}
		if r != heuristics.Body {
			list = append(list, figure{name + "leak", t.Leak(r)})
		}
	}
	return list
}
