// Command speed measures what the extractors of others and our own cost, in
// multiples of html.Parse.
//
//	go run ./speed [flags] DATASET DIR
//
// A few pages at a time are given to one extractor after the other, in one
// process, so that whatever else the machine does meets them all. The figures
// are medians of several rounds over all pages.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/benchmarks/rivals"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/decode"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// minRounds is the least number of rounds that a median is taken of.
const minRounds = 5

func main() {
	names := flag.String("rivals", "", "names, divided by commas; all if empty")
	rounds := flag.Int("rounds", minRounds, "rounds over all pages")
	maxPages := flag.Int("max-pages", 0, "pages, chosen evenly from the data set; 0 for all")
	flag.Parse()
	if flag.NArg() != 2 || *rounds < minRounds || *maxPages < 0 {
		fmt.Fprintf(os.Stderr, "usage: speed [flags] DATASET DIR, with %d rounds or more\n", minRounds)
		flag.PrintDefaults()
		os.Exit(2)
	}
	if err := run(*names, *rounds, *maxPages, flag.Arg(0), flag.Arg(1)); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(2)
	}
}

func run(names string, rounds, maxPages int, dataset, dir string) error {
	set, err := eval.FindDataset(dataset)
	if err != nil {
		return err
	}
	var chosen []string
	if names != "" {
		chosen = append(strings.Split(names, ","), rivals.Baseline)
	}
	list, err := rivals.Choose(chosen)
	if err != nil {
		return err
	}
	pages, err := set.Read(dir)
	if err != nil {
		return err
	}
	pages = sample(pages, maxPages)
	size := 0
	for i := range pages {
		pages[i].HTML = decode.UTF8(pages[i].HTML, "")
		size += len(pages[i].HTML)
	}
	m := newMeasurement(list, set.Keep, pages, rounds)
	for round := range rounds {
		m.round(round)
	}
	fmt.Printf("%d pages of %s, %.1f kB a page; %d rounds\n\n", len(pages), dataset, float64(size)/1e3/float64(len(pages)), rounds)
	return m.table(os.Stdout, len(pages), size)
}

// sample takes pages at even distances. They are copied, so that the others
// can be let go.
func sample(pages []eval.Page, most int) []eval.Page {
	if most == 0 || most >= len(pages) {
		return pages
	}
	list := make([]eval.Page, most)
	for i := range list {
		list[i] = pages[i*len(pages)/most]
	}
	return list
}

// contender is an extractor with what it cost, by round.
type contender struct {
	rivals.Rival
	extract eval.Extract
	costs   []cost
}

func newMeasurement(list []rivals.Rival, keep []heuristics.Role, pages []eval.Page, rounds int) *measurement {
	m := &measurement{pages: pages}
	for _, r := range list {
		m.contenders = append(m.contenders, &contender{Rival: r, extract: r.Extract(keep), costs: make([]cost, rounds)})
	}
	return m
}
