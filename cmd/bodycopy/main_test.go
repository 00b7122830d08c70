package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

const story = `<html lang="en"><head><title>Ferry back in service | Harbour Post</title>
<meta property="og:type" content="article"><meta property="og:title" content="Ferry back in service"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry back in service</h1>
<p>The ferry between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service. The operator said that the part had come from a yard in the north and was fitted over the weekend.</p>
<div class="newsletter-box"><p>Sign up for our newsletter and get the news delivered to your inbox.</p><form><input type="email"></form></div>
<p>Passengers had been taken across by bus in the meantime, a detour of forty miles. The council, which pays for the service, said that it would ask for a second boat to be kept in reserve, as had been agreed when the contract was signed.</p>
</article><footer><p>© Harbour Post. All rights reserved.</p></footer></body></html>`

const plainStory = `Ferry back in service
The ferry between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service. The operator said that the part had come from a yard in the north.
Passengers had been taken across by bus in the meantime, a detour of forty miles. The council said that it would ask for a second boat to be kept in reserve.
`

// called is what a call of the command has left.
type called struct {
	status         int
	stdout, stderr string
}

func bodycopy(stdin string, args ...string) called {
	var out, err bytes.Buffer
	status := run(args, strings.NewReader(stdin), &out, &err)
	return called{status, out.String(), err.String()}
}

