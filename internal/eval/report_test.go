package eval

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares with a file that -update rewrites.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), name)
}

// whole gives the reference, or for labelled pages the labels, but for the
// forum, on which it fails.
func whole(p *Page) (*Output, error) {
	if p.ID == "0002" || p.ID == "f-moss" {
		return nil, errors.New("lost in the moss")
	}
	out := &Output{Text: p.Reference, Kind: p.Kind, Confidence: 0.95, Blocks: p.Labels}
	if p.Labels != nil {
		out.Text = bodyOf(p.Labels)
	}
	for _, s := range p.With {
		out.Text += s + "\n"
	}
	return out, nil
}

// rough gives all of the page.
func rough(p *Page) (*Output, error) {
	out := &Output{Text: markupText(p.HTML), Kind: "article", Confidence: 0.5}
	for _, l := range p.Labels {
		out.Blocks = append(out.Blocks, Label{heuristics.Body, l.Text})
	}
	return out, nil
}

func report(t *testing.T, name string, extract Extract, workers int) *Report {
	t.Helper()
	set, pages := read(t, name)
	r, err := NewReport(set, pages, Run(set, pages, extract, RunOptions{Workers: workers}), "v0", map[string]string{"extractor": "test", "keep": "body"})
	require.NoError(t, err)
	return r
}

func TestTables(t *testing.T) {
	for _, set := range Datasets() {
		for name, extract := range map[string]Extract{"whole": whole, "rough": rough} {
			var b bytes.Buffer
			require.NoError(t, report(t, set.Name, extract, 1).WriteTable(&b, true))
			golden(t, set.Name+"-"+name+".txt", b.Bytes())
		}
	}
}

// A second run, with other goroutines, prints the same bytes.
func TestSameBytes(t *testing.T) {
	for _, set := range Datasets() {
		var one, two bytes.Buffer
		require.NoError(t, report(t, set.Name, rough, 1).WriteJSON(&one))
		require.NoError(t, report(t, set.Name, rough, 3).WriteJSON(&two))
		assert.Equal(t, one.String(), two.String(), set.Name)
	}
}

func TestFailedPage(t *testing.T) {
	r := report(t, "wcxb", whole, 2)
	assert.Equal(t, []string{"0002"}, r.Failed)
	assert.Len(t, r.Pages, 3, "it is not dropped")
	assert.InDelta(t, 2./3, r.Find("F1").Value, 1e-12, "and counts as empty")
	assert.Zero(t, r.Find("forum.F1").Value)
	assert.InDelta(t, 2./3, r.Find("kind").Value, 1e-12)
}

func TestFigures(t *testing.T) {
	for _, f := range report(t, "wcxb", rough, 1).Figures {
		assert.LessOrEqual(t, f.Low, f.Value, f.FullName())
		assert.GreaterOrEqual(t, f.High, f.Value, f.FullName())
	}
	var names []string
	for _, f := range report(t, "roles", whole, 1).Figures {
		names = append(names, f.FullName())
	}
	assert.Contains(t, names, "wcxb.newsletter.leak")
	assert.NotContains(t, names, "headline", "sets stand apart")
}

// The interval of a mean of coin tosses is what the normal approximation says.
func TestInterval(t *testing.T) {
	var pages []*PageScore
	for i := range 400 {
		pages = append(pages, &PageScore{PRF: PRF{F1: float64(i % 2)}})
	}
	f := estimate("", pages, func(p []*PageScore) []figure { return wordTotals(p, gives{}) })[0]
	const halfWidth = 1.96 * 0.5 / 20
	assert.InDelta(t, 0.5-halfWidth, f.Low, 0.01)
	assert.InDelta(t, 0.5+halfWidth, f.High, 0.01)
}

func TestCompare(t *testing.T) {
	d, err := Compare(report(t, "wcxb", whole, 1), report(t, "wcxb", rough, 1))
	require.NoError(t, err)
	assert.Equal(t, []int{1, 2, 0}, []int{d.Better, d.Worse, d.Same})
	assert.Equal(t, "0003", d.Moved[0].ID, "nothing was to come out, and something did")
	var b bytes.Buffer
	require.NoError(t, d.WriteTable(&b, 2))
	golden(t, "diff.txt", b.Bytes())

	d, err = Compare(report(t, "roles", rough, 1), report(t, "roles", rough, 1))
	require.NoError(t, err)
	assert.Empty(t, d.Moved)
	for _, f := range d.Figures {
		assert.Zero(t, f.Delta)
		assert.Zero(t, f.High-f.Low)
	}
	_, err = Compare(report(t, "wcxb", whole, 1), report(t, "aeb", whole, 1))
	assert.ErrorContains(t, err, "other pages")
}

func TestReadReport(t *testing.T) {
	r := report(t, "roles", whole, 1)
	var b bytes.Buffer
	require.NoError(t, r.WriteJSON(&b))
	name := filepath.Join(t.TempDir(), "r.json")
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
	got, err := ReadReport(name)
	require.NoError(t, err)
	assert.Equal(t, r, got)
	for _, text := range []string{"", "{}", `{"dataset":"wcxb"}`} {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		_, err := ReadReport(name)
		assert.ErrorContains(t, err, name)
	}
}

func TestPredictions(t *testing.T) {
	set, pages := read(t, "wcxb")
	name := filepath.Join(t.TempDir(), "p.jsonl")
	predict := func(text string) (Extract, error) {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		return Predictions(name, pages)
	}
	extract, err := predict(`{"id":"0001","text":"the upper gates","blocks":[{"role":"body","text":"the upper gates"}]}` + "\n\n" +
		`{"id":"https://talk.example.org/t/moss","text":""}` + "\n")
	require.NoError(t, err)
	scores := Run(set, pages, extract, RunOptions{})
	assert.InDelta(t, 1., scores[0].Precision, 1e-12)
	assert.True(t, scores[0].HasBlocks)
	assert.Empty(t, scores[1].Error, "addresses are IDs too")
	assert.NotEmpty(t, scores[2].Error, "no line is about it")

	tests := []struct{ text, want, reason string }{
		{`{"id":"9","text":""}`, "line 1", "no such page"},
		{`{"id":"0001"}`, "line 1", "no text"},
		{`{"id":"0001","text":""}` + "\n" + `{"id":"0001","text":""}`, "line 2", "a page twice"},
		{`{"id":"0001","text":"","blocks":[{"role":"ad","text":""}]}`, "line 1", "no such role"},
		{`{"id":`, "line 1", "JSON cut off"},
	}
	for _, test := range tests {
		_, err := predict(test.text)
		assert.ErrorContains(t, err, name+": "+test.want, test.reason)
	}
	_, err = Predictions(name+".missing", pages)
	assert.ErrorContains(t, err, name+".missing")
}
