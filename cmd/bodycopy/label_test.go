package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLabel(t *testing.T) {
	dir := files(t, map[string]string{"a.html": story, "b.html.gz": story})
	got := bodycopy("", "label", dir)
	require.Equal(t, exitOK, got.status, got.stderr)
	for _, name := range []string{"a.labels", "b.labels"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		assert.Regexp(t, `(?m)^newsletter +Sign up for our newsletter`, string(text))
		assert.Contains(t, got.stdout, name)
	}
	zst := filepath.Join(dir, "c.html.zst")
	z, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(zst, z.EncodeAll([]byte(story), nil), 0o644))
	assert.Equal(t, filepath.Join(dir, "c.labels")+"\n", bodycopy("", "label", zst).stdout, "however it is packed")
	again := bodycopy("", "label", filepath.Join(dir, "a.html"))
	assert.Equal(t, exitFailed, again.status, "what a person has corrected is not written over")
	assert.Contains(t, again.stderr, "--force")
	assert.Equal(t, exitOK, bodycopy("", "label", "--force", filepath.Join(dir, "a.html")).status)
	assert.Contains(t, bodycopy(story, "label", "-").stdout, "Ferry back in service", "of standard input to standard output")
	assert.Equal(t, exitUsage, bodycopy("", "label").status)
}

// TestNewHeuristic writes the files and runs their test in the project's module.
func TestNewHeuristic(t *testing.T) {
	dir, err := os.MkdirTemp(".", "_start") // in the module, and left out of ./...
	require.NoError(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	got := bodycopy("", "new-heuristic", "--dir", dir, "--package", "rules", "correction-note")
	require.Equal(t, exitOK, got.status, got.stderr)
	assert.Equal(t, 3, strings.Count(got.stdout, "\n"))
	assert.FileExists(t, filepath.Join(dir, "testdata", "correction_note", "example.html"))
	test := exec.Command("go", "test", "-count=1", "./"+dir)
	out, err := test.CombinedOutput()
	assert.NoError(t, err, string(out))

	for _, c := range []struct {
		reason string
		args   []string
		status int
	}{
		{"files that are there", []string{"--dir", dir, "--package", "rules", "correction-note"}, exitFailed},
		{"a name that no heuristic may have", []string{"Correction_Note"}, exitUsage},
		{"no name", nil, exitUsage},
		{"a package that cannot be called so", []string{"--dir", dir, "--package", "my rules", "x"}, exitUsage},
	} {
		assert.Equal(t, c.status, bodycopy("", append([]string{"new-heuristic"}, c.args...)...).status, c.reason)
	}
}