// files writes files into a new folder, gzipped where the name ends in .gz.
func files(t *testing.T, contents map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range contents {
		if strings.HasSuffix(name, ".gz") {
			text = packed(t, text)
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	return dir
}

// packed compresses a text with gzip.
func packed(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

// sources are the names of the documents in the lines of JSON, in order.
func sources(t *testing.T, jsonl, dir string) (names []string) {
	t.Helper()
	for line := range strings.Lines(jsonl) {
		var rec struct{ Source string }
		require.NoError(t, json.Unmarshal([]byte(line), &rec))
		if rel, err := filepath.Rel(dir, rec.Source); err == nil {
			rec.Source = filepath.ToSlash(rel)
		}
		names = append(names, rec.Source)
	}
	return names
}

func TestText(t *testing.T) {
	dir := files(t, map[string]string{"a.html": story})
	got := bodycopy("", filepath.Join(dir, "a.html"))
	assert.Equal(t, exitOK, got.status, got.stderr)
	assert.Empty(t, got.stderr)
	assert.True(t, strings.HasPrefix(got.stdout, "The ferry between Aldmouth"), "one document: its text and nothing else")
	assert.True(t, strings.HasSuffix(got.stdout, "was signed.\n"))
	assert.Contains(t, got.stdout, "weekend.\n\nPassengers", "paragraphs are parted by a blank line")
	assert.NotContains(t, got.stdout, "newsletter")

	listing := bodycopy("", "--explain", filepath.Join(dir, "a.html")).stdout
	assert.Regexp(t, `(?m)^newsletter +[01]\.\d{3}  Sign up for our newsletter`, listing, "explained, text is a listing of all blocks")
	assert.Regexp(t, `(?m)^ +\+\d+\.\d\d  newsletter-\w+: `, listing, "with reasons")

	two := bodycopy("", filepath.Join(dir, "a.html"), filepath.Join(dir, "a.html"))
	assert.Equal(t, 2, strings.Count(two.stdout, "==> "), "several documents are told apart")
}

// TestTypes has each type of document that is read, plain and gzipped.
func TestTypes(t *testing.T) {
	for _, name := range []string{"a.html", "a.htm", "a.txt", "a.html.gz", "a.htm.gz", "a.txt.gz", "A.HTML", "A.HTM.GZ", "page", "page.php.gz"} {
		text := story
		if strings.Contains(name, ".txt") {
			text = plainStory
		}
		file := filepath.Join(files(t, map[string]string{strings.ReplaceAll(name, "GZ", "gz"): text}), strings.ReplaceAll(name, "GZ", "gz"))
		got := bodycopy("", file)
		assert.Equal(t, exitOK, got.status, "%s: %s", name, got.stderr)
		assert.Contains(t, got.stdout, "The ferry between Aldmouth", name)
		assert.Contains(t, got.stdout, "Passengers had been taken", name)
		assert.NotContains(t, got.stdout, "<p>", "%s: markup is not text", name)
	}
}

func TestStdin(t *testing.T) {
	for _, c := range []struct {
		reason, in string
		args       []string
	}{
		{"markup on standard input", story, []string{"-"}},
		{"without arguments", story, nil},
		{"plain text is told by what it begins with", plainStory, []string{"-"}},
		{"markup after white space", "\n\n " + story, []string{"-"}},
		{"a byte order mark is no text", "\ufeff" + story, []string{"-"}},
		{"packed, which no name says", packed(t, story), []string{"-"}},
	} {
		got := bodycopy(c.in, c.args...)
		assert.Equal(t, exitOK, got.status, "%s: %s", c.reason, got.stderr)
		assert.True(t, strings.HasPrefix(got.stdout, "The ferry between"), c.reason)
	}
	got := bodycopy(story, "--format", "jsonl", "-")
	assert.Contains(t, got.stdout, `{"source":"-",`)
}

// TestFields holds the exact fields of the records, as design.md has them.
func TestFields(t *testing.T) {
	dir := files(t, map[string]string{"a.html": story})
	file := filepath.Join(dir, "a.html")
	for _, args := range [][]string{{"--format", "json", file}, {"--format", "jsonl", file}, {"--format=jsonl", "--explain", file}} {
		got := bodycopy("", args...)
		require.Equal(t, exitOK, got.status, got.stderr)
		explained := len(args) == 3 && args[1] == "--explain"
		var rec map[string]json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(got.stdout), &rec))
		assert.Equal(t, []string{"source", "status", "url", "verdict", "metadata", "text", "blocks", "images", "links", "tables", "partial", "error"}, keys(t, got.stdout), "in the order of the design")
		assert.Equal(t, []string{"kind", "confidence"}, keys(t, string(rec["verdict"])))
		assert.Equal(t, []string{"title", "authors", "published"}, keys(t, string(rec["metadata"]))[:3])
		assert.JSONEq(t, `""`, string(rec["error"]))

		var blocks []json.RawMessage
		require.NoError(t, json.Unmarshal(rec["blocks"], &blocks))
		require.NotEmpty(t, blocks)
		for _, b := range blocks {
			if !explained {
				assert.Equal(t, []string{"role", "score", "path", "text"}, keys(t, string(b)))
				continue
			}
			assert.Equal(t, []string{"role", "score", "path", "text", "reasons"}, keys(t, string(b)))
			var block struct{ Reasons []json.RawMessage }
			require.NoError(t, json.Unmarshal(b, &block))
			require.NotEmpty(t, block.Reasons)
			assert.Equal(t, []string{"heuristic", "role", "weight", "reason"}, keys(t, string(block.Reasons[0])))
		}
	}
	assert.Equal(t, 2, strings.Count(bodycopy(story, "--format", "jsonl", file, "-").stdout, "\n"), "a line each for the file and standard input")
}

// keys are the names in a JSON object, in order.
func keys(t *testing.T, object string) (names []string) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(object))
	_, err := dec.Token()
	require.NoError(t, err)
	for dec.More() {
		name, err := dec.Token()
		require.NoError(t, err)
		names = append(names, name.(string))
		var value json.RawMessage
		require.NoError(t, dec.Decode(&value))
	}
	return names
}

