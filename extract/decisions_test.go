package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/golden"
)

var decisionsFile = flag.String("decisions", "", "compare all decisions with those in this `file`, or write it if it is missing")

// TestDecisions holds every role and score still while something else is
// changed, such as speed. Run it before the change and after it with the same
// file:
//
//	go test ./extract -run TestDecisions -decisions /tmp/decisions.txt
func TestDecisions(t *testing.T) {
	if *decisionsFile == "" {
		t.Skip("needs -decisions FILE")
	}
	pages, err := eval.WCXB(filepath.Join(shared(t, "wcxb"), "dev"))
	require.NoError(t, err)
	own, _ := benchPages(t)
	for i, p := range own {
		pages = append(pages, eval.Page{ID: fmt.Sprintf("own-%d", i), HTML: p})
	}
	var now strings.Builder
	for i, r := range all(t, pages) {
		writeDecisions(&now, pages[i].ID, r)
	}
	before, err := os.ReadFile(*decisionsFile)
	if os.IsNotExist(err) {
		require.NoError(t, os.WriteFile(*decisionsFile, []byte(now.String()), 0o644))
		t.Skipf("wrote %d bytes: run again to compare", now.Len())
	}
	require.NoError(t, err)
	moved := 0
	old := strings.Split(string(before), "\n")
	lines := strings.Split(now.String(), "\n")
	require.Equal(t, len(old), len(lines), "another number of blocks")
	for i := range lines {
		if lines[i] != old[i] && !near(lines[i], old[i]) {
			moved++
			if moved <= 10 {
				t.Errorf("was %s\nis  %s", old[i], lines[i])
			}
		}
	}
	t.Logf("%d pages, %d lines, %d moved", len(pages), len(lines), moved)
}

func writeDecisions(w *strings.Builder, id string, r *extract.Result) {
	fmt.Fprintf(w, "page %s %s %.6f %q\n", id, r.Verdict.Kind, r.Verdict.Confidence, fmt.Sprint(r.Metadata))
	for i := range r.Blocks {
		b := &r.Blocks[i]
		fmt.Fprintf(w, "%s %d %.6f %s %s %t\n", id, i, b.Score, b.Role, golden.FirstWords(b.Text), b.Hidden())
	}
}

// near tells whether two lines differ only by the noise of single precision
// in the score.
func near(a, b string) bool {
	const tolerance = 1e-4
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		var p, q float64
		if _, err := fmt.Sscan(x[i], &p); err != nil {
			return false
		}
		if _, err := fmt.Sscan(y[i], &q); err != nil || p-q > tolerance || q-p > tolerance {
			return false
		}
	}
	return true
}
