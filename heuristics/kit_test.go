package heuristics_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// row is a row of a heuristic's table: what it finds in one block of a page.
type row struct {
	reason string // why this is the right level, or why the blind spot is accepted
	page   string // HTML, or plain text if that field is set
	plain  bool
	block  string // words that stand in the block and in none before it
	want   string // the name of the level, "" if the heuristic is silent
}

// check runs the table of one heuristic. Weights play no part in it.
func check(t *testing.T, name string, rows []row) {
	t.Helper()
	h := named(t, name)
	for _, r := range rows {
		require.NotEmpty(t, r.reason)
		p := page(t, r.page, r.plain)
		found := levels(h, p, block(t, p, r.block))
		if r.want == "" {
			assert.Empty(t, found, "%s: %s", name, r.reason)
			continue
		}
		assert.Contains(t, h.Levels, r.want, "%s has no such level", name)
		assert.Equal(t, []string{r.want}, found, "%s: %s", name, r.reason)
	}
}

// named returns a built-in heuristic.
func named(t *testing.T, name string) heuristics.Heuristic {
	t.Helper()
	for _, h := range heuristics.Default() {
		if h.Name == name {
			return h
		}
	}
	require.Fail(t, "no built-in heuristic is called "+name)
	return heuristics.Heuristic{}
}

// levels asks a heuristic as the scorer does.
func levels(h heuristics.Heuristic, p *heuristics.Page, b *heuristics.Block) (names []string) {
	if h.Needs != 0 {
		marks := b.Marks
		if e := p.Element(b); e != nil {
			marks |= e.All
		}
		if marks&h.Needs == 0 {
			return nil
		}
	}
	found := []heuristics.Level{}
	if h.MeasureAll != nil {
		found = h.MeasureAll(p, b)
	} else if l := h.Measure(p, b); l != heuristics.Silent {
		found = append(found, l)
	}
	for _, l := range found {
		names = append(names, h.Levels[l])
	}
	return names
}

func page(t *testing.T, text string, plain bool) *heuristics.Page {
	t.Helper()
	if plain {
		return segment.Text(text, segment.Options{})
	}
	root, err := html.Parse(strings.NewReader(text))
	require.NoError(t, err)
	p, _, _ := segment.Tree([]*html.Node{root}, segment.Options{})
	return p
}

// block returns the first block with the words.
func block(t *testing.T, p *heuristics.Page, words string) *heuristics.Block {
	t.Helper()
	for i := range p.Blocks {
		if strings.Contains(p.Blocks[i].Text, words) {
			return &p.Blocks[i]
		}
	}
	require.Fail(t, "no block holds "+words)
	return nil
}

// Text to fill pages with. prose is a paragraph of 34 words in three sentences.
const prose = "<p>The harbour master counted the boats twice before the storm came in. " +
	"By nightfall eleven of them lay behind the mole, and the twelfth was still out. " +
	"Nobody on the quay went home.</p>"

// words are n words without any meaning.
func words(n int) string { return strings.TrimSpace(strings.Repeat("lorem ", n)) }

// times repeats a piece of markup.
func times(n int, s string) string { return strings.Repeat(s, n) }

// TestEveryHeuristicHasTable holds that each built-in heuristic is named by a
// test, and that each file with one has its test beside it.
func TestEveryHeuristicHasTable(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var tests strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		if strings.HasSuffix(file, "_test.go") {
			tests.Write(text)
			continue
		}
		if file == "heuristic.go" || !strings.Contains(string(text), "Measure") || !strings.Contains(string(text), "Heuristic{") {
			continue
		}
		assert.FileExists(t, strings.TrimSuffix(file, ".go")+"_test.go")
		for _, part := range []string{"// Signal: ", "// Why: ", "// Unit and range: ", "// Source: ", "// Blind spot: "} {
			assert.True(t, strings.Contains(string(text), part), "the doc comment in %s lacks %q", file, part)
		}
	}
	for _, h := range heuristics.Default() {
		assert.True(t, strings.Contains(tests.String(), `"`+h.Name+`"`), "there is no table for %s", h.Name)
	}
}
