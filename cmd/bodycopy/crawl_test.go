package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
)

// The long run: go test ./cmd/bodycopy -run Crawl -v -timeout 60m -documents 10000 -kills 20
var (
	documents = flag.Int("documents", 300, "documents of the crawl in TestCrawl")
	kills     = flag.Int("kills", 3, "how often it is killed")
)

// asCommand makes the test program run as the command.
const asCommand = "BODYCOPY_TEST_AS_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
	}
	os.Exit(m.Run())
}

// command is bodycopy as a process of its own.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asCommand+"=1")
	return cmd
}

// hostileEvery is how many documents there are to a hostile one.
const hostileEvery = 100

// hostileSize is about how large hostile documents are, in bytes. They are no
// larger than that because no document may run into the limit on time: what it
// comes to then depends on the machine.
const hostileSize = 64 << 10

// enoughForMemory is how many documents it takes until a quarter of them is
// enough for the heap to find its size.
const enoughForMemory = 5000

// crawl writes a folder of documents: pages made of random sentences, one of a
// hundred hostile. The largest of those, some megabytes, is in each quarter of
// many, so that the memory of the quarters can be compared.
func crawl(t *testing.T, n int) string {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	bad := hostile.Documents(hostileSize)
	largest := slices.MaxFunc(bad, func(a, b hostile.Document) int { return len(a.Data) - len(b.Data) })
	bad = slices.DeleteFunc(bad, func(d hostile.Document) bool { return len(d.Data) > 10*hostileSize })
	dir := t.TempDir()
	for i := range n {
		sub := filepath.Join(dir, fmt.Sprintf("%03d", i/1000))
		require.NoError(t, os.MkdirAll(sub, 0o755))
		data := madeUp(random)
		if i%hostileEvery == hostileEvery/2 {
			data = bad[random.IntN(len(bad))].Data
		}
		if n >= enoughForMemory && i%(n/4) == n/8 {
			data = largest.Data
		}
		require.NoError(t, os.WriteFile(filepath.Join(sub, fmt.Sprintf("%06d.html", i)), data, 0o644))
	}
	return dir
}

