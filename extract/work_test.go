package extract_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// Bounds on the memory of an extraction to text against that of html.Parse on
// testdata/pages. Unlike time, neither depends on the machine: they are what
// a change is held to on every run.
const (
	mostAllocations = 0.2
	mostBytes       = 1.3
)

// TestAllocations bounds the work of an extraction by what can be counted.
func TestAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	pages, _ := benchPages(t)
	parseAll, extractAll := works(t, pages)
	extractAll() // tables are read, and memory is there to be used again
	number, bytes := allocations(extractAll)
	floorNumber, floorBytes := allocations(parseAll)
	n, b := float64(number)/float64(floorNumber), float64(bytes)/float64(floorBytes)
	t.Logf("against html.Parse: %.3f times the allocations, %.3f times the bytes", n, b)
	assert.LessOrEqual(t, n, mostAllocations)
	assert.LessOrEqual(t, b, mostBytes)
}

var measureTime = flag.Bool("measure", false, "measure time against html.Parse, on all pages there are")

// TestWork measures CPU time against that of html.Parse, the collector's work
// included: the median of rounds in which all pages are parsed and then all
// extracted, and the worst of them one by one. It asserts nothing.
//
//	go test ./extract -run TestWork -measure -v
func TestWork(t *testing.T) {
	if !*measureTime {
		t.Skip("needs -measure")
	}
	for _, set := range measuredSets(t) {
		measureWork(t, set.name, set.pages)
	}
}

// measuredSet is a set of pages that time is measured on.
type measuredSet struct {
	name  string
	pages [][]byte
}

// measuredSets are our own pages and, if they are there, a tenth of WCXB.
func measuredSets(t *testing.T) []measuredSet {
	own, _ := benchPages(t)
	sets := []measuredSet{{"testdata/pages", own}}
	pages, err := eval.WCXB(filepath.Join(sharedDir, "wcxb", "dev"))
	if err != nil {
		return sets
	}
	const every = 10
	var some [][]byte
	for i := 0; i < len(pages); i += every {
		some = append(some, pages[i].HTML)
	}
	return append(sets, measuredSet{"WCXB dev", some})
}

func measureWork(t *testing.T, name string, pages [][]byte) {
	parseAll, extractAll := works(t, pages)
	extractAll() // tables are read, and memory is there to be used again
	explainAll := reading(t, &extract.Extractor{Explain: true}, pages)
	explainAll()
	r := against(parseAll, extractAll, explainAll)
	worst := byPage(t, pages)
	above := 0
	for _, w := range worst {
		if w > mostOfPage {
			above++
		}
	}
	t.Logf("%-14s %d pages: %v times html.Parse in %d rounds; with reasons %v; of the worst page %.2f times its own, %d above %d",
		name, len(pages), r[0], rounds, r[1], worst[len(worst)-1], above, mostOfPage)
}

// rounds is how often what is compared runs in turn.
const rounds = 9

// ratio is a time against another, the median of rounds and their range.
type ratio struct{ median, least, most float64 }

func (r ratio) String() string { return fmt.Sprintf("%.3f (%.3f to %.3f)", r.median, r.least, r.most) }

// ratioOf is that of the ratios of all rounds.
func ratioOf(ratios []float64) ratio {
	slices.Sort(ratios)
	return ratio{ratios[len(ratios)/2], ratios[0], ratios[len(ratios)-1]}
}

// against returns the CPU time of each of works against that of a floor, in
// rounds in which all run in turn.
func against(floor func(), works ...func()) (list []ratio) {
	times := enough(floor)
	ratios := make([][]float64, len(works))
	for range rounds {
		least := spent(times, floor)
		for i, work := range works {
			ratios[i] = append(ratios[i], float64(spent(times, work))/float64(least))
		}
	}
	for _, r := range ratios {
		list = append(list, ratioOf(r))
	}
	return list
}

// byPage returns the time of each page against that of parsing it, the least
// first: the best of several times, which other work on the machine disturbs
// least.
func byPage(t *testing.T, pages [][]byte) (ratios []float64) {
	const times = 9
	for i := range pages {
		parseOne, extractOne := works(t, pages[i:i+1])
		parsing, extracting := time.Hour, time.Hour
		for range times {
			parsing, extracting = min(parsing, spent(1, parseOne)), min(extracting, spent(1, extractOne))
		}
		ratios = append(ratios, float64(extracting)/float64(parsing))
	}
	slices.Sort(ratios)
	return ratios
}

