package main

import (
	"math"
	"runtime/debug"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestHeap holds that a large document makes room for itself as long as it is
// there, and that a run leaves the collector as it was.
func TestHeap(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	limit := func() int64 { return debug.SetMemoryLimit(-1) }
	before := limit()
	h, done := newHeap(2)
	const usual = heapBase + 2*heapWorker
	assert.EqualValues(t, usual, limit())
	h.hold(largeDocument - 1)()
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			letGo := h.hold(2 * largeDocument)
			assert.GreaterOrEqual(t, limit(), int64(usual+2*heapShare*largeDocument))
			letGo()
		})
	}
	wg.Wait()
	assert.EqualValues(t, usual, limit(), "everything is let go")
	done()
	assert.Equal(t, before, limit())
	percent := debug.SetGCPercent(100)
	assert.Positive(t, percent)
	debug.SetGCPercent(percent)
}

func TestHeapOfOthers(t *testing.T) {
	t.Setenv("GOMEMLIMIT", "1GiB")
	h, done := newHeap(2)
	defer done()
	assert.Nil(t, h, "who has set it knows better")
	h.hold(math.MaxInt32)()
}