func TestFolder(t *testing.T) {
	dir := files(t, map[string]string{
		"b.html": story, "a.txt": plainStory, "c/d.htm.gz": story, "c/a.html": story, "z.htm": story,
		"notes.md": "no page", "picture.png": "no page", "c/x.json": "{}",
	})
	got := bodycopy("", "--format", "jsonl", dir)
	assert.Equal(t, exitOK, got.status, got.stderr)
	assert.Equal(t, []string{"a.txt", "b.html", "c/a.html", "c/d.htm.gz", "z.htm"}, sources(t, got.stdout, dir), "sorted, pages only")

	got = bodycopy("", "--format", "jsonl", filepath.Join(dir, "z.htm"), filepath.Join(dir, "c"), filepath.Join(dir, "a.txt"))
	assert.Equal(t, []string{"z.htm", "c/a.html", "c/d.htm.gz", "a.txt"}, sources(t, got.stdout, dir), "arguments stay in their order")
}

// TestFailures holds that what cannot be read is told, by name, on stderr and
// in a record, that the other documents are done, and that the status is 1.
func TestFailures(t *testing.T) {
	dir := files(t, map[string]string{
		"good.html": story, "empty.html": "", "blank.txt": " \n\t\n", "textless.html": "<html><script>var a = 1</script></html>",
		"empty.html.gz": "", "folder/notes.md": "no page",
	})
	require.NoError(t, os.WriteFile(filepath.Join(dir, "torn.html.gz"), []byte("\x1f\x8b\x08 torn"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "false.html.gz"), []byte(story), 0o644))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "bare"), 0o755))
	short := packed(t, story)
	for name, data := range map[string]string{"short.html.gz": short[:len(short)/2], "pdf.html": "%PDF-1.7\n1 0 obj", "picture": "\x89PNG\r\n\x1a\n\x00\x00"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644))
	}
	good := filepath.Join(dir, "good.html")
	for _, c := range []struct{ reason, name, message string }{
		{"a missing file", "missing.html", "no such file"},
		{"a folder without pages", "folder", "no .html, .htm or .txt in this folder"},
		{"an empty folder", "bare", "no .html, .htm or .txt in this folder"},
		{"an empty document", "empty.html", "empty"},
		{"a blank one", "blank.txt", "empty"},
		{"an empty one, packed", "empty.html.gz", "empty"},
		{"a page without any text", "textless.html", "no text"},
		{"what is not gzip", "false.html.gz", "not a gzip file"},
		{"a torn archive", "torn.html.gz", "not a gzip file"},
		{"one that ends too early", "short.html.gz", "the compressed file ends too early"},
		{"a PDF that is called a page", "pdf.html", "it is application/pdf, neither HTML nor text"},
		{"a picture that has no such name", "picture", "it is image/png, neither HTML nor text"},
	} {
		bad := filepath.Join(dir, c.name)
		got := bodycopy("", "--format", "jsonl", good, bad, good)
		assert.Equal(t, exitFailed, got.status, c.reason)
		assert.Contains(t, got.stderr, "bodycopy: "+bad+": ", "%s: the message names the file", c.reason)
		assert.Contains(t, got.stderr, c.message, c.reason)
		lines := strings.Split(strings.TrimSpace(got.stdout), "\n")
		require.Len(t, lines, 3, "%s: a record each, in input order", c.reason)
		var rec struct {
			Source, Text, Error string
			Blocks              []json.RawMessage
		}
		require.NoError(t, json.Unmarshal([]byte(lines[1]), &rec))
		assert.Equal(t, bad, rec.Source)
		assert.Contains(t, rec.Error, c.message, c.reason)
		assert.Empty(t, rec.Text)
		assert.NotNil(t, rec.Blocks, "blocks are a list even then")
		for _, i := range []int{0, 2} {
			assert.Contains(t, lines[i], `"error":""`, c.reason)
			assert.Contains(t, lines[i], "The ferry between", c.reason)
		}

		text := bodycopy("", good, bad)
		assert.Equal(t, exitFailed, text.status, c.reason)
		assert.Contains(t, text.stdout, "The ferry between", "%s: the other document is done", c.reason)
		assert.Contains(t, text.stderr, bad, c.reason)
	}
	got := bodycopy("", "--format", "jsonl", dir)
	assert.Equal(t, exitFailed, got.status, "in a folder too")
	assert.Contains(t, got.stdout, "The ferry between")
	got = bodycopy("  \n", "-")
	assert.Equal(t, exitFailed, got.status)
	assert.Contains(t, got.stderr, "bodycopy: -: the document is empty", "standard input has a name too")
	assert.Contains(t, bodycopy("", "").stderr, `"": an empty argument names no file`, "a variable of the shell that is not set")
}

