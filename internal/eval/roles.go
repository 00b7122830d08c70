package eval

import (
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// RoleTally sums up, over labelled pages, how the roles of an output agree
// with the labels: bags of words by role, and leaks into the article text.
type RoleTally struct {
	ByRole   [heuristics.NumRoles]RoleCounts `json:"by_role"`
	BodyHave int                             `json:"body_have"` // words labelled body that the article text has
	BodyWant int                             `json:"body_want"` // words labelled body
}

// RoleCounts are the counts of one role.
type RoleCounts struct {
	Role    heuristics.Role `json:"role"`
	Common  int             `json:"common"`   // words that output and labels give the role
	Got     int             `json:"got"`      // words that the output gives it
	Want    int             `json:"want"`     // words that the labels give it
	Leaked  int             `json:"leaked"`   // labelled blocks that stand in the article text
	MayLeak int             `json:"may_leak"` // labelled blocks that were looked for
}

// leakWords is the least number of words of a labelled block that is looked
// for in the article text.
const leakWords = 6

// Add adds a page: the blocks that came out with their roles, the article
// text, and the labels.
func (t *RoleTally) Add(out []Label, text string, labels []Label) {
	outBags, outWords := bags(out)
	wantBags, wantWords := bags(labels)
	for r := range t.ByRole {
		c := &t.ByRole[r]
		c.Role = heuristics.Role(r)
		c.Common += outBags[r].Common(wantBags[r])
		c.Got += outWords[r]
		c.Want += wantWords[r]
	}
	t.BodyHave += wantBags[heuristics.Body].Common(BagOf(text))
	t.BodyWant += wantWords[heuristics.Body]
	article := spaced(Words(text))
	for _, l := range labels {
		if words := Words(l.Text); len(words) >= leakWords {
			t.ByRole[l.Role].MayLeak++
			if strings.Contains(article, spaced(words)) {
				t.ByRole[l.Role].Leaked++
			}
		}
	}
}

// Merge adds the counts of another tally.
func (t *RoleTally) Merge(o *RoleTally) {
	for r := range t.ByRole {
		c, d := &t.ByRole[r], &o.ByRole[r]
		c.Role = heuristics.Role(r)
		c.Common += d.Common
		c.Got += d.Got
		c.Want += d.Want
		c.Leaked += d.Leaked
		c.MayLeak += d.MayLeak
	}
	t.BodyHave += o.BodyHave
	t.BodyWant += o.BodyWant
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

// Of returns precision, recall and F1 of a role over all pages. A role that
// neither the output nor the labels have counts as right.
func (t *RoleTally) Of(r heuristics.Role) PRF {
	c := &t.ByRole[r]
	return prf(c.Common, c.Got, c.Want)
}

// Agreement compares the words of all roles together: a word counts as common
// if it has the right role.
func (t *RoleTally) Agreement() PRF {
	var common, got, want int
	for r := range t.ByRole {
		c := &t.ByRole[r]
		common, got, want = common+c.Common, got+c.Got, want+c.Want
	}
	return prf(common, got, want)
}

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
	return float64(t.ByRole[r].Leaked) / float64(max(1, t.ByRole[r].MayLeak))
}

// BodyKept is the share of the words labelled body that the article text
// has.
func (t *RoleTally) BodyKept() float64 { return float64(t.BodyHave) / float64(max(1, t.BodyWant)) }
