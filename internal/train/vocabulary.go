package main

import (
	"fmt"
	"sort"

	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// vocabulary prints the n words that most sites use. What the words tell is
// not looked at.
func vocabulary(docs []*doc, n int) {
	sites := map[string]map[string]bool{}
	for _, d := range docs {
		for i := range d.page.Blocks {
			for _, w := range eval.Words(d.page.Blocks[i].Text) {
				if w[0] < 'a' && w[0] < 0x80 {
					continue
				}
				if sites[w] == nil {
					sites[w] = map[string]bool{}
				}
				sites[w][d.group] = true
			}
		}
	}
	words := make([]string, 0, len(sites))
	for w := range sites {
		words = append(words, w)
	}
	sort.Slice(words, func(i, j int) bool {
		a, b := len(sites[words[i]]), len(sites[words[j]])
		return a > b || a == b && words[i] < words[j]
	})
	for _, w := range words[:min(n, len(words))] {
		fmt.Println(w)
	}
}
