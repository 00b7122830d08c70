package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write goldens anew")

// manPages writes all pages and returns them by the name of their command.
func manPages(t *testing.T) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "man1")
	got := bodycopy("", "man", "-o", dir)
	require.Equal(t, exitOK, got.status, got.stderr)
	pages := map[string]string{}
	list, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, f := range list {
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		require.NoError(t, err)
		pages[strings.TrimSuffix(f.Name(), ".1")] = string(data)
	}
	return pages
}

// printed is a page as a program that is given it prints it, or the test is
// skipped if the program is not there.
func printed(t *testing.T, page, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skip(err)
	}
	var out, complaints bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), "MANWIDTH=300", "MAN_KEEP_FORMATTING=", "LC_ALL=C.UTF-8")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(page), &out, &complaints
	require.NoError(t, cmd.Run(), complaints.String())
	assert.Empty(t, complaints.String(), "%s complains", program)
	return regexp.MustCompile(`\x1b\[[0-9;]*m|.\x08`).ReplaceAllString(out.String(), "")
}

func groff(t *testing.T, page string) string {
	return printed(t, page, "groff", "-man", "-ww", "-Tutf8", "-rLL=300n")
}

var sectionHead = regexp.MustCompile(`(?m)^\.SH "(.*)"$`)

func sections(page string) (names []string) {
	for _, m := range sectionHead.FindAllStringSubmatch(page, -1) {
		names = append(names, m[1])
	}
	return names
}

func TestManPages(t *testing.T) {
	pages := manPages(t)
	for _, c := range documented(rootCommand()) {
		name := manName(c)
		want := []string{"NAME", "SYNOPSIS", "DESCRIPTION"}
		if c.HasSubCommands() {
			want = append(want, "COMMANDS")
		}
		want = append(want, "OPTIONS", "EXAMPLES")
		if strings.Contains(c.Long, "Exit status") {
			want = append(want, "EXIT STATUS")
		}
		assert.Equal(t, append(want, "SEE ALSO"), sections(pages[name]), name)
		c.Flags().VisitAll(func(f *pflag.Flag) {
			assert.Contains(t, pages[name], `\fB`+optionTag(f)+`\fR`, "%s tells of every flag", name)
		})
	}
	for _, name := range []string{"bodycopy", "bodycopy-why", "bodycopy-eval", "bodycopy-eval-diff", "bodycopy-new-heuristic", "bodycopy-completion-bash", "bodycopy-man"} {
		assert.Contains(t, pages, name)
	}
	assert.NotContains(t, pages, "bodycopy-help", "man is the help")
	assert.Contains(t, pages["bodycopy"], ".SH \"EXIT STATUS\"\n.TP\n\\fB0\\fR\nall well\n.TP\n\\fB1\\fR\nsome documents failed or have no text\n")
	assert.Contains(t, pages["bodycopy"], ".TP\n\\fB130\\fR\ninterrupted\n", "the last has no full stop")
}

func optionTag(f *pflag.Flag) string {
	tag := `\-\-` + strings.ReplaceAll(f.Name, "-", `\-`)
	if f.Shorthand != "" {
		return `\-` + f.Shorthand + ", " + tag
	}
	return tag
}

// TestManPrograms has the pages read by who reads manual pages.
func TestManPrograms(t *testing.T) {
	pages := manPages(t)
	for _, program := range []struct {
		name string
		args []string
	}{
		{"groff", []string{"-man", "-ww", "-Tutf8", "-rLL=300n"}},
		{"man", []string{"--warnings", "-P", "cat", "-l", "-"}},
		{"mandoc", []string{"-T", "utf8", "-W", "error"}},
	} {
		t.Run(program.name, func(t *testing.T) {
			for name, page := range pages {
				text := printed(t, page, program.name, program.args...)
				for _, section := range sections(page) {
					assert.Regexp(t, `(?m)^`+section+`$`, text, name)
				}
				assert.Contains(t, text, "-h, --help", "%s: flags can be pasted into a shell", name)
			}
			text := printed(t, pages["bodycopy"], program.name, program.args...)
			assert.Contains(t, text, "bodycopy [flags] [FILE|DIR|GLOB|URL|-]…")
			assert.Contains(t, text, `bodycopy why "delivered to your inbox" page.html`, "an example can be pasted too")
		})
	}
}

func TestManGolden(t *testing.T) {
	c, _, err := rootCommand().Find([]string{"why"})
	require.NoError(t, err)
	const golden = "testdata/bodycopy-why.1"
	page := manPage(c, "v1.2.3")
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(page), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), page)
}

// TestRoffText prints texts by groff that it would take for something else.
func TestRoffText(t *testing.T) {
	for _, c := range []struct{ reason, text string }{
		{"a point at the start is no request", ".SH not a section"},
		{"nor is an apostrophe", "'br it is a quotation"},
		{"a backslash is no escape", `C:\new\fBfolder \(aq \\ \`},
		{"hyphens are those of the keyboard", "--max-bytes=1 -q a-b"},
		{"so are quotes and other signs", "\"a\" 'b' `c` ^d ~e"},
		{"what is not ASCII", "FILE… → 95 € für é"},
	} {
		var lines, verbatim, item, heading roff
		lines.prose("first\n" + c.text)
		verbatim.prose("  " + c.text)
		item.item(c.text, c.text, c.text)
		heading.macro("SH", c.text)
		for _, r := range []*roff{&lines, &verbatim, &item, &heading} {
			assert.Contains(t, groff(t, ".TH x 1 \"\" x x\n.SH y\n"+r.String()+".PP\nend\n"), c.text, c.reason)
		}
	}
}

func TestManOutput(t *testing.T) {
	all := bodycopy("", "man")
	require.Equal(t, exitOK, all.status, all.stderr)
	assert.Equal(t, len(manPages(t)), strings.Count(all.stdout, ".TH "), "without a folder all pages are printed")

	dir := t.TempDir()
	require.Equal(t, exitOK, bodycopy("", "man", "-o", dir).status)
	again := bodycopy("", "man", "-o", dir)
	assert.NotEqual(t, exitOK, again.status)
	assert.Contains(t, again.stderr, "--force writes over it")
	assert.Equal(t, exitOK, bodycopy("", "man", "-o", dir, "--force").status)
	assert.Equal(t, exitUsage, bodycopy("", "man", "why").status, "no arguments")
	assert.NotEqual(t, exitOK, run([]string{"man"}, strings.NewReader(""), brokenWriter{}, io.Discard))
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
