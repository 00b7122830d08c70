package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReport holds what stands in the page; that it works is held by the tests
// in a browser, a module of their own in reporttest.
func TestReport(t *testing.T) {
	evil := strings.ReplaceAll(story, "Sign up for", `&lt;/script&gt;&lt;/template&gt;&lt;img src=x onerror=alert(1)&gt; Sign up for`)
	dir := files(t, map[string]string{"good.html": story, "</template><script>alert(2).html": evil, "a.txt": plainStory})
	file := filepath.Join(t.TempDir(), "report.html")
	got := bodycopy("", "report", dir, filepath.Join(dir, "none.html"), "-o", file)
	assert.Equal(t, exitFailed, got.status, "a document that cannot be read is told")
	assert.Equal(t, "bodycopy: "+filepath.Join(dir, "none.html")+": no such file or directory\n", got.stderr, "by its name")
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	page := string(data)
	assert.Equal(t, 4, strings.Count(page, "<template "), "one a document, that which failed too")
	assert.Equal(t, 4, strings.Count(page, "</template>"), "nobody else ends one")
	assert.Equal(t, 5, strings.Count(page, "</script>"), "reasons of each, and the page's script")
	assert.Contains(t, page, "no such file")
	assert.Less(t, strings.Index(page, "no such file"), strings.Index(page, "Ferry back in service"), "the worst first")
	assert.NotContains(t, page, "<img")
	assert.NotContains(t, page, "ZgotmplZ", "nothing was refused by the template")
	for _, address := range []string{`src="`, `href="http`, "@import", "url("} {
		assert.NotContains(t, page, address, "nothing is loaded")
	}

	one := bodycopy("", "report", "--most", "1", "-o", "-", dir)
	assert.Equal(t, exitOK, one.status, one.stderr)
	assert.Contains(t, one.stdout, "2 better ones left out")

	archive := files(t, map[string]string{"a.warc": archiveRecord("http://a.example/ferry", story) + archiveRecord("http://a.example/bus", story)})
	crawl := bodycopy("", "report", "-o", "-", archive)
	assert.Equal(t, exitOK, crawl.status, crawl.stderr)
	assert.Contains(t, crawl.stdout, "<small>http://a.example/bus</small>", "pages of archives are documents")

	for _, c := range []struct {
		reason string
		args   []string
		status int
	}{
		{"no file to write to", []string{dir}, exitUsage},
		{"a file that is there", []string{dir, "-o", file}, exitFailed},
		{"no documents wanted", []string{dir, "-o", "-", "--most", "0"}, exitUsage},
		{"a result that is none", []string{"--eval", file, dir, "-o", "-"}, exitUsage},
	} {
		assert.Equal(t, c.status, bodycopy("", append([]string{"report"}, c.args...)...).status, c.reason)
	}
}

// TestReportEval has a page whose ground truth says that the sign-up belongs to
// the text and the second paragraph does not.
func TestReportEval(t *testing.T) {
	truth := "The ferry between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service. The operator said that the part had come from a yard in the north and was fitted over the weekend.\n" +
		"Sign up for our newsletter and get the news delivered to your inbox.\n"
	dir := files(t, map[string]string{"a.html": story, "a.txt": truth})
	result := filepath.Join(t.TempDir(), "result.json")
	require.NoError(t, os.WriteFile(result, []byte(bodycopy("", "eval", "plain", dir, "--format", "json", "-q").stdout), 0o644))
	got := bodycopy("", "report", "--eval", result, dir, "-o", "-")
	require.Equal(t, exitOK, got.status, got.stderr)
	assert.Contains(t, got.stdout, "1 wrongly kept, 1 wrongly dropped")
	assert.Regexp(t, `data-role="newsletter"[^\n]*wrongly dropped[^\n]*Sign up`, got.stdout)
	assert.Regexp(t, `data-role="body"[^\n]*wrongly kept[^\n]*Passengers`, got.stdout)

	other := files(t, map[string]string{"a.html": story, "a.txt": "Something else.\n"})
	assert.Equal(t, exitUsage, bodycopy("", "report", "--eval", result, other, "-o", "-").status, "a result of other pages")
}

// archiveRecord is a page as an archive has it.
func archiveRecord(url, page string) string {
	http := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:%s>\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, url, len(http), http)
}
