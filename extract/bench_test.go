package extract_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

func benchPages(t testing.TB) (pages [][]byte, size int64) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(pagesDir, "*.html"))
	require.NoError(t, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		pages = append(pages, data)
		size += int64(len(data))
	}
	return pages, size
}

func parse(t testing.TB, page []byte) {
	_, err := html.Parse(bytes.NewReader(page))
	require.NoError(t, err)
}

// BenchmarkParse is the floor that BenchmarkExtract is compared with.
func BenchmarkParse(b *testing.B) {
	pages, size := benchPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			parse(b, p)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	var e extract.Extractor
	pages, size := benchPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			r, err := e.FromBytes(p, extract.Source{})
			require.NoError(b, err)
			_ = r.Text()
		}
	}
}

// TestWork bounds the work of an extraction against that of parsing alone:
// allocations, which do not depend on the machine, and time as the median of
// rounds taken in turn.
func TestWork(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	var e extract.Extractor
	pages, _ := benchPages(t)
	extractAll := func() {
		for _, p := range pages {
			r, err := e.FromBytes(p, extract.Source{})
			require.NoError(t, err)
			_ = r.Text()
		}
	}
	parseAll := func() {
		for _, p := range pages {
			parse(t, p)
		}
	}
	extractAll() // tables are read
	ratio := float64(allocations(extractAll)) / float64(allocations(parseAll))
	const rounds = 15
	var times []float64
	for range rounds {
		times = append(times, float64(took(extractAll))/float64(took(parseAll)))
	}
	sort.Float64s(times)
	t.Logf("against html.Parse: %.2f times the allocations; time %.2f times, from %.2f to %.2f in %d rounds", ratio, times[rounds/2], times[0], times[rounds-1], rounds)
	assert.LessOrEqual(t, ratio, 1.5) // time is not asserted: the machine may be noisy
}

func allocations(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs
}

func took(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}
