package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// warcRecord is a record of an archive.
func warcRecord(n int, kind, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:n:%d>\r\nWARC-Target-URI: https://example.org/%d\r\nWARC-Date: 2026-03-04T05:06:07Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, n, n, contentType, len(block), block)
}

const okHeader = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

// archiveOf is an archive with n pages, something else between them.
func archiveOf(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(warcRecord(i, "request", "application/http", "GET / HTTP/1.1\r\n\r\n"))
		b.WriteString(warcRecord(i, "response", "application/http;msgtype=response", okHeader+strings.ReplaceAll(story, "cracked", fmt.Sprintf("cracked %d", i))))
	}
	return b.String()
}

func TestArchives(t *testing.T) {
	dir := files(t, map[string]string{
		"a.warc.gz": archiveOf(3), "b.html": story, "c.warc.wet.gz": warcRecord(9, "conversion", "text/plain", plainStory), "d.warc": "",
	})
	got := bodycopy("", "--format", "jsonl", "--workers", "2", dir)
	require.Equal(t, exitOK, got.status, got.stderr)
	var recs []struct{ Source, Archive, Record, Text, Status string }
	for line := range strings.Lines(got.stdout) {
		recs = append(recs, struct{ Source, Archive, Record, Text, Status string }{})
		require.NoError(t, json.Unmarshal([]byte(line), &recs[len(recs)-1]))
	}
	require.Len(t, recs, 5, "pages of archives, pages, texts; an archive without pages has none")
	for i := range 3 {
		assert.Equal(t, fmt.Sprintf("https://example.org/%d", i), recs[i].Source)
		assert.Equal(t, filepath.Join(dir, "a.warc.gz"), recs[i].Archive)
		assert.Equal(t, fmt.Sprintf("urn:n:%d", i), recs[i].Record)
		assert.Contains(t, recs[i].Text, fmt.Sprintf("cracked %d", i))
	}
	assert.Equal(t, filepath.Join(dir, "b.html"), recs[3].Source)
	assert.Empty(t, recs[3].Archive)
	assert.Equal(t, filepath.Join(dir, "c.warc.wet.gz"), recs[4].Archive)
	assert.Contains(t, recs[4].Text, "Passengers had been")
	assert.Contains(t, bodycopy("", filepath.Join(dir, "a.warc.gz")).stdout, "==> https://example.org/1 <==")
}

// TestBrokenArchive holds that what is lost of an archive is told in a record,
// that the other inputs are done, and that the exit status says so.
func TestBrokenArchive(t *testing.T) {
	whole := archiveOf(3)
	dir := files(t, map[string]string{"a.warc": whole[:len(whole)-900], "b.html": story})
	out := filepath.Join(t.TempDir(), "out")
	got := bodycopy("", "--out", out, dir)
	assert.Equal(t, exitBroken, got.status)
	assert.Contains(t, got.stderr, "a.warc: record 6: the file ends in the middle of a record")
	shards := results(t, out)
	assert.Equal(t, 3, strings.Count(shards, `"status":"ok"`))
	assert.Equal(t, 1, strings.Count(shards, `"status":"error"`))
	got = bodycopy("", "--format", "jsonl", filepath.Join(dir, "b.html"), filepath.Join(dir, "none.warc"))
	assert.Equal(t, exitFailed, got.status, "one that is not there is a document that failed, as any file")
}

// TestArchiveResume goes on in the middle of an archive.
func TestArchiveResume(t *testing.T) {
	dir := files(t, map[string]string{"a.warc.gz": archiveOf(2), "b.warc.gz": archiveOf(9)})
	out := filepath.Join(t.TempDir(), "out")
	args := []string{"--out", out, "--shard", "4", "--checkpoint", "3", dir, "--resume"}
	require.Equal(t, exitOK, bodycopy("", args...).status)
	want := results(t, out)
	journal := filepath.Join(out, "journal.jsonl")
	data, err := os.ReadFile(journal)
	require.NoError(t, err)
	lines := strings.SplitAfter(string(data), "\n")
	require.Contains(t, lines[3], `"input":1,"nth":4`, "the third checkpoint is in the second archive")
	require.NoError(t, os.WriteFile(journal, []byte(strings.Join(lines[:4], "")), 0o644))
	require.NoError(t, os.Remove(filepath.Join(out, "part-00002.jsonl")))
	require.Equal(t, exitOK, bodycopy("", args...).status)
	assert.Equal(t, want, results(t, out))
}
