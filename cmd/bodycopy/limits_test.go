package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLimits(t *testing.T) {
	dir := files(t, map[string]string{"story.html": story})
	page := dir + "/story.html"

	c := bodycopy("", "--max-bytes", "700", "--format", "jsonl", page)
	assert.Equal(t, exitOK, c.status, "a partial result is a result")
	assert.Contains(t, c.stdout, `"partial":"bytes: only the first 700 were read"`)
	assert.Contains(t, c.stderr, "partial result: bytes")

	c = bodycopy("", "--max-bytes", "700", "--refuse", "--format", "jsonl", page)
	assert.Equal(t, exitFailed, c.status, "unless it is refused")
	assert.Contains(t, c.stdout, `"error":"extract: a limit was hit: bytes`)

	c = bodycopy("", "--max-bytes", "100", page)
	assert.Equal(t, exitFailed, c.status)
	assert.Contains(t, c.stderr, "there is no text in the document: bytes: only the first 100 were read", "why there is none")

	for _, args := range [][]string{{"--max-bytes", "-1"}, {"--timeout", "-1s"}, {"--timeout", "soon"}} {
		assert.Equal(t, exitUsage, bodycopy("", append(args, page)...).status, args)
	}
	assert.Equal(t, exitOK, bodycopy("", "--timeout", "10s", page).status)
}
