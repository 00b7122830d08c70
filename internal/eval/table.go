package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// WriteTable writes the report for people; with pages, a line for each page,
// worst first.
func (r *Report) WriteTable(w io.Writer, pages bool) error {
	t := &table{Writer: tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)}
	t.line("%s: %d pages, corpus %.12s, version %s", r.Dataset, len(r.Pages), r.Corpus, r.Version)
	for _, name := range slices.Sorted(maps.Keys(r.Options)) {
		t.line("%s: %s", name, r.Options[name])
	}
	t.line("in brackets: 95 %% intervals, pages drawn anew")
	t.figures(r.Figures)
	if r.Kinds != nil {
		t.kinds(r.Kinds)
	}
	if r.Facts != nil {
		t.facts(r.Facts)
	}
	t.failures(r)
	if pages {
		t.pages(r.Pages)
	}
	return t.end()
}

// table writes lines with cells divided by tabs and keeps the first error.
type table struct {
	*tabwriter.Writer
	err error
}

func (t *table) line(format string, args ...any) {
	if _, err := fmt.Fprintf(t, format+"\n", args...); t.err == nil {
		t.err = err
	}
}

// part ends the columns of what came before.
func (t *table) part() { t.flush(); t.line("") }

func (t *table) flush() {
	if err := t.Flush(); t.err == nil {
		t.err = err
	}
}

func (t *table) end() error { t.flush(); return t.err }

// allPages is what stands in place of a group's name for all pages together.
const allPages = "all"

// figures writes one table with a row a group, and, for figures such as
// "bio.F1", one a group with a row for what stands before the point.
func (t *table) figures(list []Figure) {
	var plain []cell
	byGroup := map[string][]cell{}
	var order []string
	for i := range list {
		f := &list[i]
		row, column, dotted := strings.Cut(f.Name, ".")
		if !dotted {
			plain = append(plain, cell{named(f.Group), f.Name, f})
			continue
		}
		if byGroup[f.Group] == nil {
			order = append(order, f.Group)
		}
		byGroup[f.Group] = append(byGroup[f.Group], cell{row, column, f})
	}
	t.grid("", plain)
	for _, g := range order {
		t.grid(named(g), byGroup[g])
	}
}

func named(group string) string {
	if group == "" {
		return allPages
	}
	return group
}

type cell struct {
	row, column string
	*Figure
}

// grid writes rows and columns in the order in which they come.
func (t *table) grid(title string, cells []cell) {
	t.part()
	var rows, columns []string
	at := map[[2]string]*Figure{}
	for _, c := range cells {
		if !slices.Contains(rows, c.row) {
			rows = append(rows, c.row)
		}
		if !slices.Contains(columns, c.column) {
			columns = append(columns, c.column)
		}
		at[[2]string{c.row, c.column}] = c.Figure
	}
	t.line("%s\tpages\t%s", title, strings.Join(columns, "\t"))
	for _, row := range rows {
		pages := 0
		texts := make([]string, len(columns))
		for i, column := range columns {
			if f := at[[2]string{row, column}]; f != nil {
				texts[i], pages = f.String(), f.Pages
			}
		}
		t.line("%s\t%d\t%s", row, pages, strings.Join(texts, "\t"))
	}
}

// String is the value with its interval.
func (f *Figure) String() string { return fmt.Sprintf("%.3f [%.3f–%.3f]", f.Value, f.Low, f.High) }

func (t *table) kinds(k *KindReport) {
	t.part()
	var wants, names []string
	counts := map[[2]string]int{}
	for _, c := range k.Confusion {
		wants = append(wants, c.Want)
		names = append(names, c.Want, c.Got)
		counts[[2]string{c.Want, c.Got}] = c.Pages
	}
	slices.Sort(names)
	names = slices.Compact(names)
	wants = slices.Compact(wants) // in order already
	t.line("kind is \\ taken for\t%s", strings.Join(names, "\t"))
	for _, want := range wants {
		row := []string{want}
		for _, got := range names {
			row = append(row, fmt.Sprint(counts[[2]string{want, got}]))
		}
		t.line("%s", strings.Join(row, "\t"))
	}
	t.part()
	t.line("confidence of kind\tpages\tmean\tright")
	for _, b := range k.Reliability {
		if b.Pages > 0 {
			t.line("%.1f–%.1f\t%d\t%.3f\t%.3f", b.From, b.To, b.Pages, b.Mean, b.Right)
		}
	}
}

// facts says of how many pages title, author and date are right.
func (t *table) facts(list []FactReport) {
	t.part()
	t.line("right of those that have one\ttitle\tauthor\tdate")
	for _, r := range list {
		name := r.Group
		switch name {
		case "":
			name = allPages
		case heldGroup:
			name = "hosts held aside"
		}
		t.line("%s\t%s\t%s\t%s", name, r.Title, r.Author, r.Date)
	}
}

func (t *table) failures(r *Report) {
	t.part()
	t.line("failed, scored as empty: %d", len(r.Failed))
	for i := range r.Pages {
		if p := &r.Pages[i]; p.Error != "" {
			t.line("  %s: %s", p.ID, p.Error)
		}
	}
}

func (t *table) pages(list []PageScore) {
	t.part()
	t.line("score\tprecision\trecall\tpage\tgroup\t")
	for i := range list {
		p := &list[i]
		t.line("%.3f\t%.3f\t%.3f\t%s\t%s\t%s", p.Score, p.Precision, p.Recall, p.ID, p.Group, p.note())
	}
}

// note says what a score does not: counts, leaks, a wrong kind, a failure.
func (p *PageScore) note() string {
	var notes []string
	if s := p.Snippets; s != nil {
		notes = append(notes, fmt.Sprintf("kept %d of %d, wrongly %d of %d", s.TP, s.TP+s.FN, s.FP, s.FP+s.TN))
	}
	if p.Roles != nil {
		for _, c := range p.Roles.ByRole {
			if c.Leaked > 0 && c.Role != heuristics.Body {
				notes = append(notes, fmt.Sprintf("%d %s leaked", c.Leaked, c.Role))
			}
		}
	}
	if p.Kind != nil && !p.Kind.right() {
		notes = append(notes, "taken for "+p.Kind.Got)
	}
	if p.Error != "" {
		notes = append(notes, "failed: "+p.Error)
	}
	if p.URL != "" {
		notes = append(notes, p.URL)
	}
	return strings.Join(notes, "; ")
}
