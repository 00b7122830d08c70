package metadata_test

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// FuzzMetadata holds that whatever stands in the head of a page is read
// without a panic, twice to the same, and within its limits.
func FuzzMetadata(f *testing.F) {
	for _, d := range hostile.Documents(200) {
		if (d.Group == "json" || d.Group == "heads") && len(d.Data) < 8<<10 {
			f.Add(string(d.Data))
		}
	}
	f.Add(`<html lang=de><title>x</title><meta property="og:title" content="y"><meta name=author content="By Ann B, Cid D"><link rel=canonical href="https://a.example/2024/05/x-y-z-w">`)
	f.Add(`<script type="application/ld+json">{"@graph":[{"@type":["Article","x/y#Z"],"author":[{"name":"A"},"B"],"datePublished":"2024-01-01"}]}</script><time datetime=x><base href=/>`)
	limits := metadata.Limits{Script: 2000, Total: 4000, Depth: 10}
	f.Fuzz(func(t *testing.T, page string) {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			return
		}
		collect := func() (*metadata.Data, bool) {
			c := metadata.Collector{Limits: limits}
			for n := range root.Descendants() {
				if n.Type == html.ElementNode {
					c.See(n)
				}
			}
			return c.Data(), c.Cut
		}
		a, cut := collect()
		b, again := collect()
		if !reflect.DeepEqual(a, b) || cut != again {
			t.Fatal("the same page gives two results")
		}
		if len(a.AuthorNames()) > 30 || len(a.Titles()) > 10 {
			t.Fatal("more than there is room for")
		}
		a.Hints("")
		a.Domain("")
		a.SiteName()
		a.Description()
		a.Published()
	})
}
