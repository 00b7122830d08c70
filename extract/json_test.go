package extract_test

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/render"
)

// begins is a "<" that could begin a tag, a comment or an end.
var begins = regexp.MustCompile(`<([!/?A-Za-z])`)

// holdsEncoded holds that a record is written as encoding/json writes it, made
// inert and then laid out.
func holdsEncoded(t *testing.T, name string, rec *extract.Record, got string) {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	require.NoError(t, enc.Encode(rec), name)
	var want strings.Builder
	require.NoError(t, render.JSON(&want, begins.ReplaceAll(b.Bytes(), []byte(`\u003c$1`))), name)
	require.Equal(t, want.String(), got, name)
}

func holdsJSON(t *testing.T, name string, r *extract.Result, opt extract.Rendering) {
	t.Helper()
	rec, err := r.Record(opt)
	require.NoError(t, err, name)
	got, err := r.JSON(opt)
	require.NoError(t, err, name)
	holdsEncoded(t, name, &rec, got)
}

// TestJSONOfPages holds it for the pages of our own, with and without reasons;
// TestOutputSize does for those of others.
func TestJSONOfPages(t *testing.T) {
	for _, name := range renderedPages(t) {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, explain := range []bool{false, true} {
			e := extract.Extractor{Explain: explain}
			r, err := e.FromBytes(data, extract.Source{URL: "https://site.example/section/page.html"})
			require.NoError(t, err)
			for _, opt := range []extract.Rendering{{}, {Keep: article}, {Keep: allRoles()}, {Keep: []heuristics.Role{}}, {NoImages: true, NoLinks: true}} {
				holdsJSON(t, name, r, opt)
			}
		}
	}
}

// TestJSONOfChanged holds it for results that a caller has made or changed.
func TestJSONOfChanged(t *testing.T) {
	holdsJSON(t, "the zero result: lists of metadata are null", &extract.Result{}, extract.Rendering{})
	var e extract.Extractor
	r, err := e.FromText("A paragraph of some length, to have a block.\n\nAnother.", extract.Source{})
	require.NoError(t, err)
	r.Metadata.Sources = map[string]extract.Provenance{"z": "2", "a<b>": "1", "é\"": "", "\xff": "3"}
	r.Metadata.Authors = []string{"", "\x00\xff</script>\u2028"}
	r.Metadata.Words = math.MinInt
	r.Verdict = extract.Verdict{Kind: "</script>", Confidence: 1e-30}
	r.Partial = "<!-- \xc0"
	r.Blocks[0].Text = "\xe2\x80<\xe2"
	r.Blocks[0].Reasons = []heuristics.Evidence{}
	holdsJSON(t, "changed", r, extract.Rendering{})

	for reason, change := range map[string]func(*extract.Result){
		"a role that is none":       func(r *extract.Result) { r.Blocks[0].Role = heuristics.NumRoles },
		"a number that is none":     func(r *extract.Result) { r.Verdict.Confidence = math.NaN() },
		"a score beyond all others": func(r *extract.Result) { r.Blocks[0].Score = math.Inf(1) },
	} {
		r, err := e.FromText("A paragraph.", extract.Source{})
		require.NoError(t, err)
		change(r)
		s, err := r.JSON(extract.Rendering{Keep: []heuristics.Role{}})
		assert.ErrorContains(t, err, "extract: JSON: ", reason)
		assert.Empty(t, s, reason)
	}
}
