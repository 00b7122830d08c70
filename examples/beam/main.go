// Command beam extracts the pages of many WARC files, or of shards of text, on
// one machine or on many: the runner is a flag. See README.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"sort"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

var (
	input   = flag.String("input", "", "glob of .warc or .wet files, or of .jsonl shards whose lines have a text; compressed or not")
	output  = flag.String("output", "", "folder for shards of JSON lines")
	shards  = flag.Int("shards", 1, "how many shards to write")
	keep    = flag.String("keep", "body", "roles that make up the text, divided by commas")
	explain = flag.Bool("explain", false, "with the reasons of every block")
	spread  = flag.Bool("spread", false, "hand the pages of a file to several workers: for few and large files")
)

func main() {
	flag.Parse()
	beam.Init() // on a worker, this is where the program stays
	p, err := pipeline(*input, *output, *shards, &extractFn{Keep: strings.Split(*keep, ","), Explain: *explain}, *spread)
	if err != nil {
		log.Fatal(err)
	}
	result, err := beamx.RunWithMetrics(context.Background(), p)
	if err != nil {
		log.Fatal(err)
	}
	for _, line := range counted(result) {
		fmt.Println(line)
	}
}

// pipeline reads files, extracts their documents, and writes shards.
func pipeline(input, output string, shards int, extract *extractFn, spread bool) (*beam.Pipeline, error) {
	if input == "" || output == "" {
		return nil, errors.New("--input and --output are needed")
	}
	if shards < 1 {
		return nil, fmt.Errorf("--shards %d: want 1 or more", shards)
	}
	if _, err := extract.extractor(); err != nil {
		return nil, err
	}
	p, s := beam.NewPipelineWithRoot()
	files := fileio.ReadMatches(s, fileio.MatchFiles(s, input, fileio.MatchEmptyDisallow()), fileio.ReadUncompressed())
	documents := beam.ParDo(s.Scope("Read"), &readFn{}, beam.Reshuffle(s, files))
	if spread {
		documents = beam.Reshuffle(s, documents)
	}
	extract.Shards = shards
	lines := beam.ParDo(s.Scope("Extract"), extract, documents)
	beam.ParDo0(s.Scope("Write"), &writeFn{Dir: output, Shards: shards}, beam.GroupByKey(s, lines))
	return p, nil
}

// counterSpace is the namespace of our counters.
const counterSpace = "bodycopy"

// counted lists our counters, sorted by name. Not every runner has them.
func counted(result beam.PipelineResult) (lines []string) {
	if result == nil {
		return nil
	}
	all := result.Metrics().Query(func(r beam.MetricResult) bool { return r.Namespace() == counterSpace })
	sums := map[string]int64{}
	for _, c := range all.Counters() {
		sums[c.Name()] += value(c)
	}
	for name, n := range sums {
		lines = append(lines, fmt.Sprintf("%s %d", name, n))
	}
	sort.Strings(lines)
	return lines
}

func value(c metrics.CounterResult) int64 { return c.Result() }
