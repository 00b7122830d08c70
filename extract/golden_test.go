package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics/heuristictest"
)

const pagesDir = "../testdata/pages"

// TestGolden holds the decisions and the article of each page, and the
// decisions against the truth that stands in the pages: data-want on an element
// is the role of all text in it. Decisions, articles and the list of known
// errors are written anew, for a change of weights or heuristics that moves
// many blocks at once, by
//
//	go test ./extract -run TestGolden -update
//
// The log then tells how many errors have come and gone, and the diff which.
// Who uses it answers for the list having shrunk, or says why it has not.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(pagesDir, "*.html"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(names), 30)
	for _, name := range names {
		base := strings.TrimSuffix(name, filepath.Ext(name))
		for _, golden := range []string{".decisions.golden", ".article.golden"} {
			if !heuristictest.Updating() {
				require.FileExists(t, base+golden, "-update writes it")
			}
		}
	}
	heuristictest.Run(t, heuristictest.Pages{Dir: pagesDir, Known: "../testdata/known-errors.txt", Complete: true})
}

func extractFile(t testing.TB, e *extract.Extractor, name string) *extract.Result {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	var r *extract.Result
	if filepath.Ext(name) == ".txt" {
		r, err = e.FromText(string(data), extract.Source{})
	} else {
		r, err = e.FromBytes(data, extract.Source{})
	}
	require.NoError(t, err)
	return r
}

// compare holds a golden, which -update writes first.
func compare(t *testing.T, name, got string) {
	t.Helper()
	if heuristictest.Updating() {
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err, "go test ./extract -update writes it")
	assert.Equal(t, string(want), got)
}

func letters(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), "")) }
