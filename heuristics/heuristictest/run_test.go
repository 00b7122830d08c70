package heuristictest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

const page = `<html><head><title>Lock gates | Canal Week</title></head><body><h1>Lock gates</h1>
<p>The four gates of the flight will be lifted out one after the other from October, and new ones of green oak hung in their place. The carpenters expect to be done before the frost, if the oak comes in time.</p>
<div class="newsletter"><p>Sign up for our newsletter and get Canal Week in your inbox.</p><form><input type="email"></form></div></body></html>`

func marked(role string) string {
	return strings.Replace(page, `class="newsletter"`, `class="newsletter" data-want="`+role+`"`, 1)
}

// folder writes files into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	return dir
}

func TestExpectations(t *testing.T) {
	for _, c := range []struct {
		reason      string
		files       map[string]string // beside or in place of the page
		wrong       string            // words in the only error
		difference  string            // words in the only difference
		fails       string            // words in the error
		dataWantAll bool
	}{
		{reason: "nothing is expected of a page", fails: "bodycopy label"},
		{reason: "the mark is right", files: map[string]string{"a.html": marked("newsletter")}},
		{reason: "the mark is not what comes out", files: map[string]string{"a.html": marked("legal")}, wrong: "a.html: newsletter is legal: Sign up"},
		{reason: "text in no marked element is other where all is marked", files: map[string]string{"a.html": marked("newsletter")}, dataWantAll: true, wrong: "is other"},
		{reason: "a role that does not exist", files: map[string]string{"a.html": marked("sign-up")}, fails: "sign-up"},
		{reason: "the label is right", files: map[string]string{"a.labels": "# my page\nnewsletter Sign up for our newsletter and get Canal Week in your inbox.\n"}},
		{reason: "the label is not what comes out", files: map[string]string{"a.labels": "promo Sign up for our newsletter and get Canal Week in your inbox.\n"}, wrong: "newsletter is promo"},
		{reason: "the words have gone from the page", files: map[string]string{"a.labels": "promo Sign up for our weekly letter\n"}, difference: "no block begins with"},
		{reason: "a label without words", files: map[string]string{"a.labels": "\n\npromo\n"}, fails: "line 3"},
		{reason: "the golden is from another day", files: map[string]string{"a.decisions.golden": "# article 1.0\nbody 0.9 length Sign up for our newsletter and get Canal Week in your inbox.\n"}, difference: "1 block moved body → newsletter"},
		{reason: "the article has lost a paragraph", files: map[string]string{"a.article.golden": "Gone.\n"}, difference: "    - Gone.\n"},
	} {
		files := map[string]string{"a.html": page}
		for name, text := range c.files {
			files[name] = text
		}
		dir := folder(t, files)
		pages := Pages{Dir: dir, Complete: c.dataWantAll}
		out, err := pages.run(filepath.Join(dir, "a.html"), false)
		if c.fails != "" {
			assert.ErrorContains(t, err, c.fails, c.reason)
			continue
		}
		require.NoError(t, err, c.reason)
		one(t, c.wrong, out.wrong, c.reason)
		one(t, c.difference, out.differences, c.reason)
	}
}

// one checks that some words stand in a list, or, for "", that it is empty.
func one(t *testing.T, words string, list []string, reason string) {
	t.Helper()
	if words == "" {
		assert.Empty(t, list, reason)
		return
	}
	assert.Contains(t, strings.Join(list, "\n"), words, reason)
}

// TestUpdate writes goldens, which then hold; a heuristic that moves a block
// makes them fail with what has moved.
func TestUpdate(t *testing.T) {
	dir := folder(t, map[string]string{"a.html": page, "b.txt": "A note\n\nWords of a text without any markup, long enough to be a paragraph of it.\n"})
	for _, name := range []string{"a.html", "b.txt"} {
		out, err := (&Pages{Dir: dir}).run(filepath.Join(dir, name), true)
		require.NoError(t, err)
		assert.Empty(t, out.differences)
		out, err = (&Pages{Dir: dir}).run(filepath.Join(dir, name), false)
		require.NoError(t, err)
		assert.Empty(t, out.differences, "the same twice")
	}
	offer := heuristics.Heuristic{Name: "offer", Doc: "sign-ups are offers here", Judge: func(_ *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
		if !strings.HasPrefix(b.Text, "Sign up") {
			return nil
		}
		return []heuristics.Evidence{{Role: heuristics.Promo, Weight: 16, Reason: "sign-ups are offers here"}}
	}}
	e := &extract.Extractor{Heuristics: append(heuristics.Default(), offer)}
	out, err := (&Pages{Dir: dir, Extractor: e}).run(filepath.Join(dir, "a.html"), false)
	require.NoError(t, err)
	require.Len(t, out.differences, 1)
	assert.Contains(t, out.differences[0], "1 block moved newsletter → promo:\n")
	assert.Contains(t, out.differences[0], "→ offer")
}

func TestKnown(t *testing.T) {
	file := filepath.Join(folder(t, map[string]string{"known.txt": "# errors\na: x\na: x\nb: y\n"}), "known.txt")
	s, err := settle(file, []string{"c: z", "a: x"}, false)
	require.NoError(t, err)
	assert.Equal(t, []string{"c: z"}, s.came, "an error that is not in the list")
	assert.Equal(t, []string{"a: x", "b: y"}, s.gone, "of two lines one is left")

	s, err = settle(file, []string{"c: z", "a: x"}, true)
	require.NoError(t, err)
	assert.Empty(t, append(s.came, s.gone...), "written anew")
	s, err = settle(file, []string{"a: x", "c: z"}, false)
	require.NoError(t, err)
	assert.Empty(t, append(s.came, s.gone...))

	_, err = settle(file+".none", nil, false)
	assert.ErrorIs(t, err, os.ErrNotExist, "a list that was named must be there")
}

func TestList(t *testing.T) {
	dir := folder(t, map[string]string{"b.htm": page, "a.html": page, "c.txt": "text", "a.labels": "", "a.article.golden": "", "known.txt": ""})
	names, err := (&Pages{Dir: dir, Known: filepath.Join(dir, "known.txt")}).list()
	require.NoError(t, err)
	assert.Equal(t, []string{filepath.Join(dir, "a.html"), filepath.Join(dir, "b.htm"), filepath.Join(dir, "c.txt")}, names)

	_, err = (&Pages{Dir: t.TempDir()}).list()
	assert.ErrorContains(t, err, "no page")
}
