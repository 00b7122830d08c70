package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// batchOptions are the flags that say how many documents are run.
type batchOptions struct {
	from       []string
	workers    int
	unordered  bool
	out        string
	gzip       bool
	shard      int
	checkpoint int
	resume     bool
}

// Documents in a shard, and from one checkpoint to the next: of usual pages
// some 500 MB, and some seconds.
const (
	shardDocuments      = 10_000
	checkpointDocuments = 100
)

func (b *batchOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVar(&b.from, "from", nil, "read more arguments from this file, one a line; - is standard input; may be repeated")
	f.IntVar(&b.workers, "workers", runtime.GOMAXPROCS(0), "documents at once")
	f.Lookup("workers").DefValue = perCore
	f.BoolVar(&b.unordered, "unordered", false, "write results as they come, not in input order")
	f.StringVar(&b.out, "out", "", "write shards of JSON lines to this folder, not to standard output")
	f.BoolVar(&b.gzip, "gzip", false, "with --out: compress the shards")
	f.IntVar(&b.shard, "shard", shardDocuments, "with --out: documents in a shard")
	f.IntVar(&b.checkpoint, "checkpoint", checkpointDocuments, "with --out: documents from one point where --resume can go on to the next")
	f.BoolVar(&b.resume, "resume", false, "with --out: go on where an earlier run with the same arguments was ended")
}

// withOut are the flags that mean nothing without --out.
var withOut = []string{"gzip", "shard", "checkpoint", "resume"}

// check says what is wrong with the flags, and fills in what follows from others.
func (opt *options) check(cmd *cobra.Command) error {
	b := &opt.batch
	if err := opt.checkFormat(); err != nil {
		return err
	}
	for _, n := range []struct {
		flag  string
		value int
	}{{"workers", b.workers}, {"shard", b.shard}, {"checkpoint", b.checkpoint}} {
		if n.value < 1 {
			return fmt.Errorf("--%s %d: want 1 or more", n.flag, n.value)
		}
	}
	if err := opt.fetch.check(); err != nil {
		return err
	}
	if b.out == "" {
		for _, name := range withOut {
			if cmd.Flags().Changed(name) {
				return fmt.Errorf("--%s needs --out", name)
			}
		}
		return nil
	}
	if cmd.Flags().Changed("format") && opt.format != "jsonl" {
		return fmt.Errorf("--format %s: shards are jsonl", opt.format)
	}
	opt.format = "jsonl"
	return nil
}

// checkFormat refuses formats that are not there or cannot say what is wanted.
func (opt *options) checkFormat() error {
	switch {
	case !slices.Contains(formats, opt.format):
		return fmt.Errorf("--format %s: want one of %s", opt.format, strings.Join(formats, ", "))
	case opt.explain && !slices.Contains(explained, opt.format):
		return fmt.Errorf("--explain: %s has no place for reasons; want --format %s", opt.format, strings.Join(explained, ", "))
	}
	return nil
}
