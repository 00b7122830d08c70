package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"time"

	"github.com/seed-1beecd1b/bodycopy/benchmarks/rivals"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// cost is what an extractor used for some pages.
type cost struct {
	cpu    time.Duration // of the whole process, garbage collection too
	bytes  uint64        // allocated
	allocs uint64        // objects allocated
}

// measurement is a run over some pages.
type measurement struct {
	pages      []eval.Page
	contenders []*contender
}

// batch is the number of pages after which the next extractor has its turn.
const batch = 20

// round gives all pages to all extractors. Who begins changes from batch to
// batch.
func (m *measurement) round(round int) {
	turn := round
	for pages := range slices.Chunk(m.pages, batch) {
		for i := range m.contenders {
			c := m.contenders[(i+turn)%len(m.contenders)]
			c.costs[round].add(c.run(pages))
		}
		turn++
	}
}

// run collects the garbage of those before first.
func (c *contender) run(pages []eval.Page) cost {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := cpuTime()
	for i := range pages {
		// A page that an extractor fails on costs what it costs.
		_, _ = c.extract(&pages[i])
	}
	used := cpuTime() - start
	runtime.ReadMemStats(&after)
	return cost{used, after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs}
}

func (c *cost) add(d cost) {
	c.cpu += d.cpu
	c.bytes += d.bytes
	c.allocs += d.allocs
}

// table writes medians, and for the ratio of CPU time its range.
func (m *measurement) table(w io.Writer, pages, size int) error {
	i := slices.IndexFunc(m.contenders, func(c *contender) bool { return c.Name == rivals.Baseline })
	base := m.contenders[i].costs
	_, err := fmt.Fprint(w, "| extractor | CPU time × html.Parse | bytes × | allocations × | ms a page | MB/s | kB a page | allocations a page |\n|---|---|---|---|---|---|---|---|\n")
	for _, c := range m.contenders {
		var cpu, bytes, allocs, ms []float64
		for i, x := range c.costs {
			cpu = append(cpu, float64(x.cpu)/float64(base[i].cpu))
			bytes = append(bytes, float64(x.bytes)/float64(base[i].bytes))
			allocs = append(allocs, float64(x.allocs)/float64(base[i].allocs))
			ms = append(ms, x.cpu.Seconds()*1e3/float64(pages))
		}
		last := c.costs[len(c.costs)-1]
		perPage := median(ms)
		if err == nil {
			_, err = fmt.Fprintf(w, "| %s %s | %.2f [%.2f–%.2f] | %.2f | %.2f | %.2f | %.1f | %.0f | %.0f |\n", c.Name, c.Version(),
				median(cpu), slices.Min(cpu), slices.Max(cpu), median(bytes), median(allocs), perPage,
				float64(size)/1e3/(perPage*float64(pages)), float64(last.bytes)/1e3/float64(pages), float64(last.allocs)/float64(pages))
		}
	}
	return err
}

func median(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return (list[(len(list)-1)/2] + list[len(list)/2]) / 2
}
