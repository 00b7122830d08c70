package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/batch"
)

func TestLists(t *testing.T) {
	dir := files(t, map[string]string{
		"a.html": story, "b.txt": plainStory, "sub/c.html": story, "sub/d.htm.gz": story, "e1.html": story, "e2.html": story, "x.md": "no page",
	})
	list := filepath.Join(dir, "list")
	require.NoError(t, os.WriteFile(list, []byte(fmt.Sprintf("%s/sub\n\n  %s/b.txt\r\n%[1]s/e*.html\n", dir, dir)), 0o644))
	for _, c := range []struct {
		reason, stdin string
		args          []string
		want          []string
	}{
		{"a glob that no shell has seen", "", []string{filepath.Join(dir, "e?.html")}, []string{"e1.html", "e2.html"}},
		{"a glob of folders", "", []string{filepath.Join(dir, "s*")}, []string{"sub/c.html", "sub/d.htm.gz"}},
		{"a list of everything", "", []string{"--from", list}, []string{"sub/c.html", "sub/d.htm.gz", "b.txt", "e1.html", "e2.html"}},
		{"arguments before lists", "", []string{"--from", list, filepath.Join(dir, "a.html")}, []string{"a.html", "sub/c.html", "sub/d.htm.gz", "b.txt", "e1.html", "e2.html"}},
		{"a list on standard input", dir + "/a.html\n", []string{"--from", "-"}, []string{"a.html"}},
		{"as they come", "", []string{"--unordered", "--workers", "1", dir + "/sub"}, []string{"sub/c.html", "sub/d.htm.gz"}},
	} {
		got := bodycopy(c.stdin, append([]string{"--format", "jsonl"}, c.args...)...)
		assert.Equal(t, exitOK, got.status, "%s: %s", c.reason, got.stderr)
		assert.Equal(t, c.want, sources(t, got.stdout, dir), c.reason)
	}
	got := bodycopy("", "--from", filepath.Join(dir, "none"))
	assert.Equal(t, exitBroken, got.status, "a list that is not there")
	assert.Contains(t, got.stderr, "--from: ")
	got = bodycopy("", filepath.Join(dir, "q*.html"))
	assert.Equal(t, exitFailed, got.status, "a glob that nothing matches")
	assert.Contains(t, got.stderr, "nothing is named like that")
}

func TestZstd(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.html.zst")
	var packed bytes.Buffer
	z, err := zstd.NewWriter(&packed)
	require.NoError(t, err)
	_, err = io.WriteString(z, story)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	require.NoError(t, os.WriteFile(file, packed.Bytes(), 0o644))
	got := bodycopy("", file)
	assert.Equal(t, exitOK, got.status, got.stderr)
	assert.Contains(t, got.stdout, "The ferry between")
}

// TestStatus holds that a record says what came of its document.
func TestStatus(t *testing.T) {
	dir := files(t, map[string]string{"a.html": story, "b.html": "", "c.html": story + strings.Repeat(" ", 4000)})
	got := bodycopy("", "--format", "jsonl", "--max-bytes", "3000", dir, filepath.Join(dir, "none.html"))
	assert.Equal(t, exitFailed, got.status)
	var statuses []string
	for line := range strings.Lines(got.stdout) {
		var rec struct{ Status, Partial, Error string }
		require.NoError(t, json.Unmarshal([]byte(line), &rec))
		statuses = append(statuses, rec.Status)
		assert.Equal(t, rec.Status == "partial", rec.Partial != "")
		assert.Equal(t, rec.Status == "empty" || rec.Status == "error", rec.Error != "", "with its cause")
	}
	assert.Equal(t, []string{"ok", "empty", "partial", "error"}, statuses)
	assert.Empty(t, bodycopy("", "-q", dir).stderr, "quiet means quiet")
}

func TestOut(t *testing.T) {
	pages := map[string]string{}
	for i := range 7 {
		pages[fmt.Sprintf("%d.html", i)] = story
	}
	dir := files(t, pages)
	out := filepath.Join(t.TempDir(), "results")
	args := []string{"--out", out, "--shard", "3", "--gzip", "--workers", "2", dir}
	got := bodycopy("", args...)
	require.Equal(t, exitOK, got.status, got.stderr)
	assert.Contains(t, got.stderr, "7 documents")
	assert.Contains(t, got.stderr, "200 ok       7")
	assert.Empty(t, got.stdout)
	names, err := filepath.Glob(filepath.Join(out, "part-*"))
	require.NoError(t, err)
	require.Len(t, names, 3)
	var all strings.Builder
	for _, name := range names {
		packed, err := (&input{name: name}).read(nil, 1<<20)
		require.NoError(t, err)
		all.Write(packed)
	}
	assert.Equal(t, bodycopy("", "--format", "jsonl", dir).stdout, all.String(), "what standard output would have got")

	got = bodycopy("", args...)
	assert.Equal(t, exitUsage, got.status, "results are not written over")
	assert.Contains(t, got.stderr, "--resume")
	got = bodycopy("", append(args, "--resume")...)
	assert.Equal(t, exitOK, got.status, "what is done is done: %s", got.stderr)
	assert.Contains(t, got.stderr, "7 documents")
	got = bodycopy("", append(args, "--resume", "--keep", "title")...)
	assert.Equal(t, exitUsage, got.status, "another call cannot go on")
	assert.Contains(t, got.stderr, "another run")
	got = bodycopy("", "--out", filepath.Join(names[0], "below"), dir)
	assert.Equal(t, exitBroken, got.status, "a folder that cannot be made")
}