// TestTwoAtOnce measures by how much CPU time grows when two goroutines extract at
// once: what they wait for each other, and for the memory. The same is measured
// of html.Parse, which shares nothing between its calls.
//
//	go test ./extract -run TestTwoAtOnce -measure -v
func TestTwoAtOnce(t *testing.T) {
	if !*measureTime {
		t.Skip("needs -measure")
	}
	pages, _ := benchPages(t)
	parseAll, extractAll := works(t, pages)
	for _, w := range []struct {
		name string
		work func()
	}{{"extract", extractAll}, {"html.Parse", parseAll}} {
		var ratios []float64
		for range rounds {
			one := spent(2, w.work)
			two := spent(1, func() {
				var both sync.WaitGroup
				both.Go(w.work)
				both.Go(w.work)
				both.Wait()
			})
			ratios = append(ratios, float64(two)/float64(one))
		}
		t.Logf("%-10s by two goroutines: %v times the CPU time of one", w.name, ratioOf(ratios))
	}
}

// mostOfPage is the bound of a page's time against that of parsing it.
const mostOfPage = 3

// works returns two ways to spend time on pages: parsing and extracting.
func works(t testing.TB, pages [][]byte) (parseAll, extractAll func()) {
	return func() {
		for _, p := range pages {
			parse(t, p)
		}
	}, reading(t, &extract.Extractor{}, pages)
}

// reading returns what extracts pages to text.
func reading(t testing.TB, e *extract.Extractor, pages [][]byte) func() {
	return func() {
		for _, p := range pages {
			r, err := e.FromBytes(p, extract.Source{})
			require.NoError(t, err)
			_ = r.Text()
		}
	}
}

func allocations(f func()) (number, bytes uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
}

// enough is how often f is to be called so that what else the machine does is
// little beside it: for a fifth of a second.
func enough(f func()) int { return 1 + int(200*time.Millisecond/spent(1, f)) }

// spent returns the CPU time of f, called several times.
func spent(times int, f func()) time.Duration {
	start := cpuTime()
	for range times {
		f()
	}
	return cpuTime() - start
}

// TestManyGoroutines holds that pages read at once, by goroutines that take
// each other's memory, give what they give one at a time: nothing of one page
// turns up in another.
func TestManyGoroutines(t *testing.T) {
	var e extract.Extractor
	pages, _ := benchPages(t)
	want := make([]string, len(pages))
	for i, p := range pages {
		r, err := e.FromBytes(p, extract.Source{})
		require.NoError(t, err)
		want[i] = allOf(r)
	}
	const goroutines = 4
	var wg sync.WaitGroup
	for g := range goroutines {
		wg.Go(func() {
			var kept []*extract.Result // all at once, so that memory that is used again would show
			for i := range pages {
				r, err := e.FromBytes(pages[(i+g*len(pages)/goroutines)%len(pages)], extract.Source{})
				if !assert.NoError(t, err) {
					return
				}
				kept = append(kept, r)
			}
			for i, r := range kept {
				assert.Equal(t, want[(i+g*len(pages)/goroutines)%len(pages)], allOf(r))
			}
		})
	}
	wg.Wait()
}

func allOf(r *extract.Result) string {
	s := r.Text()
	for i := range r.Blocks {
		b := &r.Blocks[i]
		s += "\n" + b.Role.String() + " " + b.Path() + " " + b.Text
	}
	return s
}

// Bounds on the first page of a process, tables read: CPU time on a machine with
// nothing else to do (with other work it takes up to twice that), and memory,
// which does not depend on the machine.
const (
	startUp      = 20 * time.Millisecond
	startUpBytes = 3 << 20
)

var startOnce = flag.Bool("start-up", false, "extract one page and print how long that took; for the processes of TestStartUp")

// TestStartUp measures the first page of a process, in processes of its own.
// It takes the best of several, more of them while that is too long, since
// others may be at work on the machine.
func TestStartUp(t *testing.T) {
	page := filepath.Join(pagesDir, "news-story.html")
	if *startOnce {
		data, err := os.ReadFile(page)
		require.NoError(t, err)
		var took, clock time.Duration
		_, bytes := allocations(func() {
			before, start := cpuTime(), time.Now()
			var e extract.Extractor
			r, err := e.FromBytes(data, extract.Source{})
			require.NoError(t, err)
			_ = r.Text()
			took, clock = cpuTime()-before, time.Since(start)
		})
		fmt.Println(took.Nanoseconds(), clock.Nanoseconds(), bytes)
		return
	}
	if raceEnabled || testing.Short() {
		t.Skip("measures time")
	}
	const fewest, most = 5, 40
	best, clock := time.Hour, time.Hour
	var bytes int
	for n := 0; n < fewest || n < most && best > 2*startUp; n++ {
		out, err := exec.Command(os.Args[0], "-test.run=^TestStartUp$", "-start-up").Output()
		require.NoError(t, err)
		var took, by time.Duration
		_, err = fmt.Sscan(string(out), &took, &by, &bytes)
		require.NoError(t, err)
		best, clock = min(best, took), min(clock, by)
	}
	t.Logf("the first page of a process takes %v of CPU time, %v by the clock, and %d bytes", best, clock, bytes)
	assert.LessOrEqual(t, best, 2*startUp)
	assert.LessOrEqual(t, bytes, startUpBytes)
}
