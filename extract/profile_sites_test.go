package extract_test

import (
	"flag"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

var profileSites = flag.Bool("sites", false, "measure profiles on the sites of the shared data, which takes some seconds")

// TestProfileSites measures profiles on the sites of WCXB that have enough pages
// to learn from: shops and documentation, mostly. Ground truth there has
// sentences that stand on every page of a shop, so that recall cannot but fall;
// what must not happen is that the text as a whole gets worse.
//
//	go test ./extract -run TestProfileSites -sites -v
func TestProfileSites(t *testing.T) {
	const enough = 5 // pages, see Learner
	if !*profileSites {
		t.Skip("needs -sites")
	}
	pages, err := eval.WCXB(filepath.Join(shared(t, "wcxb"), "dev"))
	require.NoError(t, err)
	sites := map[string][]*eval.Page{}
	for i := range pages {
		domain := pages[i].Domain()
		sites[domain] = append(sites[domain], &pages[i])
	}
	var without, with eval.PRF
	n, learned := 0, 0
	for _, domain := range slices.Sorted(maps.Keys(sites)) {
		site := sites[domain]
		if len(site) < enough {
			continue
		}
		var l extract.Learner
		for _, p := range site {
			require.NoError(t, l.AddBytes(p.HTML, extract.Source{URL: p.URL}))
		}
		profile, err := l.Profile()
		if err != nil {
			continue // too many of its pages are the same
		}
		learned++
		for _, p := range site {
			n++
			add(t, &without, &extract.Extractor{}, p)
			add(t, &with, &extract.Extractor{Profile: profile}, p)
		}
	}
	mean := func(sum float64) float64 { return sum / float64(n) }
	t.Logf("%d pages of %d sites: precision %.3f → %.3f, recall %.3f → %.3f, F1 %.3f → %.3f", n, learned,
		mean(without.Precision), mean(with.Precision), mean(without.Recall), mean(with.Recall), mean(without.F1), mean(with.F1))
	assert.GreaterOrEqual(t, mean(with.F1), mean(without.F1)-0.005)
}

func add(t *testing.T, sum *eval.PRF, e *extract.Extractor, p *eval.Page) {
	t.Helper()
	r, err := e.FromBytes(p.HTML, extract.Source{URL: p.URL})
	require.NoError(t, err)
	score := eval.WordF1(r.Text(), p.Reference)
	sum.Precision, sum.Recall, sum.F1 = sum.Precision+score.Precision, sum.Recall+score.Recall, sum.F1+score.F1
}
