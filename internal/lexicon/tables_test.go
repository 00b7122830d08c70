package lexicon_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTables holds that every language has a section for every class, and no
// phrase twice in one.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("data/*.txt")
	require.NoError(t, err)
	require.Len(t, files, 26)
	want := sections(t, "data/en.txt")
	for _, file := range files {
		got := sections(t, file)
		for name := range want {
			assert.NotEmpty(t, got[name], "%s has no [%s]", file, name)
		}
		for name, lines := range got {
			assert.Contains(t, want, name, "%s has a section that English has not", file)
			slices.Sort(lines)
			for i := 1; i < len(lines); i++ {
				assert.NotEqual(t, lines[i-1], lines[i], "%s has a phrase twice in [%s]", file, name)
			}
		}
	}
}

// sections are the phrases of a file by section; of stopwords, the words.
func sections(t *testing.T, file string) map[string][]string {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	found, name := map[string][]string{}, ""
	for line := range strings.Lines(string(text)) {
		line = strings.ToLower(strings.TrimSpace(line))
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			name = strings.Trim(line, "[]")
			assert.NotContains(t, found, name, "%s has [%s] twice", file, name)
		case name == "stopwords":
			found[name] = append(found[name], strings.Fields(line)...)
		default:
			found[name] = append(found[name], line)
		}
	}
	return found
}
