package main

import (
	"flag"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// rounds is how often one and two workers are timed in turn, for instance
//
//	go test ./cmd/bodycopy -run Workers -v -documents 1000 -rounds 9
//
// It is off by default: it needs two cores that nobody else uses.
var rounds = flag.Int("rounds", 0, "rounds of TestWorkers")

// leastSpeedup is how much faster two workers have to be than one.
const leastSpeedup = 1.8

// TestWorkers times one worker and two, in turn, in one process.
func TestWorkers(t *testing.T) {
	if *rounds == 0 || runtime.NumCPU() < 2 {
		t.Skip("asked for with -rounds, on two free cores")
	}
	pages := crawl(t, *documents)
	once := func(workers string) time.Duration {
		began := time.Now()
		run([]string{"-q", "--format", "jsonl", "--workers", workers, pages}, strings.NewReader(""), io.Discard, io.Discard)
		return time.Since(began)
	}
	once("2") // files into the cache, tables into memory
	var ratios []float64
	for range *rounds {
		one, two := once("1"), once("2")
		ratios = append(ratios, one.Seconds()/two.Seconds())
	}
	slices.Sort(ratios)
	median := ratios[len(ratios)/2]
	t.Logf("two workers are %.2f times as fast as one, median of %d rounds from %.2f to %.2f", median, len(ratios), ratios[0], ratios[len(ratios)-1])
	assert.GreaterOrEqual(t, median, leastSpeedup)
}
