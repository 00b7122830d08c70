package eval

import (
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// RoleTally sums up, over labelled pages, how the roles of an output agree
// with the labels: bags of words by role, and leaks into the article text.
type RoleTally struct {
	common, got, want  [heuristics.NumRoles]int
	leaked, mayLeak    [heuristics.NumRoles]int
	bodyKept, bodyWant int
}

// leakWords is the least number of words of a labelled block that is looked
// for in the article text.
const leakWords = 6

// Add adds a page: the blocks that came out with their roles, the article
// text, and the labels.
func (t *RoleTally) Add(out []Label, text string, labels []Label) {
	outBags, outWords := bags(out)
	wantBags, wantWords := bags(labels)
	for r := range outBags {
		t.common[r] += outBags[r].Common(wantBags[r])
		t.got[r] += outWords[r]
		t.want[r] += wantWords[r]
	}
	t.bodyKept += wantBags[heuristics.Body].Common(BagOf(text))
	t.bodyWant += wantWords[heuristics.Body]
	article := spaced(Words(text))
	for _, l := range labels {
		if words := Words(l.Text); len(words) >= leakWords {
			t.mayLeak[l.Role]++
			if strings.Contains(article, spaced(words)) {
				t.leaked[l.Role]++
			}
		}
	}
}

func spaced(words []string) string { return " " + strings.Join(words, " ") + " " }

func bags(blocks []Label) (bags [heuristics.NumRoles]Bag, words [heuristics.NumRoles]int) {
	for r := range bags {
		bags[r] = Bag{}
	}
	for _, b := range blocks {
		for _, w := range Words(b.Text) {
			bags[b.Role][w]++
			words[b.Role]++
		}
	}
	return bags, words
}

// Of returns precision, recall and F1 of a role over all pages.
func (t *RoleTally) Of(r heuristics.Role) PRF { return prf(t.common[r], t.got[r], t.want[r]) }

// Headline is the mean F1 of body, newsletter, bio and related.
func (t *RoleTally) Headline() float64 {
	return (t.Of(heuristics.Body).F1 + t.Of(heuristics.Newsletter).F1 + t.Of(heuristics.Bio).F1 + t.Of(heuristics.Related).F1) / 4
}

// Mean is the mean F1 of all sixteen roles.
func (t *RoleTally) Mean() float64 {
	sum := 0.0
	for _, r := range heuristics.Roles() {
		sum += t.Of(r).F1
	}
	return sum / heuristics.NumRoles
}

// Leak is the share of the labelled blocks of a role, of six words or more,
// whose words stand in order in the article text.
func (t *RoleTally) Leak(r heuristics.Role) float64 {
	return float64(t.leaked[r]) / float64(max(1, t.mayLeak[r]))
}

// BodyKept is the share of the words labelled body that the article text has.
func (t *RoleTally) BodyKept() float64 { return float64(t.bodyKept) / float64(max(1, t.bodyWant)) }
