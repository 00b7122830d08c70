// Command quality scores the extractors of others beside our own on a data
// set in one of the layouts that bodycopy eval reads, and prints Markdown
// tables.
//
//	go run ./quality [flags] DATASET DIR
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/benchmarks/rivals"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

func main() {
	names := flag.String("rivals", "", "names, divided by commas; all but "+rivals.Baseline+" if empty")
	save := flag.String("save", "", "folder for the reports as JSON, for bodycopy eval diff")
	jobs := flag.Int("jobs", 1, "pages at once")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: quality [flags] DATASET DIR")
		flag.PrintDefaults()
		os.Exit(2)
	}
	if err := run(split(*names), *save, *jobs, flag.Arg(0), flag.Arg(1)); err != nil {
		fmt.Fprintln(os.Stderr, "quality:", err)
		os.Exit(2)
	}
}

func split(names string) []string {
	if names == "" {
		var list []string
		for _, r := range rivals.All() {
			if r.Name != rivals.Baseline {
				list = append(list, r.Name)
			}
		}
		return list
	}
	return strings.Split(names, ",")
}

func run(names []string, save string, jobs int, dataset, dir string) error {
	set, err := eval.FindDataset(dataset)
	if err != nil {
		return err
	}
	list, err := rivals.Choose(names)
	if err != nil {
		return err
	}
	pages, err := set.Read(dir)
	if err != nil {
		return err
	}
	var rows []row
	for _, r := range list {
		scores := eval.Run(set, pages, r.Extract(set.Keep), eval.RunOptions{Workers: jobs})
		report, err := eval.NewReport(set, pages, scores, r.Version(), map[string]string{"extractor": r.Name})
		if err != nil {
			return err
		}
		for _, p := range report.Pages {
			if p.Error != "" {
				fmt.Fprintf(os.Stderr, "%s failed on %s: %s\n", r.Name, p.ID, p.Error)
			}
		}
		if save != "" {
			if err := write(filepath.Join(save, r.Name+".json"), report); err != nil {
				return err
			}
		}
		rows = append(rows, row{fmt.Sprintf("%s %s", r.Name, r.Version()), report})
	}
	return tables(os.Stdout, rows)
}

func write(name string, r *eval.Report) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := r.WriteJSON(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
