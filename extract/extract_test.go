package extract_test

import (
	"bytes"
	"math"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/golden"
)

// TestReasonsAddUp holds, for every block of every page, that the reasons sum
// to the log-odds of the score, for the block's role and for all others.
func TestReasonsAddUp(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(pagesDir, "*.html"))
	require.NoError(t, err)
	e := &extract.Extractor{Explain: true}
	for _, name := range names {
		r := extractFile(t, e, name)
		for i, b := range r.Blocks {
			sum := 0.0
			for _, reason := range b.Reasons {
				assert.Equal(t, b.Role, reason.Role)
				sum += reason.Weight
			}
			assert.InDelta(t, math.Log(b.Score/(1-b.Score)), sum, 0.002, "%s: %s", name, golden.FirstWords(b.Text))
			if i%40 != 0 {
				continue // Why looks at the whole page again
			}
			ranked, err := r.Why(i)
			require.NoError(t, err)
			require.Len(t, ranked, heuristics.NumRoles)
			for _, s := range ranked {
				if s.Role == b.Role {
					assert.InDelta(t, b.Score, s.Score, 1e-4)
				}
			}
		}
	}
}

// TestOneExtractorManyGoroutines holds that results do not depend on how many
// goroutines share an extractor.
func TestOneExtractorManyGoroutines(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(pagesDir, "*.html"))
	require.NoError(t, err)
	e := &extract.Extractor{Explain: true}
	want := make([]string, len(names))
	for i, name := range names {
		want[i] = golden.Decisions(extractFile(t, e, name))
	}
	var wg sync.WaitGroup
	const goroutines = 8
	for g := range goroutines {
		wg.Go(func() {
			for i := range names {
				at := (i + g) % len(names)
				assert.Equal(t, want[at], golden.Decisions(extractFile(t, e, names[at])))
			}
		})
	}
	wg.Wait()
}

func TestInputs(t *testing.T) {
	var e extract.Extractor
	want, err := e.FromReader(strings.NewReader(ferryPage), extract.Source{})
	require.NoError(t, err)
	root, err := html.Parse(strings.NewReader(ferryPage))
	require.NoError(t, err)
	var before bytes.Buffer
	require.NoError(t, html.Render(&before, root))
	doc := goquery.NewDocumentFromNode(root)
	from := map[string]func() (*extract.Result, error){
		"bytes":     func() (*extract.Result, error) { return e.FromBytes([]byte(ferryPage), extract.Source{}) },
		"node":      func() (*extract.Result, error) { return e.FromNode(root, extract.Source{}) },
		"document":  func() (*extract.Result, error) { return e.FromDocument(doc, extract.Source{}) },
		"selection": func() (*extract.Result, error) { return e.FromSelection(doc.Find("html"), extract.Source{}) },
	}
	for name, f := range from {
		r, err := f()
		require.NoError(t, err, name)
		assert.Equal(t, want.Text(), r.Text(), name)
	}
	var after bytes.Buffer
	require.NoError(t, html.Render(&after, root))
	assert.Equal(t, before.String(), after.String(), "the caller's tree is only read")
}

func TestOptions(t *testing.T) {
	for _, c := range []struct {
		reason string
		e      extract.Extractor
		want   error
	}{
		{"a selector that cannot be parsed is told", extract.Extractor{Scope: "div["}, extract.ErrOptions},
		{"also for what is to be skipped", extract.Extractor{Skip: ":::"}, extract.ErrOptions},
		{"a scope that matches nothing is told, for the result would be empty", extract.Extractor{Scope: ".nowhere"}, extract.ErrNotFound},
		{"a negative limit means nothing", extract.Extractor{Limits: extract.Limits{Bytes: -1}}, extract.ErrOptions},
		{"there is no such role", extract.Extractor{Keep: []heuristics.Role{99}}, extract.ErrOptions},
		{"there is no such class of cue phrases", extract.Extractor{Phrases: map[heuristics.Cue][]string{99: {"read on"}}}, extract.ErrOptions},
		{"a phrase without a word would match nothing", extract.Extractor{Phrases: map[heuristics.Cue][]string{heuristics.CueBio: {" – "}}}, extract.ErrOptions},
		{"two heuristics of one name cannot be told apart", extract.Extractor{Heuristics: append(heuristics.Default(), heuristics.Default()[0])}, heuristics.ErrName},
	} {
		_, err := c.e.FromBytes([]byte(ferryPage), extract.Source{})
		assert.ErrorIs(t, err, c.want, c.reason)
		require.Error(t, err)
		assert.True(t, strings.HasPrefix(err.Error(), "extract: "), c.reason)
	}
}

func TestScopeAndSkip(t *testing.T) {
	e := extract.Extractor{Scope: "article", Skip: ".newsletter-box"}
	r, err := e.FromBytes([]byte(ferryPage), extract.Source{})
	require.NoError(t, err)
	require.Len(t, r.Blocks, 3, "the headline and two paragraphs")
	assert.Equal(t, "html>body>article>p", "html>body>"+r.Blocks[1].Path())
}

func TestMaxBytes(t *testing.T) {
	e := extract.Extractor{Limits: extract.Limits{Bytes: 700}}
	r, err := e.FromReader(strings.NewReader(ferryPage), extract.Source{})
	require.NoError(t, err)
	assert.Contains(t, r.Partial, "bytes", "the limit that was hit is named")
	assert.NotEmpty(t, r.Blocks)
}

// TestWeightOutOfRange holds that evidence which cannot be added up is told.
func TestWeightOutOfRange(t *testing.T) {
	for _, weight := range []float64{math.NaN(), math.Inf(1), heuristics.MaxWeight + 1} {
		bad := heuristics.Heuristic{Name: "bad", Doc: "too sure of itself", Judge: func(*heuristics.Page, *heuristics.Block) []heuristics.Evidence {
			return []heuristics.Evidence{{Role: heuristics.Body, Weight: weight}}
		}}
		e := extract.Extractor{Heuristics: append(heuristics.Default(), bad)}
		_, err := e.FromBytes([]byte(ferryPage), extract.Source{})
		assert.ErrorIs(t, err, heuristics.ErrWeight)
	}
}

// TestWithoutOne holds that any built-in heuristic can be taken away.
func TestWithoutOne(t *testing.T) {
	for i, h := range heuristics.Default() {
		list := heuristics.Default()
		e := extract.Extractor{Heuristics: append(list[:i], list[i+1:]...)}
		r, err := e.FromBytes([]byte(ferryPage), extract.Source{})
		require.NoError(t, err, h.Name)
		assert.NotEmpty(t, r.Text(), h.Name)
	}
}

func TestNothingThere(t *testing.T) {
	var e extract.Extractor
	for _, page := range []string{"", "<html></html>", "<p></p>", "<script>var a = 'text'</script>"} {
		r, err := e.FromBytes([]byte(page), extract.Source{})
		require.NoError(t, err)
		assert.Empty(t, r.Text())
		assert.Equal(t, extract.KindNone, r.Verdict.Kind)
	}
}