// A page that is all well and of which nothing is kept prints nothing; it is
// said, so that nobody looks for what is broken.
func TestNothingKept(t *testing.T) {
	got := bodycopy(story, "--keep", "comment")
	assert.Equal(t, exitOK, got.status)
	assert.Empty(t, got.stdout)
	assert.Equal(t, "bodycopy: -: none of its blocks is kept; --explain shows them\n", got.stderr)
	assert.Empty(t, bodycopy(story, "--keep", "comment", "-q").stderr)
	assert.Empty(t, bodycopy(story, "--keep", "comment", "--format", "jsonl").stderr, "the record says it")
}

func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser can read everything")
	}
	dir := files(t, map[string]string{"a.html": story, "b.html": story, "c/d.html": story})
	require.NoError(t, os.Chmod(filepath.Join(dir, "a.html"), 0))
	require.NoError(t, os.Chmod(filepath.Join(dir, "c"), 0))
	defer os.Chmod(filepath.Join(dir, "c"), 0o755)
	got := bodycopy("", "--format", "jsonl", dir)
	assert.Equal(t, exitFailed, got.status)
	assert.Equal(t, []string{"a.html", "b.html", "c"}, sources(t, got.stdout, dir))
	assert.Equal(t, 2, strings.Count(got.stderr, "permission denied"))
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		reason string
		args   []string
		want   string
	}{
		{"an unknown flag", []string{"--nonsense"}, "unknown flag: --nonsense"},
		{"an unknown short flag", []string{"-x"}, "unknown shorthand flag"},
		{"a format that is not there", []string{"--format", "xml"}, "--format xml: want one of text, markdown, html, json, jsonl"},
		{"reasons where there is no place for them", []string{"--explain", "--format", "markdown", "a.html"}, "--explain: markdown has no place for reasons; want --format text, json, jsonl"},
		{"nor in HTML", []string{"--explain", "--format", "html", "a.html"}, "--explain: html has no place"},
		{"a flag without its value", []string{"--format"}, "flag needs an argument"},
		{"a role that is not there", []string{"--keep", "prose"}, `--keep: no role is called "prose"; there are other, title, dek, `},
		{"no role", []string{"--keep", ""}, "--keep: no role is named; there are other, "},
		{"no bytes, which are no way to say all", []string{"--max-bytes", "0"}, "--max-bytes 0: want 1 or more"},
		{"no time", []string{"--timeout", "0"}, "--timeout 0s: want more than 0"},
		{"why without words", []string{"why", " ", "a.html"}, "why needs some words, not none"},
		{"a selector that cannot be parsed", []string{"--scope", "div["}, "Scope"},
		{"the other one", []string{"--skip", ":::"}, "Skip"},
		{"why without a file", []string{"why", "some words"}, "why needs some words and a file"},
		{"why with two files", []string{"why", "some words", "a.html", "b.html"}, "not 3 arguments"},
		{"why with a role that is not there", []string{"why", "--not", "prose", "some words", "a.html"}, `--not: no role is called "prose"`},
		{"why with a wrong flag", []string{"why", "--nonsense", "some words", "a.html"}, "unknown flag"},
	} {
		got := bodycopy(story, c.args...)
		assert.Equal(t, exitUsage, got.status, c.reason)
		assert.Contains(t, got.stderr, "bodycopy: ", c.reason)
		assert.Contains(t, got.stderr, c.want, c.reason)
		assert.Contains(t, got.stderr, "Usage:", c.reason)
		assert.Empty(t, got.stdout, "%s: nothing was done", c.reason)
	}
	assert.Regexp(t, `^bodycopy \S+\n$`, bodycopy("", "--version").stdout)
	help := bodycopy("", "--help")
	assert.Equal(t, exitOK, help.status)
	assert.Contains(t, help.stdout, "bodycopy [flags] [FILE|DIR|GLOB|URL|-]…")
}

