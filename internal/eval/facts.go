package eval

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Facts are what a page says of itself: WCXB's ground truth has them, and an
// extractor may give them. What is not known is empty.
type Facts struct {
	Title   string   `json:"title"`
	Authors []string `json:"authors"`
	Date    string   `json:"date"` // begins as RFC 3339 does
}

// FactScore tells of each fact whether it is right; nil where the ground truth
// has none.
type FactScore struct {
	Title  *bool `json:"title,omitempty"`
	Author *bool `json:"author,omitempty"`
	Date   *bool `json:"date,omitempty"`
	Held   bool  `json:"held,omitempty"` // the page's host is of the fifth that nothing is tuned on
}

// heldFolds is how many folds hosts are split into; the first is held aside.
const heldFolds = 5

// scoreFacts compares what came out with the ground truth.
func scoreFacts(p *Page, got *Facts) *FactScore {
	s := &FactScore{Held: p.Fold(heldFolds) == 0}
	want := p.Facts
	if want.Title != "" {
		right := letters(want.Title) == letters(got.Title)
		s.Title = &right
	}
	if len(want.Authors) > 0 {
		right := sameAuthors(strings.Join(want.Authors, "; "), got.Authors)
		s.Author = &right
	}
	if want.Date != "" {
		right := strings.HasPrefix(got.Date, want.Date)
		s.Date = &right
	}
	return s
}

// letters are the letters and digits of a text in small letters: two titles
// are the same if only case, space and punctuation differ.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// between are what stands between authors, and between a name and what follows it.
var between = regexp.MustCompile(`\s*(?:[,;&/()|]|\band\b|\bund\b|\bwith\b| - )\s*`)

// sameAuthors tells whether names are those of the ground truth, which gives
// them in one line: every name has to be there, and what is left of the line
// has to be degrees and jobs.
func sameAuthors(line string, names []string) bool {
	if letters(line) == letters(strings.Join(names, "")) && len(names) > 0 {
		return true
	}
	left := map[string]bool{}
	for _, part := range between.Split(line, -1) {
		if key := nameKey(part); key != "" {
			left[key] = true
		}
	}
	for _, name := range names {
		for _, part := range between.Split(name, -1) {
			key := nameKey(part)
			if key != "" && !left[key] {
				return false
			}
			delete(left, key)
		}
	}
	for part := range left {
		if !addition.MatchString(part) {
			return false
		}
	}
	return len(names) > 0
}

// nameKey is a name without the title before it.
func nameKey(s string) string {
	return letters(honorific.ReplaceAllString(strings.TrimSpace(s), ""))
}

var honorific = regexp.MustCompile(`(?i)^(?:dr|prof|professor|mr|mrs|ms)\.?\s+`)

// addition matches the letters of what is said of an author and is no name.
var addition = regexp.MustCompile(`^(?:md|phd|rd|rdn|ldn|ms|msc|ma|mba|mph|rn|jd|esq|jr|sr|cpa|cfp|cfa|dds|dvm|vmd|do|np|pharmd|ba|bs|bsc|lcsw|psyd|foma|facp|faap|facl?m|dabom|dacvb|lvt|vts|mw|smt|eryt200)$` +
	`|editor|writer|reporter|director|manager|president|officer|founder|ceo|cto|dietitian|expert|specialist|professor|engineer|representative|team$|industry|company|behavior|cnxsoft`)

// FactReport counts facts by group.
type FactReport struct {
	Group  string `json:"group"` // "" for all pages, "held" for the hosts held aside
	Title  Share  `json:"title"`
	Author Share  `json:"author"`
	Date   Share  `json:"date"`
}

// Share is how many of how many pages are right.
type Share struct {
	Right int `json:"right"`
	Pages int `json:"pages"`
}

func (s *Share) add(right *bool) {
	if right == nil {
		return
	}
	s.Pages++
	if *right {
		s.Right++
	}
}

func (s Share) value() float64 {
	if s.Pages == 0 {
		return 0
	}
	return float64(s.Right) / float64(s.Pages)
}

// factTotals are shares of the pages whose ground truth has the fact.
func factTotals(pages []*PageScore) []figure {
	r := factShares("", pages)
	return []figure{{"title", r.Title.value()}, {"author", r.Author.value()}, {"date", r.Date.value()}}
}

// String is the share, and of how many pages.
func (s Share) String() string {
	if s.Pages == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f of %d", s.value(), s.Pages)
}

// heldGroup stands for the hosts that nothing is tuned on.
const heldGroup = "held"

// factShares sums up the facts of pages.
func factShares(group string, pages []*PageScore) FactReport {
	r := FactReport{Group: group}
	for _, p := range pages {
		if p.Facts != nil {
			r.Title.add(p.Facts.Title)
			r.Author.add(p.Facts.Author)
			r.Date.add(p.Facts.Date)
		}
	}
	return r
}

// factReports are those of all pages, of the hosts held aside, and of each
// group; nil if the extractor gave no facts.
func factReports(set *Dataset, scores []PageScore) (list []FactReport) {
	var all, held []*PageScore
	for i := range scores {
		if p := &scores[i]; p.Facts != nil {
			all = append(all, p)
			if p.Facts.Held {
				held = append(held, p)
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	list = append(list, factShares("", all), factShares(heldGroup, held))
	for _, g := range groups(set, scores) {
		if g.name != "" {
			list = append(list, factShares(g.name, g.pages))
		}
	}
	return list
}
