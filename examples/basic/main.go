// Command basic prints the article of the page on standard input.
//
//	go run ./examples/basic < testdata/pages/news-story.html
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

func main() {
	var e extract.Extractor
	result, err := e.FromReader(os.Stdin, extract.Source{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s (%s, %.0f %% sure)\n\n", result.Metadata.Title, result.Verdict.Kind, 100*result.Verdict.Confidence)
	fmt.Println(result.Text())
}
