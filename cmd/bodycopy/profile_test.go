package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestProfileCommand learns from a folder and uses what was learned.
func TestProfileCommand(t *testing.T) {
	const pitch = "Those who stand by the paper for the price of a coffee a month keep its reporters on the quays and in the council rooms, in all weathers."
	pages := map[string]string{}
	for n := range 6 {
		page := strings.NewReplacer("Monday", fmt.Sprintf("the %dth", n+3), "forty", fmt.Sprint(n+40),
			"</article>", "<p>"+pitch+"</p></article>").Replace(story)
		pages[fmt.Sprintf("%d.html", n)] = page
	}
	dir := files(t, pages)
	page := filepath.Join(dir, "0.html")
	file := filepath.Join(t.TempDir(), "site.profile")
	assert.Contains(t, bodycopy("", page).stdout, pitch)

	got := bodycopy("", "profile", dir, "-o", file)
	require.Equal(t, exitOK, got.status, got.stderr)
	with := bodycopy("", "--profile", file, page)
	assert.Equal(t, exitOK, with.status, with.stderr)
	assert.NotContains(t, with.stdout, pitch)
	assert.Contains(t, with.stdout, "on the 3th, a week after")
	assert.Contains(t, bodycopy("", "why", "--profile", file, "price of a coffee", page).stdout, "stands on 6 of 6 pages of the site")
	assert.Equal(t, "bodycopy-profile 1\n", bodycopy("", "profile", dir).stdout[:19], "without a file, to standard output")

	var records strings.Builder
	for name, page := range pages {
		records.WriteString(archiveRecord("http://a.example/"+name, page))
	}
	archive := filepath.Join(files(t, map[string]string{"site.warc": records.String(), "a.pdf": "%PDF-1.7"}), "site.warc")
	assert.Equal(t, bodycopy("", "profile", dir).stdout, bodycopy("", "profile", archive).stdout, "of an archive, the pages in it")

	for _, c := range []struct {
		reason string
		args   []string
		status int
		stderr string
	}{
		{"a file that is there", []string{"profile", dir, "-o", file}, exitFailed, "--force"},
		{"what is no page", []string{"profile", filepath.Join(filepath.Dir(archive), "a.pdf")}, exitUsage, "it is application/pdf, neither HTML nor text"},
		{"one page", []string{"profile", page}, exitUsage, "too few"},
		{"no folder", []string{"profile"}, exitUsage, "folder"},
		{"a page is no profile", []string{"--profile", page, page}, exitUsage, "bad profile"},
		{"a profile that is not there", []string{"--profile", file + "s", page}, exitUsage, "no such file"},
	} {
		got := bodycopy("", c.args...)
		assert.Equal(t, c.status, got.status, c.reason)
		assert.Contains(t, got.stderr, c.stderr, c.reason)
	}
}
