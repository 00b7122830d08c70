package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

const page = `<html lang="en"><head><title>%s | Harbour Post</title><meta property="og:type" content="article"><meta property="og:title" content="Ferry back in service"></head><body><nav><a href="/a">A</a> <a href="/b">B</a> <a href="/private">Private</a> <a href="/none">None</a></nav>
<article><h1>Ferry back in service</h1><p>%s</p><p>The ferry between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service.</p>
<p>Passengers had been taken across by bus in the meantime, a detour of forty miles, and the council said that it would ask for a second boat.</p></article></body></html>`

func TestCrawl(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /private\n")
		case "/none":
			http.NotFound(w, r)
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, page, r.URL.Path, r.URL.Path)
		}
	}))
	defer s.Close()
	var out bytes.Buffer
	if err := crawl(s.URL+"/", 2, 0, &out); err != nil {
		t.Fatal(err)
	}
	var got []string
	for l := range strings.Lines(out.String()) {
		var x line
		if err := json.Unmarshal([]byte(l), &x); err != nil {
			t.Fatal(err)
		}
		if x.Error == "" && !strings.Contains(x.Text, "The ferry between") {
			t.Errorf("%s: %q", x.URL, x.Text)
		}
		got = append(got, strings.TrimPrefix(x.URL, s.URL)+" "+x.Error)
	}
	slices.Sort(got)
	if want := []string{"/ ", "/a ", "/b ", "/none Not Found"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
