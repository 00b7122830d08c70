package main

import (
	"fmt"
	"sort"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// outcome is what a document came out as.
type outcome struct {
	roles []heuristics.Role // by block
	kind  string
}

func (o *outcome) text(p *heuristics.Page, keep ...heuristics.Role) string {
	var b strings.Builder
	for i, r := range o.roles {
		for _, k := range keep {
			if r == k && !p.Blocks[i].Hidden {
				b.WriteString(p.Blocks[i].Text)
				b.WriteString("\n\n")
			}
		}
	}
	return b.String()
}

// report prints all figures over the documents.
func report(docs []*doc, out map[*doc]*outcome) {
	byKind := map[string][]float64{}
	var all, articles []float64
	kindRight, kinds := 0, 0
	var snippets eval.Snippets
	var readability []float64
	for _, d := range docs {
		o := out[d]
		switch d.set {
		case "wcxb":
			f := eval.WordF1(o.text(d.page, heuristics.Body), d.Reference).F1
			byKind[d.Kind] = append(byKind[d.Kind], f)
			all = append(all, f)
			if d.Kind == "article" {
				articles = append(articles, f)
			}
			kinds++
			if o.kind == d.Kind {
				kindRight++
			}
		case "snippets":
			snippets.Add(eval.CountSnippets(o.text(d.page, heuristics.Body), d.With, d.Without))
		case "readability":
			readability = append(readability, eval.WordF1(o.text(d.page, heuristics.Body, heuristics.Caption, heuristics.Dek), d.Reference).F1)
		}
	}
	sort.Float64s(articles)
	fmt.Printf("wcxb all %.4f articles %.4f worst tenth %.4f kind right %.3f |", mean(all), mean(articles), mean(articles[:len(articles)/10]), float64(kindRight)/float64(kinds))
	for _, k := range []string{"forum", "product", "collection", "listing", "documentation", "service"} {
		fmt.Printf(" %s %.3f", k, mean(byKind[k]))
	}
	s := snippets.PRF()
	fmt.Printf("\nsnippets F1 %.4f P %.4f R %.4f   readability %.4f\n", s.F1, s.Precision, s.Recall, mean(readability))
	for _, set := range []string{"wcxb", "readability", "snippets"} {
		reportRoles(docs, out, set)
	}
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(max(1, len(list)))
}

// reportRoles prints F1 by role and leaks over the labelled documents of a set.
func reportRoles(docs []*doc, out map[*doc]*outcome, set string) {
	var t eval.RoleTally
	for _, d := range docs {
		if d.Labels == nil || d.set != set {
			continue
		}
		o := out[d]
		blocks := make([]eval.Label, len(o.roles))
		for i, r := range o.roles {
			blocks[i] = eval.Label{Role: r, Text: d.page.Blocks[i].Text}
		}
		t.Add(blocks, o.text(d.page, heuristics.Body), d.Labels)
	}
	fmt.Printf("roles %-11s head %.4f mean of sixteen %.3f |", set, t.Headline(), t.Mean())
	for _, r := range heuristics.Roles() {
		fmt.Printf(" %s %.2f", r, t.Of(r).F1)
	}
	fmt.Print("\n  leaks:")
	for _, r := range []heuristics.Role{heuristics.Newsletter, heuristics.Bio, heuristics.Related, heuristics.Promo, heuristics.Comment, heuristics.Caption, heuristics.Legal} {
		fmt.Printf(" %s %.3f", r, t.Leak(r))
	}
	fmt.Printf(" body kept %.4f\n", t.BodyKept())
}

// reportPlain prints, for plain text, the share of words of each role that
// were given the role, and how many words wrongly given are body.
func reportPlain(docs []*doc, out map[*doc]*outcome) {
	var right, got, want [heuristics.NumRoles]int
	var leaked [heuristics.NumRoles]int
	for _, d := range docs {
		for i, r := range out[d].roles {
			if d.role[i] == unknown {
				continue
			}
			words, truth := d.page.Blocks[i].Words, heuristics.Role(d.role[i])
			got[r] += words
			want[truth] += words
			if r == truth {
				right[r] += words
			}
			if r == heuristics.Body {
				leaked[truth] += words
			}
		}
	}
	fmt.Print("plain:")
	for _, r := range heuristics.Roles() {
		f1 := 2 * float64(right[r]) / float64(max(1, got[r]+want[r]))
		fmt.Printf(" %s %.2f (as body %.2f)", r, f1, float64(leaked[r])/float64(max(1, want[r])))
	}
	fmt.Println()
}
