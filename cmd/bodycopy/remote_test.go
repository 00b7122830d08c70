package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRemote(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			io.WriteString(w, "User-agent: *\nDisallow: /private\n")
		case "/empty":
			w.Header().Set("Content-Type", "text/html")
		case "/a", "/b":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, story)
		default:
			http.NotFound(w, r)
		}
	}))
	defer s.Close()
	got := bodycopy("", "--allow-private", "--delay", "0", "--format", "jsonl", "--workers", "3",
		s.URL+"/a", s.URL+"/private", s.URL+"/none", s.URL+"/empty", s.URL+"/b")
	assert.Equal(t, exitFailed, got.status)
	assert.Equal(t, []string{s.URL + "/a", s.URL + "/private", s.URL + "/none", s.URL + "/empty", s.URL + "/b"}, sources(t, got.stdout, "/"), "a record each, in input order")
	assert.Contains(t, got.stderr, "/private: robots.txt forbids it")
	assert.Contains(t, got.stderr, "/none: no success: HTTP 404 Not Found")
	assert.Contains(t, got.stderr, "/empty: the document is empty")
	got = bodycopy("", "--allow-private", s.URL+"/a")
	assert.Equal(t, exitOK, got.status, got.stderr)
	assert.Regexp(t, "^The ferry between", got.stdout, "one page is printed as one file is")
	got = bodycopy(s.URL+"/a\n", "--from", "-")
	assert.Equal(t, exitFailed, got.status)
	assert.Contains(t, got.stderr, "a private address", "refused unless allowed")
	for _, args := range [][]string{{"--delay", "-1s"}, {"--fetch-timeout", "0s"}} {
		assert.Equal(t, exitUsage, bodycopy("", args...).status, args)
	}
}