func TestKeepScopeSkip(t *testing.T) {
	got := bodycopy(story, "--keep", "title,newsletter", "-")
	assert.Equal(t, "Ferry back in service\n\nSign up for our newsletter and get the news delivered to your inbox.\n", got.stdout)
	got = bodycopy(story, "--skip", "article p", "--format", "jsonl", "-")
	assert.Equal(t, exitOK, got.status, got.stderr)
	assert.NotContains(t, got.stdout, "The ferry between")
	got = bodycopy(story, "--scope", ".nowhere", "-")
	assert.Equal(t, exitFailed, got.status, "a page in which the scope is missing is a document that failed")
	assert.Contains(t, got.stderr, "matches nothing")
}

func TestWhy(t *testing.T) {
	dir := files(t, map[string]string{"a.html": story, "b.txt.gz": plainStory, "c.warc": archiveRecord("http://a.example/", story)})
	file := filepath.Join(dir, "a.html")
	got := bodycopy("", "why", "Delivered  to your INBOX", file)
	require.Equal(t, exitOK, got.status, got.stderr)
	assert.Contains(t, got.stdout, "→ newsletter", "the role")
	assert.Regexp(t, `(?m)^  \w+ +0\.\d{3}$`, got.stdout, "the runners-up")
	assert.Contains(t, got.stdout, "newsletter-wording", "the evidence")
	assert.Regexp(t, `(?m)^[+-]\d+\.\d\d `, got.stdout, "with its weight")
	assert.Contains(t, got.stdout, "html>body>article>div>p", "and where it stands")

	assert.Contains(t, bodycopy("", "why", "--not", "legal", "delivered to your", file).stdout, "newsletter  legal", "against a role of one's choice")
	assert.NotContains(t, bodycopy("", "why", "--not", "newsletter", "delivered to your", file).stdout, "newsletter  newsletter", "its own role is no other: against the runner-up")
	assert.Equal(t, exitOK, bodycopy(story, "why", "delivered to your", "-").status, "from standard input")
	assert.Equal(t, exitOK, bodycopy("", "why", "a detour of forty", filepath.Join(dir, "b.txt.gz")).status, "in plain text, packed")

	var e extract.Extractor
	r, err := e.FromBytes([]byte(story), extract.Source{})
	require.NoError(t, err)
	var sure, unsure bytes.Buffer
	require.NoError(t, why(&sure, r, "a detour of forty", "a.html", nil))
	assert.NotContains(t, sure.String(), notBest, "the role has the highest score")
	for i := range r.Blocks {
		r.Blocks[i].Role = heuristics.Nav
	}
	require.NoError(t, why(&unsure, r, "a detour of forty", "a.html", nil))
	assert.Contains(t, unsure.String(), notBest, "another has, which is said")

	for _, c := range []struct{ reason, words, file, want string }{
		{"words that no block holds", "no such words", file, `a.html: no block holds "no such words"`},
		{"a missing file", "words", filepath.Join(dir, "none.html"), "no such file"},
		{"an archive", "words", filepath.Join(dir, "c.warc"), "c.warc: it holds many pages, and this command looks at one"},
		{"an address", "words", "https://a.example/", "https://a.example/: this command fetches no pages: save it to a file first"},
	} {
		got := bodycopy("", "why", c.words, c.file)
		assert.Equal(t, exitFailed, got.status, c.reason)
		assert.Contains(t, got.stderr, c.want, c.reason)
		assert.Empty(t, got.stdout, c.reason)
	}
}