// madeUp is a page with a menu, a story and a list of other stories.
func madeUp(random *rand.Rand) []byte {
	var b bytes.Buffer
	words := strings.Fields("the harbour council ferry of and a bridge winter market said that it would open again before old line which carried people over to river after years with new boats in spring")
	sentence := func(n int) {
		for i := range n {
			word := words[random.IntN(len(words))]
			if i == 0 {
				word = strings.ToUpper(word[:1]) + word[1:]
			}
			b.WriteString(word)
			b.WriteByte(' ')
		}
		b.Truncate(b.Len() - 1)
		b.WriteString(". ")
	}
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>`)
	sentence(6)
	b.WriteString("</title></head><body><nav>")
	for i := range 10 {
		fmt.Fprintf(&b, `<a href="/section/%d">%s</a> `, i, words[random.IntN(len(words))])
	}
	b.WriteString("</nav><article><h1>")
	sentence(7)
	b.WriteString("</h1>")
	for range 4 + random.IntN(40) {
		b.WriteString("<p>")
		for range 2 + random.IntN(4) {
			sentence(8 + random.IntN(14))
		}
		b.WriteString("</p>\n")
	}
	b.WriteString(`</article><aside class="related"><h2>More stories</h2><ul>`)
	for i := range 12 {
		fmt.Fprintf(&b, `<li><a href="/story/%d">`, i)
		sentence(7)
		b.WriteString("</a></li>")
	}
	b.WriteString("</ul></aside><footer><p>© Grey Point Courier. All rights reserved.</p></footer></body></html>")
	return b.Bytes()
}

// results are the shards of a folder, one after the other.
func results(t *testing.T, dir string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "part-*"))
	require.NoError(t, err)
	var all strings.Builder
	for _, name := range names {
		assert.NotContains(t, name, "partial", "all shards are whole")
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		fmt.Fprintf(&all, "%s %d\n", filepath.Base(name), len(data))
		all.Write(data)
	}
	return all.String()
}

// TestCrawl runs many documents, one in a hundred hostile, and holds that each
// gives a record, and that a run that was killed again and again and gone on
// with leaves the same bytes as one that was not.
func TestCrawl(t *testing.T) {
	pages := crawl(t, *documents)
	out := t.TempDir()
	whole, killed := filepath.Join(out, "whole"), filepath.Join(out, "killed")
	flags := []string{"-q", "--shard", fmt.Sprint(*documents / 4), "--checkpoint", fmt.Sprint(min(*documents/30, 50)), "--timeout", "10m"}

	undisturbed := command(t, append(flags, "--out", whole, pages)...)
	began := time.Now()
	memory := watch(t, undisturbed, *documents, filepath.Join(whole, "journal.jsonl"))
	took := time.Since(began)
	want := results(t, whole)
	counts := map[string]int{}
	lines := bufio.NewScanner(strings.NewReader(want))
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		if !strings.HasPrefix(lines.Text(), "{") {
			continue // the name of a shard
		}
		var rec struct{ Status, Error string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &rec))
		counts[rec.Status]++
	}
	require.NoError(t, lines.Err())
	assert.Equal(t, *documents, counts["ok"]+counts["partial"]+counts["empty"]+counts["error"], "exactly a record a document")
	t.Logf("%d documents in %v: %v", *documents, took.Round(time.Millisecond), counts)
	t.Logf("peak memory of the quarters of the run: %d MB", memory)
	if *documents >= enoughForMemory && memory[0] > 0 {
		assert.LessOrEqual(t, float64(memory[3]), 1.1*float64(memory[0]), "memory is flat")
	}

	random := rand.New(rand.NewPCG(3, 4))
	args := append(flags, "--out", killed, "--resume", pages)
	for n := 0; n < *kills; {
		cmd := command(t, args...)
		require.NoError(t, cmd.Start())
		time.Sleep(time.Duration(random.Int64N(int64(took) * 3 / int64(*kills+1))))
		require.NoError(t, cmd.Process.Signal(syscall.SIGKILL))
		_ = cmd.Wait()
		if !cmd.ProcessState.Exited() {
			n++
			continue
		}
		assert.True(t, want == results(t, killed), "the same bytes after %d kills", n)
		require.NoError(t, os.RemoveAll(killed), "it was done before the kill: once more")
	}
	last := command(t, args...)
	_ = last.Run() // 1 if hostile documents have failed
	assert.Contains(t, []int{exitOK, exitFailed}, last.ProcessState.ExitCode())
	assert.True(t, want == results(t, killed), "the same bytes after %d kills", *kills)
}

// watch runs a command to its end and returns its largest memory in each
// quarter of its documents, in MB; zeros where the system does not say.
func watch(t *testing.T, cmd *exec.Cmd, documents int, journal string) (peaks [4]int) {
	t.Helper()
	require.NoError(t, cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case <-ended:
			require.Contains(t, []int{exitOK, exitFailed}, cmd.ProcessState.ExitCode())
			return peaks
		case <-time.After(20 * time.Millisecond):
			quarter := min(3, 4*progressOf(journal)/documents)
			peaks[quarter] = max(peaks[quarter], resident(cmd.Process.Pid))
		}
	}
}

// progressOf is how many documents a journal says are done.
func progressOf(journal string) int {
	data, _ := os.ReadFile(journal)
	lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
	var last struct{ Tally struct{ Documents int } }
	_ = json.Unmarshal(lines[len(lines)-1], &last)
	return last.Tally.Documents
}

// resident is the memory of a process in MB, 0 if the system does not say.
func resident(pid int) int {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0
	}
	var size, pages int
	_, _ = fmt.Sscan(string(data), &size, &pages)
	return pages * os.Getpagesize() >> 20
}
