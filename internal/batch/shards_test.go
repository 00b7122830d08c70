package batch

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var errPower = assert.AnError

// cutOff is a sink that stops at a write, as a killed process does.
type cutOff struct {
	Sink
	left int
}

func (c *cutOff) Write(record []byte) error {
	if c.left--; c.left < 0 {
		return errPower
	}
	return c.Sink.Write(record)
}

// shardRun runs 55 documents into shards of 25, going on if it can, and stops
// after some writes. It returns false if it was stopped.
func shardRun(t *testing.T, dir string, gz bool, writes int) bool {
	t.Helper()
	s, err := OpenShards(dir, ShardOptions{Documents: 25, Gzip: gz, Resume: true, Call: []string{"a"}})
	require.NoError(t, err)
	defer s.Close()
	mark, finished := s.Done()
	require.False(t, finished)
	err = Run(t.Context(), numbers(mark.Tally.Documents, 55), &cutOff{s, writes}, Options{Workers: 2, Done: mark.Tally, Grid: Grid{Shard: 25, Chunk: 10}})
	if err != nil {
		require.ErrorIs(t, err, errPower)
		// What a kill leaves of a write that was under way.
		if s.file != nil {
			require.NoError(t, s.buffer.Flush())
		}
		return false
	}
	require.NoError(t, s.End())
	return true
}

// contents are the shards of a folder, by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	names, err := filepath.Glob(filepath.Join(dir, "part-*"))
	require.NoError(t, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		all[filepath.Base(name)] = string(data)
	}
	return all
}

func TestShards(t *testing.T) {
	for _, gz := range []bool{false, true} {
		want := t.TempDir()
		require.True(t, shardRun(t, want, gz, 1000))
		undisturbed := contents(t, want)
		ending := ".jsonl"
		if gz {
			ending += ".gz"
		}
		require.Len(t, undisturbed, 3)
		assert.Equal(t, strings.Join(counted(25), ""), plain(t, undisturbed["part-00000"+ending], gz))
		assert.Equal(t, strings.Join(counted(55)[50:], ""), plain(t, undisturbed["part-00002"+ending], gz))

		for _, writes := range [][]int{{0, 1, 9, 10, 11, 1000}, {24, 25, 1000}, {25, 26, 1000}, {54, 1, 1000}, {13, 13, 13, 13, 13, 13, 1000}} {
			dir := t.TempDir()
			for i, n := range writes {
				if shardRun(t, dir, gz, n) {
					break
				}
				assert.Less(t, i, len(writes)-1)
			}
			assert.Equal(t, undisturbed, contents(t, dir), "stopped after %v writes", writes)
		}
	}
}

func plain(t *testing.T, s string, gz bool) string {
	if !gz {
		return s
	}
	z, err := gzip.NewReader(strings.NewReader(s))
	require.NoError(t, err)
	data, err := io.ReadAll(z)
	require.NoError(t, err)
	return string(data)
}

// TestWindows are the moments between two things that a kill can part.
func TestWindows(t *testing.T) {
	finished := t.TempDir()
	require.True(t, shardRun(t, finished, false, 1000))
	undisturbed := contents(t, finished)
	for _, c := range []struct {
		reason string
		damage func(dir string) error
	}{
		{"renamed, and not yet in the journal", func(dir string) error {
			return os.Rename(filepath.Join(dir, "part-00001.jsonl.partial"), filepath.Join(dir, "part-00001.jsonl"))
		}},
		{"half a line in the journal", func(dir string) error {
			return appendTo(filepath.Join(dir, journalName), `{"input":99,"nth`)
		}},
		{"more in the shard than the journal says", func(dir string) error {
			return appendTo(filepath.Join(dir, "part-00001.jsonl.partial"), "torn")
		}},
	} {
		dir := t.TempDir()
		require.False(t, shardRun(t, dir, false, 40))
		require.NoError(t, c.damage(dir), c.reason)
		require.True(t, shardRun(t, dir, false, 1000))
		assert.Equal(t, undisturbed, contents(t, dir), c.reason)
	}
}

func appendTo(name, text string) error {
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.WriteString(text)
	return err
}

func TestOpenShards(t *testing.T) {
	dir := t.TempDir()
	require.False(t, shardRun(t, dir, false, 40))
	open := func(opt ShardOptions) error {
		s, err := OpenShards(dir, opt)
		if err == nil {
			s.Close()
		}
		return err
	}
	assert.ErrorIs(t, open(ShardOptions{Documents: 25, Call: []string{"a"}}), ErrTaken, "there is something, and nobody said to go on")
	assert.ErrorIs(t, open(ShardOptions{Documents: 25, Resume: true, Call: []string{"b"}}), ErrOther, "another call")
	assert.NoError(t, open(ShardOptions{Documents: 25, Resume: true, Call: []string{"a"}}))
	require.NoError(t, os.Truncate(filepath.Join(dir, "part-00001.jsonl.partial"), 3))
	assert.ErrorContains(t, open(ShardOptions{Documents: 25, Resume: true, Call: []string{"a"}}), "3 bytes of", "the disk has lost something")
	require.NoError(t, os.Remove(filepath.Join(dir, journalName)))
	assert.ErrorIs(t, open(ShardOptions{Documents: 25, Resume: true}), ErrTaken, "shards without their journal")
}