func TestBatchUsage(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"--workers 0", "--workers 0: want 1 or more"},
		{"--out x --shard 0", "--shard 0"},
		{"--out x --checkpoint -1", "--checkpoint -1"},
		{"--resume", "--resume needs --out"},
		{"--gzip", "--gzip needs --out"},
		{"--out x --format text", "shards are jsonl"},
	} {
		got := bodycopy("", strings.Fields(c.args)...)
		assert.Equal(t, exitUsage, got.status, c.args)
		assert.Contains(t, got.stderr, c.want)
	}
}

// failing is an output that is full.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestBrokenOutput(t *testing.T) {
	var stderr bytes.Buffer
	assert.Equal(t, exitBroken, run(nil, strings.NewReader(story), failing{}, &stderr))
	assert.Contains(t, stderr.String(), "writing: no space left")
}

// TestPanics holds that a document on which the extractor panics costs itself.
func TestPanics(t *testing.T) {
	r := &batchRun{renderer: &renderer{format: "jsonl"}, opt: &options{}, inputs: &lister{}, extractor: &extract.Extractor{
		Heuristics: append(heuristics.Default(), heuristics.Heuristic{Name: "bomb", Doc: "goes off", Judge: func(_ *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
			if strings.Contains(b.Text, "bomb") {
				panic("boom")
			}
			return nil
		}})}, meter: newMeter(io.Discard, &lister{}, true)}
	r.opt.batch.workers = 2
	dir := files(t, map[string]string{"a.html": story, "b.html": "<p>a bomb</p>", "c.html": story})
	r.inputs.args = []string{dir}
	var out bytes.Buffer
	tally, err := r.run(t.Context(), newStream(&out, r.renderer), batch.Mark{})
	require.NoError(t, err)
	assert.Equal(t, 2, tally.OK)
	assert.Equal(t, 1, tally.Failed)
	assert.Equal(t, []string{"a.html", "b.html", "c.html"}, sources(t, out.String(), dir))
	assert.Contains(t, out.String(), `"error":"panic: boom"`)
}

func TestMovedInputs(t *testing.T) {
	l := &lister{args: []string{files(t, map[string]string{"a.html": story, "c.html": story})}}
	r := &batchRun{renderer: &renderer{format: "jsonl"}, opt: &options{}, inputs: l, extractor: &extract.Extractor{}, meter: newMeter(io.Discard, l, true)}
	mark := batch.Mark{Position: batch.Position{Input: 0, Name: "b.html"}, Tally: batch.Tally{Documents: 1}}
	_, err := r.run(context.Background(), newStream(io.Discard, r.renderer), mark)
	var broken brokenError
	require.ErrorAs(t, err, &broken)
	assert.ErrorContains(t, err, "it was b.html when the run was begun")
}

// TestMeter has the progress of a run that takes longer than its patience.
func TestMeter(t *testing.T) {
	dir := files(t, map[string]string{"a.html": story, "b.html": story})
	for _, terminal := range []bool{false, true} {
		var out bytes.Buffer
		m := newMeter(&out, &lister{args: []string{dir}}, false)
		m.terminal = terminal
		out.Reset()
		size := (&input{name: filepath.Join(dir, "a.html")}).size()
		t1 := batch.Tally{Documents: 1, OK: 1, Read: size}
		m.shown = m.shown.Add(-time.Minute)
		m.step(&batch.Outcome{Status: batch.OK, Read: size}, t1)
		require.Eventually(t, func() bool { return m.total.Load() == 2*size }, 5*time.Second, time.Millisecond, "the inputs are counted beside")
		m.shown = m.shown.Add(-time.Minute)
		m.began = m.began.Add(-10 * time.Second)
		m.step(&batch.Outcome{Status: batch.OK, Read: size}, t1)
		assert.Contains(t, out.String(), "1 documents, 0.0 MB/s, 0 failed, 10s left")
		assert.Equal(t, terminal, strings.Contains(out.String(), "[===============               ]"), "half a bar on a terminal")
		m.step(&batch.Outcome{Status: batch.Failed, Name: "b.html", Cause: "torn"}, t1)
		m.clear()
		assert.Equal(t, terminal, strings.Contains(out.String(), "\x1b[K"), "no codes where there is no terminal")
		lines := strings.Split(out.String(), "\n")
		assert.True(t, slices.ContainsFunc(lines, func(s string) bool { return strings.HasSuffix(s, "bodycopy: b.html: torn") }))
	}
}

// TestResumeWithProfile holds that a run is not gone on with when what stands in
// the profile has changed.
func TestResumeWithProfile(t *testing.T) {
	dir := files(t, map[string]string{"a.html": story})
	profile := filepath.Join(t.TempDir(), "site.profile")
	write := func(line string) {
		require.NoError(t, os.WriteFile(profile, []byte("bodycopy-profile 1\npages 9\n"+line), 0o644))
	}
	args := []string{"--out", filepath.Join(t.TempDir(), "out"), "--profile", profile, dir}
	write("text 9 3 sign up now\n")
	require.Equal(t, exitOK, bodycopy("", args...).status)
	assert.Equal(t, exitOK, bodycopy("", append(args, "--resume")...).status)
	write("# a note\ntext 9 3 sign up now\n")
	assert.Equal(t, exitOK, bodycopy("", append(args, "--resume")...).status, "notes say nothing")
	write("text 9 4 sign up for news\n")
	got := bodycopy("", append(args, "--resume")...)
	assert.Equal(t, exitUsage, got.status)
	assert.Contains(t, got.stderr, "another run")
}
