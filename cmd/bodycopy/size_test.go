package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// TestOutputSize holds that what the command makes of a document is no larger
// than four times the document and 4 kB, with reasons than 36 times and 132 kB,
// beside what it is called and what is there for any document.
func TestOutputSize(t *testing.T) {
	const (
		plain   = "a document"
		reasons = "a document with its reasons"
		lines   = "a line a block"
	)
	most := func(kind string, size int) int {
		switch kind {
		case reasons:
			return (extract.OutputShare+extract.ReasonsShare)*size + extract.LeastOutput + extract.LeastReasons
		case lines: // of a role and the words that it begins with
			return 8*size + extract.LeastOutput
		}
		return extract.OutputShare*size + extract.LeastOutput
	}
	var roles []string
	for _, r := range heuristics.Roles() {
		roles = append(roles, r.String())
	}
	everything := strings.Join(roles, ",")
	frame := len(bodycopy("", "report", "-o", "-", "none.html").stdout)
	for _, doc := range []struct{ name, again, reason string }{
		{"letters.txt", "a\n", "the most blocks to a byte"},
		{"words.txt", "herring\n", "a text that people have"},
		{"tags.txt", "<a", "one block, and the most to escape"},
		{"marks.txt", "\"&'\n", "the most to escape where HTML is written"},
		{"lines.txt", "The boat came in at noon, and all went down to see it.\n", "nothing out of the way"},
		{"paragraphs.html", "<p>a", "the shortest elements"},
		{"story.html", story, "whole pages, one behind the other"},
	} {
		for _, size := range []int{1000, 30_000} {
			page := strings.Repeat(doc.again, size/len(doc.again)+1)
			file := filepath.Join(files(t, map[string]string{doc.name: page}), doc.name)
			words := strings.Fields(strings.NewReplacer("<p>", "", story, "Ferry").Replace(doc.again))[0]
			var times []string
			for _, call := range []struct {
				args string
				kind string
				more int // bytes that are there for any document
			}{
				{"--format text --keep " + everything, plain, 0},
				{"--format markdown --keep " + everything, plain, 0},
				{"--format html --keep " + everything, plain, 0},
				{"--format json", plain, len(file)},
				{"--format jsonl --keep " + everything, plain, len(file)},
				{"--format json --explain", reasons, len(file)},
				{"--format jsonl --explain", reasons, len(file)},
				{"--format text --explain", reasons, 0},
				{"report -o -", reasons, frame + len(file)},
				{"report -o - --keep " + everything, reasons, frame + len(file)},
				{"why " + words, plain, 64 << 10},
			} {
				got := bodycopy("", append(strings.Fields(call.args), file)...)
				require.Equal(t, exitOK, got.status, "%s: %s: %s", call.args, doc.name, got.stderr)
				times = append(times, fmt.Sprintf("%s %.1f", strings.ReplaceAll(call.args, everything, "all"), float64(len(got.stdout))/float64(len(page))))
				assert.LessOrEqual(t, len(got.stdout), most(call.kind, len(page))+call.more, "%s: %s of %d bytes: %s", call.args, doc.name, len(page), doc.reason)
			}
			t.Logf("%s of %d bytes: %s", doc.name, len(page), strings.Join(times, ", "))
			if doc.name == "letters.txt" {
				assert.Contains(t, bodycopy("", "report", "-o", "-", file).stdout, "more blocks are not shown")
			}
			label := bodycopy(page, "label", "-")
			assert.LessOrEqual(t, len(label.stdout), most(lines, len(page)), "label: %s of %d bytes", doc.name, len(page))
		}
	}
}
