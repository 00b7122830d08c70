package eval

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
)

// Report is the outcome of a run, with all that is needed to compare it.
type Report struct {
	Dataset string            `json:"dataset"`
	Corpus  string            `json:"corpus"`  // digest of the pages and their ground truth
	Version string            `json:"version"` // of the program
	Options map[string]string `json:"options"` // extractor, policy, seed

	Figures []Figure     `json:"figures"`
	Kinds   *KindReport  `json:"kinds,omitempty"`
	Facts   []FactReport `json:"facts,omitempty"`
	Failed  []string     `json:"failed"` // IDs of the pages that gave an error; they are scored as empty
	Pages   []PageScore  `json:"pages"`  // worst first
}

// NewReport sums up the scores of pages.
func NewReport(set *Dataset, pages []Page, scores []PageScore, version string, options map[string]string) (*Report, error) {
	digest, err := Digest(pages)
	if err != nil {
		return nil, err
	}
	r := &Report{Dataset: set.Name, Corpus: digest, Version: version, Options: maps.Clone(options), Failed: []string{}}
	r.Options["seed"] = strconv.Itoa(seed)
	r.Options["resamples"] = strconv.Itoa(resamples)
	for _, s := range scores {
		if s.Error != "" {
			r.Failed = append(r.Failed, s.ID)
		}
	}
	for _, g := range groups(set, scores) {
		r.Figures = append(r.Figures, estimate(g.name, g.pages, set.figures(scores))...)
	}
	if r.Facts = factReports(set, scores); r.Facts != nil {
		r.Figures = append(r.Figures, estimate("", pointers(scores), factTotals)...)
	}
	r.Kinds = kindReport(pointers(scores))
	r.Pages = slices.Clone(scores)
	slices.SortStableFunc(r.Pages, func(a, b PageScore) int { return cmp.Compare(a.Score, b.Score) })
	return r, nil
}

// figures is the function that turns pages into figures, the same for any
// choice of them.
func (d *Dataset) figures(scores []PageScore) func([]*PageScore) []figure {
	g := gives{
		roles: slices.ContainsFunc(scores, func(s PageScore) bool { return s.HasBlocks }),
		kinds: slices.ContainsFunc(scores, func(s PageScore) bool { return s.Kind != nil }),
	}
	return func(pages []*PageScore) []figure { return d.totals(pages, g) }
}

func pointers(scores []PageScore) []*PageScore {
	list := make([]*PageScore, len(scores))
	for i := range scores {
		list[i] = &scores[i]
	}
	return list
}

// group is a part of the pages with figures of its own.
type group struct {
	name  string
	pages []*PageScore
}

// groups returns all pages, unless the set's groups stand apart, then the
// groups, those with the most pages first.
func groups(set *Dataset, scores []PageScore) []group {
	byName := map[string][]*PageScore{}
	for _, p := range pointers(scores) {
		byName[p.Group] = append(byName[p.Group], p)
	}
	var list []group
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		list = append(list, group{name, byName[name]})
	}
	slices.SortStableFunc(list, func(a, b group) int { return cmp.Compare(len(b.pages), len(a.pages)) })
	if set.Apart || len(list) == 1 && list[0].name == "" {
		return list
	}
	return append([]group{{"", pointers(scores)}}, list...)
}

// Find returns the figure with a full name, nil if there is none.
func (r *Report) Find(name string) *Figure {
	for i := range r.Figures {
		if r.Figures[i].FullName() == name {
			return &r.Figures[i]
		}
	}
	return nil
}

// Names returns the full names of all figures.
func (r *Report) Names() []string {
	var names []string
	for i := range r.Figures {
		names = append(names, r.Figures[i].FullName())
	}
	return names
}

// WriteJSON writes the whole report.
func (r *Report) WriteJSON(w io.Writer) error { return writeJSON(w, r) }

// ReadReport reads what WriteJSON wrote.
func ReadReport(name string) (*Report, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	r := &Report{}
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if _, err := FindDataset(r.Dataset); err != nil || len(r.Pages) == 0 {
		return nil, fmt.Errorf("%s: not a report of eval --format json", name)
	}
	return r, nil
}
