package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// pages is a WARC file of n pages, each different, with other records between
// and one page that is empty.
func pages(n int) string {
	var b strings.Builder
	record := func(i int, kind, contentType, block string) {
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:n:%d>\r\nWARC-Target-URI: https://example.org/%d\r\nWARC-Date: 2026-03-04T05:06:07Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			kind, i, i, contentType, len(block), block)
	}
	for i := range n {
		record(i, "request", "application/http", "GET / HTTP/1.1\r\n\r\n")
		body := ""
		if i != 1 {
			body = fmt.Sprintf(`<html><body><nav><a href="/">Home</a></nav><article><h1>Ferry %d back</h1><p>The ferry number %d between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service.</p>%s</article></body></html>`,
				i, i, strings.Repeat("<p>Passengers had been taken across by bus in the meantime, a detour of forty miles, as the council said.</p>", i%5))
		}
		record(i, "response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+body)
	}
	return b.String()
}

// extracted runs the pipeline on the local runner and returns its lines, by
// record, and its counters.
func extracted(t *testing.T, input string, shards int) (map[string]string, []string) {
	t.Helper()
	out := t.TempDir()
	p, err := pipeline(input, out, shards, &extractFn{Keep: []string{"body"}}, true)
	if err != nil {
		t.Fatal(err)
	}
	result, err := beam.Run(context.Background(), "prism", p)
	if err != nil {
		t.Fatal(err)
	}
	return lines(t, filepath.Join(out, "part-*")), counted(result)
}

func lines(t *testing.T, glob string) map[string]string {
	t.Helper()
	names, err := filepath.Glob(glob)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(string(data)) {
			var x struct{ Record, Status, Text, Error string }
			if err := json.Unmarshal([]byte(l), &x); err != nil {
				t.Fatal(err)
			}
			all[x.Record] = x.Status + " " + x.Text + " " + x.Error
		}
	}
	return all
}

// TestLikeTheCommand holds that Beam makes of a WARC file what the command
// makes of it: the same documents, bytes and texts.
func TestLikeTheCommand(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.warc")
	if err := os.WriteFile(file, []byte(pages(40)), 0o600); err != nil {
		t.Fatal(err)
	}
	got, counts := extracted(t, file, 3)

	plain := filepath.Join(dir, "plain")
	program := filepath.Join(dir, "bodycopy")
	build := exec.Command("go", "build", "-o", program, "./cmd/bodycopy")
	build.Dir = "../.."
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	cmd := exec.Command(program, "-q", "--out", plain, file)
	if text, err := cmd.CombinedOutput(); cmd.ProcessState.ExitCode() != 1 { // the empty page has failed
		t.Fatalf("%v: %s", err, text)
	}
	want := lines(t, filepath.Join(plain, "part-*"))
	if len(got) != 40 || len(want) != 40 {
		t.Fatalf("%d documents of Beam, %d of the command", len(got), len(want))
	}
	for id := range want {
		if got[id] != want[id] {
			t.Errorf("%s: %q of Beam, %q of the command", id, got[id], want[id])
		}
	}
	tally := tallyOf(t, filepath.Join(plain, "journal.jsonl"))
	for name, n := range tally {
		if l := fmt.Sprintf("%s %.0f", name, n); name != "read" && n > 0 && !slices.Contains(counts, l) {
			t.Errorf("the command has counted %q, Beam %q", l, counts)
		}
	}
	t.Logf("Beam %q, command %v", counts, tally)
}

// tallyOf is what the last line of a journal has counted.
func tallyOf(t *testing.T, journal string) map[string]float64 {
	t.Helper()
	f, err := os.Open(journal)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var last struct{ Tally map[string]float64 }
	for l := bufio.NewScanner(f); l.Scan(); {
		if err := json.Unmarshal(l.Bytes(), &last); err != nil {
			t.Fatal(err)
		}
	}
	return last.Tally
}

func TestTextShards(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.jsonl")
	text := "The ferry between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service."
	data := fmt.Sprintf("{\"url\":\"https://example.org/\",\"text\":%q}\n\n{\"text\":\n{\"text\":\"\"}\n", text)
	if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	got, counts := extracted(t, file, 1)
	if len(got) != 3 || !strings.HasPrefix(got["line 1"], "ok The ferry") || !strings.HasPrefix(got["line 3"], "error ") || !strings.HasPrefix(got["line 4"], "empty ") {
		t.Errorf("%q", got)
	}
	if !slices.Contains(counts, "documents 3") {
		t.Errorf("%q", counts)
	}
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		in, out string
		shards  int
		keep    string
	}{{"", "x", 1, "body"}, {"x", "", 1, "body"}, {"x", "x", 0, "body"}, {"x", "x", 1, "prose"}} {
		if _, err := pipeline(c.in, c.out, c.shards, &extractFn{Keep: []string{c.keep}}, false); err == nil {
			t.Errorf("%v: no error", c)
		}
	}
}
