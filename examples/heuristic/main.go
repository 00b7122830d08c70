// Command heuristic adds a rule of its own: on this site, lines that begin
// with "Correction" are legal notes, not the story.
//
//	go run ./examples/heuristic < testdata/pages/news-story.html
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

func main() {
	correction := heuristics.Heuristic{
		Name: "correction",
		Doc:  "lines that begin with Correction",
		Judge: func(_ *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
			if !strings.HasPrefix(b.Text, "Correction") {
				return nil
			}
			return []heuristics.Evidence{
				{Role: heuristics.Legal, Weight: 8, Reason: "begins with Correction"},
				{Role: heuristics.Body, Weight: -8, Reason: "begins with Correction"},
			}
		},
	}
	e := extract.Extractor{Heuristics: append(heuristics.Default(), correction)}
	result, err := e.FromReader(os.Stdin, extract.Source{})
	if err != nil {
		log.Fatal(err)
	}
	for _, b := range result.Blocks {
		fmt.Printf("%-10s %.2f  %.60s\n", b.Role, b.Score, b.Text)
	}
}
