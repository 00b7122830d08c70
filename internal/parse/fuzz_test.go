package parse_test

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/decode"
	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// FuzzDecodeParse holds that any bytes become a tree of valid UTF-8, the same
// tree each time.
func FuzzDecodeParse(f *testing.F) {
	for i, d := range hostile.Documents(200) {
		if i%2 == 0 && len(d.Data) < 8<<10 {
			f.Add(d.Data, d.ContentType)
		}
	}
	for _, page := range []string{
		`<p>a<template id=B:1></template><div hidden id=S:1><template id=P:2></template>b</div><div hidden id=S:2>c</div>`,
		`<div hidden id=S:1><template id=B:2></template>a</div><div hidden id=S:2><template id=B:1></template>b<div hidden id=S:1>c`,
		`<math><template id="B:1"></template></math><table><template id="B:1"></template><tr><td><div hidden id="S:1"><ul><li>a`,
	} {
		f.Add([]byte(page), "text/html; charset=utf-8")
	}
	// Small limits, so that they are hit.
	limits := parse.Limits{Nodes: 500, Depth: 20, Attributes: 5}
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		text := decode.UTF8(data, contentType)
		if !utf8.Valid(text) {
			t.Fatalf("not UTF-8: %q", text)
		}
		if again := decode.UTF8(data, contentType); !bytes.Equal(again, text) {
			t.Fatal("the same bytes decode to two texts")
		}
		a, cut, err := parse.Document(text, limits)
		if err != nil {
			t.Fatal(err)
		}
		b, again, err := parse.Document(text, limits)
		if err != nil || again != cut || shape(a) != shape(b) {
			t.Fatalf("the same bytes parse to two trees: %v", err)
		}
		nodes, _, err := parse.Fragment(string(text), limits)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range nodes {
			shape(n)
		}
	})
}

// shape sums a tree up.
func shape(root *html.Node) (s struct{ nodes, depth, bytes int }) {
	depth := 0
	for n := root; n != nil; {
		s.nodes++
		s.bytes += len(n.Data)
		s.depth = max(s.depth, depth)
		switch {
		case n.FirstChild != nil:
			n = n.FirstChild
			depth++
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n == root {
			return s
		}
		n = n.NextSibling
	}
	return s
}
