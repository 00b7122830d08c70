package extract_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/eval/ours"
	"github.com/seed-1beecd1b/bodycopy/internal/golden"
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

// report scores a data set by the code of bodycopy eval.
func report(t *testing.T, name, dir string) *eval.Report {
	t.Helper()
	set, err := eval.FindDataset(name)
	require.NoError(t, err)
	pages, err := set.Read(dir)
	require.NoError(t, err)
	scores := eval.Run(set, pages, ours.Extract(ours.Always(&extract.Extractor{Keep: set.Keep})), eval.RunOptions{Workers: 2})
	r, err := eval.NewReport(set, pages, scores, "test", map[string]string{})
	require.NoError(t, err)
	var table strings.Builder
	require.NoError(t, r.WriteTable(&table, false))
	t.Log("\n" + table.String())
	return r
}

func TestSharedWCXB(t *testing.T) {
	r := report(t, "wcxb", filepath.Join(shared(t, "wcxb"), "dev"))
	assert.GreaterOrEqual(t, r.Find("article.F1").Value, 0.935)
	assert.GreaterOrEqual(t, r.Find("article.worst-tenth").Value, 0.62)
	assert.GreaterOrEqual(t, r.Find("F1").Value, 0.79)
}

func TestSharedSnippets(t *testing.T) {
	r := report(t, "snippets", shared(t, "snippets"))
	assert.GreaterOrEqual(t, r.Find("F1").Value, 0.90)
}

func TestSharedReadability(t *testing.T) {
	r := report(t, "readability", shared(t, "readability"))
	assert.GreaterOrEqual(t, r.Find("F1").Value, 0.90)
}

func TestSharedRoles(t *testing.T) {
	r := report(t, "roles", shared(t, "roles"))
	assert.GreaterOrEqual(t, r.Find("wcxb.headline").Value, 0.70)
	assert.LessOrEqual(t, r.Find("wcxb.newsletter.leak").Value, 0.08)
	assert.LessOrEqual(t, r.Find("wcxb.bio.leak").Value, 0.12)
	assert.LessOrEqual(t, r.Find("wcxb.related.leak").Value, 0.06)
	assert.LessOrEqual(t, r.Find("wcxb.promo.leak").Value, 0.15)
	assert.GreaterOrEqual(t, r.Find("wcxb.body-kept").Value, 0.97)
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
					assert.Contains(t, allowed[label.Role], r.Blocks[i].Role, "%s: %s", name, golden.FirstWords(label.Text))
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
