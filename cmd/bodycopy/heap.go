package main

import (
	"os"
	"runtime/debug"
	"sync"
)

// heap tells the garbage collector how much memory a batch may take, so that it
// runs when that is reached and not whenever the little that is live has
// doubled: the collector of one worker runs on the cores that others need, and
// is a tenth of all work then. What is taken is the same however many documents
// there are.
//
// A nil heap does nothing.
type heap struct {
	mu    sync.Mutex
	limit int64
}

// What a run may take: heapBase for tables and what waits to be written, and
// heapWorker for each worker, which is enough for a document of half a megabyte. A
// document from largeDocument on may take heapShare times its size besides,
// while it is worked on: what SECURITY.md says of a page.
const (
	heapBase      = 128 << 20
	heapWorker    = 32 << 20
	heapShare     = 40
	largeDocument = 512 << 10
)

// newHeap begins a run. Done ends it, and leaves the collector as it was. Who
// has set GOGC or GOMEMLIMIT knows better: then the heap is nil.
func newHeap(workers int) (h *heap, done func()) {
	if os.Getenv("GOGC")+os.Getenv("GOMEMLIMIT") != "" {
		return nil, func() {}
	}
	h = &heap{limit: heapBase + int64(workers)*heapWorker}
	limit, percent := debug.SetMemoryLimit(h.limit), debug.SetGCPercent(-1)
	return h, func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// hold makes room for a document of so many bytes, until it is let go.
func (h *heap) hold(size int) (letGo func()) {
	if h == nil || size < largeDocument {
		return func() {}
	}
	h.grow(heapShare * int64(size))
	return func() { h.grow(-heapShare * int64(size)) }
}

func (h *heap) grow(by int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.limit += by
	debug.SetMemoryLimit(h.limit)
}
