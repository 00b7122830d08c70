package extract_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// renderings are what a result can be shown as.
var renderings = []struct {
	name   string
	render func(*extract.Result, extract.Rendering) (string, error)
}{
	{"markdown", (*extract.Result).Markdown}, {"html", (*extract.Result).HTML}, {"text", (*extract.Result).PlainText}, {"json", (*extract.Result).JSON},
}

func BenchmarkRender(b *testing.B) {
	var e extract.Extractor
	pages, size := benchPages(b)
	var results []*extract.Result
	for _, p := range pages {
		r, err := e.FromBytes(p, extract.Source{})
		require.NoError(b, err)
		results = append(results, r)
	}
	for _, f := range renderings {
		b.Run(f.name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, r := range results {
					_, err := f.render(r, extract.Rendering{})
					require.NoError(b, err)
				}
			}
		})
	}
}

// TestSharedRenderingTime measures the CPU time of each rendering against that
// of html.Parse: on 75 pages of WCXB, each parsed and shown in turn, so that
// what else the machine does is in both. The median of some rounds is held to
// the bar.
func TestSharedRenderingTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes its time")
	}
	pages, err := eval.WCXB(shared(t, "wcxb/dev"))
	require.NoError(t, err)
	const sample, rounds, most = 75, 9, 0.3
	var e extract.Extractor
	var picked [][]byte
	var results []*extract.Result
	for i := 0; i < len(pages); i += len(pages) / sample {
		r, err := e.FromBytes(pages[i].HTML, extract.Source{URL: pages[i].URL})
		require.NoError(t, err)
		picked, results = append(picked, pages[i].HTML), append(results, r)
	}
	ratios := make([][]float64, len(renderings))
	for range rounds {
		var parsed time.Duration
		shown := make([]time.Duration, len(renderings))
		for i, r := range results {
			parsed += spent(1, func() { parse(t, picked[i]) })
			for j, f := range renderings {
				shown[j] += spent(1, func() {
					_, err := f.render(r, extract.Rendering{})
					require.NoError(t, err)
				})
			}
		}
		for j := range renderings {
			ratios[j] = append(ratios[j], float64(shown[j])/float64(parsed))
		}
	}
	for j, f := range renderings {
		slices.Sort(ratios[j])
		t.Logf("%-8s %.3f times html.Parse, from %.3f to %.3f", f.name, ratios[j][rounds/2], ratios[j][0], ratios[j][rounds-1])
		assert.LessOrEqual(t, ratios[j][rounds/2], most, f.name)
	}
}
