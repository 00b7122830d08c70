package extract_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// sharedDir holds data sets that are not part of the project. Tests that need
// it are skipped where it is missing.
const sharedDir = "../../shared/data"

func shared(t testing.TB, name string) string {
	t.Helper()
	dir := filepath.Join(sharedDir, name)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no data at %s: %v", dir, err)
	}
	return dir
}

// all extracts every page, two at a time, in order.
func all(t *testing.T, pages []eval.Page) []*extract.Result {
	t.Helper()
	var e extract.Extractor
	results := make([]*extract.Result, len(pages))
	errs := make([]error, len(pages))
	var wg sync.WaitGroup
	const workers = 2
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(pages); i += workers {
				results[i], errs[i] = e.FromBytes(pages[i].HTML, extract.Source{URL: pages[i].URL})
			}
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			t.Logf("%s counts as empty: %v", pages[i].ID, err)
			results[i] = &extract.Result{}
		}
	}
	return results
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(len(list))
}

func TestSharedWCXB(t *testing.T) {
	pages, err := eval.WCXB(filepath.Join(shared(t, "wcxb"), "dev"))
	require.NoError(t, err)
	byKind := map[string][]float64{}
	var every []float64
	for i, r := range all(t, pages) {
		f := eval.WordF1(r.Text(), pages[i].Reference).F1
		byKind[pages[i].Kind] = append(byKind[pages[i].Kind], f)
		every = append(every, f)
	}
	articles := byKind["article"]
	sort.Float64s(articles)
	worst := mean(articles[:len(articles)/10])
	t.Logf("%d pages: mean word-F1 %.4f; %d articles: %.4f, worst tenth %.4f", len(every), mean(every), len(articles), mean(articles), worst)
	for kind, list := range byKind {
		t.Logf("%-14s %4d pages %.4f", kind, len(list), mean(list))
	}
	assert.GreaterOrEqual(t, mean(articles), 0.935)
	assert.GreaterOrEqual(t, worst, 0.62)
	assert.GreaterOrEqual(t, mean(every), 0.79)
}

func TestSharedSnippets(t *testing.T) {
	pages, err := eval.SnippetSet(shared(t, "snippets"))
	require.NoError(t, err)
	var sum eval.Snippets
	for i, r := range all(t, pages) {
		sum.Add(eval.CountSnippets(r.Text(), pages[i].With, pages[i].Without))
	}
	s := sum.PRF()
	t.Logf("%d pages: F1 %.4f, precision %.4f, recall %.4f", len(pages), s.F1, s.Precision, s.Recall)
	assert.GreaterOrEqual(t, s.F1, 0.90)
}

func TestSharedReadability(t *testing.T) {
	pages, err := eval.Readability(shared(t, "readability"))
	require.NoError(t, err)
	var every []float64
	for i, r := range all(t, pages) {
		every = append(every, eval.WordF1(r.TextOf(heuristics.Body, heuristics.Caption, heuristics.Dek), pages[i].Reference).F1)
	}
	t.Logf("%d pages: mean word-F1 %.4f", len(every), mean(every))
	assert.GreaterOrEqual(t, mean(every), 0.90)
}

func TestSharedRoles(t *testing.T) {
	pages, err := eval.Roles(shared(t, "roles"))
	require.NoError(t, err)
	tallies := map[string]*eval.RoleTally{"wcxb": {}, "rdb": {}, "snip": {}}
	for i, r := range all(t, pages) {
		set, _, found := strings.Cut(pages[i].ID, "-")
		if !found {
			set = "wcxb"
		}
		blocks := make([]eval.Label, len(r.Blocks))
		for j := range r.Blocks {
			blocks[j] = eval.Label{Role: r.Blocks[j].Role, Text: r.Blocks[j].Text}
		}
		tallies[set].Add(blocks, r.Text(), pages[i].Labels)
	}
	leaking := []heuristics.Role{heuristics.Newsletter, heuristics.Bio, heuristics.Related, heuristics.Promo, heuristics.Comment}
	for _, set := range []string{"wcxb", "rdb", "snip"} {
		tally := tallies[set]
		t.Logf("%-5s mean F1 of body, newsletter, bio and related %.4f; of all roles %.4f; body kept %.4f", set, tally.Headline(), tally.Mean(), tally.BodyKept())
		for _, r := range heuristics.Roles() {
			t.Logf("%-5s %-10s F1 %.3f", set, r, tally.Of(r).F1)
		}
		for _, r := range leaking {
			t.Logf("%-5s %-10s leak %.3f", set, r, tally.Leak(r))
		}
	}
	tally := tallies["wcxb"]
	assert.GreaterOrEqual(t, tally.Headline(), 0.70)
	assert.LessOrEqual(t, tally.Leak(heuristics.Newsletter), 0.08)
	assert.LessOrEqual(t, tally.Leak(heuristics.Bio), 0.12)
	assert.LessOrEqual(t, tally.Leak(heuristics.Related), 0.06)
	assert.LessOrEqual(t, tally.Leak(heuristics.Promo), 0.15)
	assert.GreaterOrEqual(t, tally.BodyKept(), 0.97)
}

// TestSharedSeed holds the document that the project began from: the story is
// body, nothing else is in the article, and what stands around has its role.
func TestSharedSeed(t *testing.T) {
	dir := shared(t, "seed")
	data, err := os.ReadFile(filepath.Join(dir, "the-week.roles.jsonl"))
	require.NoError(t, err)
	promotional := []heuristics.Role{heuristics.Newsletter, heuristics.Promo}
	allowed := map[heuristics.Role][]heuristics.Role{
		heuristics.Newsletter: promotional, heuristics.Promo: promotional,
		heuristics.Bio: {heuristics.Bio}, heuristics.Related: {heuristics.Related}, heuristics.Body: {heuristics.Body},
		heuristics.Title: {heuristics.Title}, heuristics.Dek: {heuristics.Dek},
	}
	for _, name := range []string{"the-week.html", "the-week.txt"} {
		r := extractFile(t, &extract.Extractor{}, filepath.Join(dir, name))
		article := letters(r.Text())
		for line := range strings.Lines(string(data)) {
			var label eval.Label
			require.NoError(t, json.Unmarshal([]byte(line), &label))
			for i := range r.Blocks {
				if letters(r.Blocks[i].Text) == letters(label.Text) && r.Blocks[i].Role != heuristics.Nav {
					assert.Contains(t, allowed[label.Role], r.Blocks[i].Role, "%s: %s", name, firstWords(label.Text))
				}
			}
			if label.Role == heuristics.Body {
				assert.Contains(t, article, letters(label.Text), name)
			} else if len(label.Text) > len("The Week") { // the name alone stands in the story too
				assert.NotContains(t, article, letters(label.Text), name)
			}
		}
	}
}
