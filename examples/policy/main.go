// Command policy takes two texts from one extraction: the story with its
// standfirst, and the readers' comments.
//
//	go run ./examples/policy < testdata/pages/comments-heavy.html
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

func main() {
	var e extract.Extractor
	result, err := e.FromReader(os.Stdin, extract.Source{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("STORY\n\n" + result.TextOf(heuristics.Dek, heuristics.Body))
	fmt.Println("\nCOMMENTS\n\n" + result.TextOf(heuristics.Comment))
}
