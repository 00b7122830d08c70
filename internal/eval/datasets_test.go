package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// folders holds, by data set, the small example in its layout.
var folders = map[string]string{
	"wcxb": "testdata/wcxb", "aeb": "testdata/aeb", "snippets": "testdata/snippets",
	"readability": "testdata/readability", "roles": "testdata/labelled/roles", "plain": "testdata/plain",
}

func read(t *testing.T, name string) (*Dataset, []Page) {
	t.Helper()
	set, err := FindDataset(name)
	require.NoError(t, err)
	pages, err := set.Read(folders[name])
	require.NoError(t, err)
	return set, pages
}

func TestLayouts(t *testing.T) {
	wants := map[string][]string{ // IDs, in order
		"wcxb": {"0001", "0002", "0003"}, "aeb": {"a1", "b2"}, "snippets": {"gates", "moss"},
		"readability": {"gates", "moss"}, "roles": {"0001", "f-moss"}, "plain": {"gates", "moss"},
	}
	for _, set := range Datasets() {
		_, pages := read(t, set.Name)
		var ids []string
		for _, p := range pages {
			ids = append(ids, p.ID)
			assert.Contains(t, string(p.HTML), "<html", "%s %s", set.Name, p.ID)
		}
		assert.Equal(t, wants[set.Name], ids, set.Name)
	}
}

func TestGroundTruth(t *testing.T) {
	const reference = "The upper gates of the Marlow flight"
	_, pages := read(t, "wcxb")
	assert.Equal(t, "https://courier.example.com/lock-gates", pages[0].URL)
	assert.Equal(t, []string{"article", "forum", "service"}, []string{pages[0].Kind, pages[1].Kind, pages[2].Kind})
	assert.Empty(t, pages[2].Reference, "no main_content: nothing to extract")
	for _, name := range []string{"wcxb", "aeb", "readability", "plain"} {
		_, pages := read(t, name)
		assert.True(t, strings.HasPrefix(Fold(pages[0].Reference), reference), name)
	}
	_, pages = read(t, "snippets")
	assert.Len(t, pages[0].With, 2)
	assert.Len(t, pages[0].Without, 2)
	_, pages = read(t, "roles")
	assert.Equal(t, []string{"wcxb", "forums"}, []string{pages[0].Group, pages[1].Group})
	assert.Equal(t, Label{heuristics.Title, "Lock gates renewed"}, pages[0].Labels[1])
}

func TestDigest(t *testing.T) {
	_, pages := read(t, "plain")
	one, err := Digest(pages)
	require.NoError(t, err)
	pages[1].Reference += "."
	other, err := Digest(pages)
	require.NoError(t, err)
	assert.NotEqual(t, one, other)
}

// Each case spoils a copy of a small data set in one place. The error has to
// name the file.
func TestBrokenData(t *testing.T) {
	remove := func(name string) func(*testing.T, string) {
		return func(t *testing.T, dir string) { require.NoError(t, os.RemoveAll(filepath.Join(dir, name))) }
	}
	write := func(name, text string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
		}
	}
	tests := []struct {
		set    string
		spoil  func(*testing.T, string)
		names  string
		reason string
	}{
		{"wcxb", remove("ground-truth"), "ground-truth", "not a split of WCXB"},
		{"wcxb", remove("html"), "html", "no pages"},
		{"wcxb", remove("ground-truth/0002.json"), "html/0002.html", "a page without ground truth"},
		{"wcxb", remove("html/0002.html"), "html/0002.html", "ground truth without a page"},
		{"wcxb", write("ground-truth/0002.json", `{"url":`), "ground-truth/0002.json", "JSON cut off"},
		{"wcxb", write("ground-truth/0002.json", `{}`), "ground-truth/0002.json", "JSON of something else"},
		{"wcxb", write("html/0001.html.gz", `<html>`), "html/0001.html.gz", "not gzipped"},
		{"aeb", remove("ground-truth.json"), "ground-truth.json", "no ground truth"},
		{"aeb", remove("html/a1.html.gz"), "html/a1.html", "no page"},
		{"aeb", write("html/c3.html", "<html>"), "html/c3.html", "a page without ground truth"},
		{"aeb", write("ground-truth.json", `{"a1":{"url":""},"b2":{"articleBody":""}}`), "ground-truth.json", "no articleBody"},
		{"aeb", write("ground-truth.json", `[]`), "ground-truth.json", "a list"},
		{"snippets", remove("evaldata.json"), "evaldata.json", "no ground truth"},
		{"snippets", remove("cache"), "moss.html", "no page"},
		{"snippets", write("evaldata.json", `{"https://example.com/":{"file":"moss.html"}}`), "evaldata.json", "no snippets"},
		{"snippets", write("evaldata.json", `{`), "evaldata.json", "JSON cut off"},
		{"readability", remove("moss/expected.html.gz"), "moss/expected.html", "no ground truth"},
		{"readability", remove("moss/source.html.gz"), "moss/source.html", "no page"},
		{"roles", remove("index.json"), "index.json", "no index"},
		{"roles", write("index.json", `{}`), "index.json", "nothing in the index"},
		{"roles", write("index.json", `{"0001.jsonl":"wcxb/html/9.html"}`), "wcxb/html/9.html", "no page"},
		{"roles", remove("f-moss.jsonl"), "f-moss.jsonl", "no labels"},
		{"roles", write("f-moss.jsonl", "\n{\"role\":\"sidebar\",\"text\":\"\"}\n"), "f-moss.jsonl: line 2", "no such role"},
		{"plain", remove("moss.txt.gz"), "moss.txt", "no ground truth"},
	}
	for _, test := range tests {
		root := t.TempDir()
		require.NoError(t, os.CopyFS(root, os.DirFS("testdata")))
		dir := filepath.Join(root, strings.TrimPrefix(folders[test.set], "testdata"))
		test.spoil(t, dir)
		set, err := FindDataset(test.set)
		require.NoError(t, err)
		pages, err := set.Read(dir)
		assert.Nil(t, pages, test.reason)
		if assert.Error(t, err, "%s: %s", test.set, test.reason) {
			assert.Contains(t, filepath.ToSlash(err.Error()), test.names, "%s: %s", test.set, test.reason)
			assert.NotContains(t, err.Error(), "\n", test.reason)
		}
	}
	for _, set := range Datasets() {
		missing := filepath.Join(t.TempDir(), "nowhere")
		_, err := set.Read(missing)
		assert.ErrorContains(t, err, missing, set.Name)
		empty := t.TempDir()
		_, err = set.Read(empty)
		assert.ErrorContains(t, err, empty, set.Name)
	}
}
