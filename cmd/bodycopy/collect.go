package main

import (
	"cmp"
	"os"
	"runtime/debug"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// The garbage collector may let the heap grow to so many percent of what is
// live before it looks again, and to so much in all: what each document may
// take, see SECURITY.md. The collector of one worker runs on the cores that
// others need: with 100 percent it is a tenth of all work, with 400 a
// fortieth, for some 50 MB more.
const (
	heapGrowth   = 400
	memoryBase   = 32 << 20
	memoryFactor = 40 // bytes a byte of the document
)

// collectSeldom makes the collector run less often until the function that it
// returns is called. Who has set GOGC or GOMEMLIMIT knows better.
func collectSeldom(workers int, limits extract.Limits) (undo func()) {
	if os.Getenv("GOGC")+os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	bytes := int64(cmp.Or(limits.Bytes, extract.DefaultBytes))
	most := debug.SetMemoryLimit(int64(workers) * (memoryBase + memoryFactor*bytes))
	percent := debug.SetGCPercent(heapGrowth)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(most)
	}
}
