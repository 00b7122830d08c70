//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestInterrupt sends a signal to a run and holds that it stops at once, says
// so, and can be gone on with.
func TestInterrupt(t *testing.T) {
	dir := files(t, map[string]string{"a.html": story, "b.html": story})
	out := filepath.Join(t.TempDir(), "out")
	fifo := filepath.Join(dir, "z.html")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skip("no named pipes here:", err)
	}
	args := []string{"--out", out, "--checkpoint", "1", "--workers", "1", dir}
	cmd := command(t, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	require.NoError(t, cmd.Start())
	journal := filepath.Join(out, "journal.jsonl")
	require.Eventually(t, func() bool { return progressOf(journal) == 2 }, 10*time.Second, 5*time.Millisecond, "the third document never comes")
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	_ = cmd.Wait()
	assert.Equal(t, exitInterrupted, cmd.ProcessState.ExitCode())
	assert.Equal(t, "bodycopy: interrupted\n", stderr.String())

	again := command(t, append(args, "--resume")...) // and waits where the other has
	require.NoError(t, again.Start())
	var pipe int
	require.Eventually(t, func() bool { // until it reads from the pipe
		var err error
		pipe, err = syscall.Open(fifo, syscall.O_WRONLY|syscall.O_NONBLOCK, 0)
		return err == nil
	}, 10*time.Second, 5*time.Millisecond)
	defer syscall.Close(pipe)
	require.NoError(t, again.Process.Signal(syscall.SIGTERM))
	_ = again.Wait()
	assert.Equal(t, 143, again.ProcessState.ExitCode(), "128 and the number of SIGTERM")
	require.NoError(t, os.Remove(fifo))
	require.NoError(t, os.WriteFile(fifo, []byte(story), 0o600))
	last := command(t, append(args, "--resume")...)
	require.NoError(t, last.Run())
	assert.Equal(t, 3, strings.Count(results(t, out), `"status":"ok"`))
}
