package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// row is the report of one extractor.
type row struct {
	name string
	*eval.Report
}

// shownLeaks are the roles whose leaks are compared.
var shownLeaks = []string{"newsletter", "bio", "related", "promo", "comment"}

// tables writes the figures that all extractors have, with their intervals.
func tables(w io.Writer, rows []row) error {
	var groups []string // those with figures, "" for all pages
	for _, f := range rows[0].Figures {
		if !slices.Contains(groups, f.Group) {
			groups = append(groups, f.Group)
		}
	}
	var err error
	write := func(columns []string) {
		if err == nil {
			err = table(w, rows, columns)
		}
	}
	if rows[0].Dataset == "roles" {
		for _, g := range groups {
			columns := []string{g + ".body-kept"}
			for _, role := range shownLeaks {
				columns = append(columns, g+"."+role+".leak")
			}
			write(columns)
		}
		return err
	}
	write([]string{"F1", "precision", "recall", "median", "worst-tenth"})
	if len(groups) > 1 {
		for _, name := range []string{"F1", "worst-tenth"} {
			var columns []string
			for _, g := range groups[1:] {
				columns = append(columns, g+"."+name)
			}
			write(columns)
		}
	}
	return err
}

// table leaves out the columns that there are no figures for.
func table(w io.Writer, rows []row, columns []string) error {
	columns = slices.DeleteFunc(columns, func(c string) bool { return rows[0].Find(c) == nil })
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = fmt.Sprintf("%s (%d pages)", c, rows[0].Find(c).Pages)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "| %s | %s | failed |\n|---|%s---|\n", rows[0].Dataset, strings.Join(heads, " | "), strings.Repeat("---|", len(columns)))
	for _, r := range rows {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = r.Find(c).String()
		}
		fmt.Fprintf(&b, "| %s | %s | %d |\n", r.name, strings.Join(cells, " | "), len(r.Failed))
	}
	_, err := fmt.Fprintln(w, b.String())
	return err
}
