package extract_test

import (
	"flag"
	"fmt"
	"math"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
)

var memory = flag.Bool("memory", false, "measure the memory that hostile pages of a megabyte take")

// scalingSizes are the sizes that time is measured at, in bytes.
var scalingSizes = []int{125_000, 250_000, 500_000, 1_000_000}

// scaling are the pages whose time is to grow with their size and no faster.
func scaling() map[string]func(size int) []byte {
	cases := map[string]func(size int) []byte{
		"article": func(size int) []byte { return []byte(longPage(size)) },
	}
	where := map[string]string{"width": ", before", "storm": ", before", "depth": ", before", "repeats": ", before", "heads": ", after"}
	for _, d := range hostile.Documents(1000) {
		if name, ok := strings.CutSuffix(d.Name, where[d.Group]); ok && where[d.Group] != "" {
			cases[d.Group+" "+name] = func(size int) []byte {
				for _, again := range hostile.Documents(size) {
					if again.Group == d.Group && again.Name == d.Name {
						return again.Data
					}
				}
				return nil
			}
		}
	}
	return cases
}

// BenchmarkScaling prints the exponent of time against size over the scaling
// cases: 1 is linear, 2 quadratic. Each is fitted to all sizes, by least
// squares on logarithms, of the best of three runs. The one that counts is
// that of all cases together.
//
//	go test ./extract -run xxx -bench Scaling -benchtime 1x
func BenchmarkScaling(b *testing.B) {
	var e extract.Extractor
	all := extract.Rendering{Keep: heuristics.Roles()} // the same share of each size
	cases := scaling()
	total := make([]float64, len(scalingSizes))
	for name, page := range cases {
		var pages [][]byte
		for _, size := range scalingSizes {
			pages = append(pages, page(size))
		}
		b.Run(name, func(b *testing.B) {
			times := make([]float64, len(pages))
			for b.Loop() {
				for i, p := range pages {
					times[i] = cpuOf(func() {
						r, err := e.FromBytes(p, extract.Source{})
						require.NoError(b, err)
						_, err = r.HTML(all)
						require.NoError(b, err)
						_, err = r.Markdown(all)
						require.NoError(b, err)
					})
				}
			}
			sizes := make([]float64, len(pages))
			for i, p := range pages {
				sizes[i] = float64(len(p))
				total[i] += times[i]
			}
			b.ReportMetric(exponent(sizes, times), "exponent")
			b.ReportMetric(times[len(times)-1]/sizes[len(sizes)-1]*1e6, "s/MB")
		})
	}
	sizes := make([]float64, len(scalingSizes))
	for i, s := range scalingSizes {
		sizes[i] = float64(s)
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
		}
		b.ReportMetric(exponent(sizes, total), "exponent")
	})
}

// cpuOf is the best of three CPU times, in seconds.
func cpuOf(f func()) float64 {
	best := math.Inf(1)
	for range 3 {
		runtime.GC()
		start := cpuTime()
		f()
		best = min(best, (cpuTime() - start).Seconds())
	}
	return best
}

// exponent fits y = c·x^exponent.
func exponent(x, y []float64) float64 {
	var sx, sy, sxx, sxy float64
	n := float64(len(x))
	for i := range x {
		lx, ly := math.Log(x[i]), math.Log(max(y[i], 1e-6))
		sx, sy, sxx, sxy = sx+lx, sy+ly, sxx+lx*lx, sxy+lx*ly
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}

// Memory that a page may take: so much for any, and so many times its size.
const (
	baseMemory  = 32 << 20
	memoryShare = 40
)

// TestMemory measures the live heap, garbage of the last collection included, of
// extraction and of each rendering.
//
//	go test ./extract -run Memory -v -memory
func TestMemory(t *testing.T) {
	if !*memory {
		t.Skip("with -memory")
	}
	var e extract.Extractor
	pages := hostile.Documents(1_000_000)
	worst, most := "", 0.0
	for _, d := range pages {
		peak := peakHeap(func() {
			r, err := e.FromBytes(d.Data, extract.Source{ContentType: d.ContentType})
			require.NoError(t, err, d.Name)
			runtime.KeepAlive(r)
		})
		r, err := e.FromBytes(d.Data, extract.Source{ContentType: d.ContentType})
		require.NoError(t, err, d.Name)
		for format, render := range formats(r) {
			shown := peakHeap(func() {
				_, err := render(extract.Rendering{Keep: heuristics.Roles()})
				require.NoError(t, err, d.Name)
			})
			if shown > peak {
				t.Logf("%s: %s: %s takes %d MB, extraction %d MB", d.Group, d.Name, format, shown>>20, peak>>20)
				peak = shown
			}
		}
		share := (float64(peak) - baseMemory) / float64(len(d.Data))
		if share > most {
			worst, most = d.Group+": "+d.Name, share
		}
		assert.LessOrEqual(t, share, float64(memoryShare), fmt.Sprintf("%s: %s: %d MB for %d bytes", d.Group, d.Name, peak>>20, len(d.Data)))
	}
	t.Logf("%d pages: at most 32 MB and %.0f times the size (%s)", len(pages), most, worst)
}

// peakHeap is the most that the heap grows to while f runs.
func peakHeap(f func()) uint64 {
	runtime.GC()
	runtime.GC() // a pool keeps what it holds for one more round
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	read := func() uint64 { metrics.Read(sample); return sample[0].Value.Uint64() }
	base, peak := read(), uint64(0)
	done, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for {
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
				peak = max(peak, read())
			}
		}
	}()
	f()
	peak = max(peak, read())
	close(done)
	<-stopped
	return max(peak, base) - base
}
