package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// evalData holds the small data sets that package eval is tested with.
const evalData = "../../internal/eval/testdata/"

// call runs the command and returns its exit status and what it printed.
func call(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(""), &out, &errs)
	return status, out.String(), errs.String()
}

func TestEval(t *testing.T) {
	tests := []struct {
		args   string
		status int
		stdout string // is in it; "" means that nothing is printed
		stderr string
		reason string
	}{
		{"eval plain DATA/plain", exitOK, "plain: 2 pages", "", "own pages"},
		{"eval roles DATA/labelled/roles --pages", exitOK, "newsletter", "", "roles and leaks"},
		{"eval readability DATA/readability", exitOK, "keep: body,caption,dek", "", "the policy is the data set's"},
		{"eval plain DATA/plain --keep title", exitOK, "keep: title", "", "or the caller's"},
		{"eval plain DATA/plain --format json", exitOK, `"corpus": "`, "", "all of it"},
		{"eval plain DATA/plain --min F1=0.2,recall=0.2 --max F1=1", exitOK, "plain", "", "within bounds"},
		{"eval plain DATA/plain --min F1=1.01", exitFailed, "plain", "F1 is ", "below the floor"},
		{"eval roles DATA/labelled/roles --max wcxb.body-kept=0.1", exitFailed, "roles", "wcxb.body-kept is ", "above the ceiling"},
		{"eval plain DATA/plain --min F2=0.5", exitUsage, "", `no figure is called "F2"; there are F1, `, "no such figure"},
		{"eval plain DATA/plain --min F1", exitUsage, "", `"F1": want a figure and a number`, "no number"},
		{"eval plain DATA/plain --format xml", exitUsage, "", "--format xml", "no such format"},
		{"eval plain DATA/plain --jobs 0", exitUsage, "", "--jobs 0", "nobody to do it"},
		{"eval plain DATA/plain --keep ad", exitUsage, "", `"ad"`, "no such role"},
		{"eval plane DATA/plain", exitUsage, "", "there are wcxb, ", "no such data set"},
		{"eval plain", exitUsage, "", "not 1 arguments", "no folder"},
		{"eval wcxb DATA/plain", exitUsage, "", "ground-truth", "another layout"},
		{"eval plain DATA/plain --predictions DATA/none.jsonl", exitUsage, "", "none.jsonl", "no such file"},
		{"eval diff DATA/a.json", exitUsage, "", "not 1 arguments", "one report"},
		{"eval diff DATA/a.json DATA/b.json", exitUsage, "", "a.json", "no such file"},
	}
	for _, test := range tests {
		status, stdout, stderr := call(strings.Fields(strings.ReplaceAll(test.args, "DATA/", evalData))...)
		assert.Equal(t, test.status, status, "%s: %s", test.args, test.reason)
		assert.Contains(t, stdout, test.stdout, test.reason)
		assert.Contains(t, stderr, test.stderr, test.reason)
		if test.stdout == "" {
			assert.Empty(t, stdout, test.reason)
		}
		if test.status == exitOK {
			assert.Empty(t, stderr, "%s: no bar where there is no terminal", test.reason)
		}
	}
}

// Data that cannot be read gives one line, without the usage.
func TestEvalOneLine(t *testing.T) {
	_, _, stderr := call("eval", "aeb", evalData+"plain")
	assert.Equal(t, 1, strings.Count(stderr, "\n"), stderr)
}

func TestEvalPredictionsAndDiff(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		return name
	}
	theirs := write("theirs.jsonl", `{"id":"gates","text":"The upper gates of the Marlow flight"}`+"\n")
	status, old, stderr := call("eval", "plain", evalData+"plain", "--predictions", theirs, "--format", "json")
	require.Equal(t, exitOK, status, stderr)
	assert.Contains(t, old, "no prediction for this page")
	status, newer, stderr := call("eval", "plain", evalData+"plain", "--format", "json")
	require.Equal(t, exitOK, status, stderr)
	status, stdout, stderr := call("eval", "diff", write("old.json", old), write("new.json", newer))
	require.Equal(t, exitOK, status, stderr)
	assert.Contains(t, stdout, "pages: 2 better, 0 worse, 0 the same")
	status, stdout, _ = call("eval", "diff", filepath.Join(dir, "old.json"), filepath.Join(dir, "new.json"), "--format", "json")
	assert.Equal(t, exitOK, status)
	assert.Contains(t, stdout, `"better": 2`)
	status, _, stderr = call("eval", "diff", theirs, theirs)
	assert.Equal(t, exitUsage, status)
	assert.Contains(t, stderr, theirs)
}
