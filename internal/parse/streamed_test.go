package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
)

// place and segment are what React writes.
func place(id string) string { return `<template id="` + id + `"></template>` }

func segment(number, markup string) string {
	return `<div hidden id="S:` + number + `">` + markup + `</div>`
}

func TestStreamed(t *testing.T) {
	deep := strings.Repeat("<div>", defaults.Depth-4) // <html>, <body>, and two more
	for _, c := range []struct {
		reason, page string
		want         string // texts, in order
		left         int    // segments that stay where they are
	}{
		{"a segment goes to its place", "<main>a" + place("B:1") + "c</main>d" + segment("1", "<p>b</p>"), "a|b|c|d", 0},
		{"all of its children do", "<main>" + place("B:1") + "d</main>" + segment("1", "a<p>b</p>c"), "a|b|c|d", 0},
		{"placeholders are places as well", "a" + place("P:a3") + "<p>c</p>" + segment("a3", "<p>b</p>"), "a|b|c", 0},
		{"numbers are hexadecimal", "<p>" + place("B:1g") + "</p>a" + segment("1g", "<p>b</p>"), "a|b", 0},
		{"an empty one leaves nothing", "a" + place("B:0") + segment("0", ""), "a", 0},
		{"a segment in a segment", "<main>a" + place("B:1") + "e</main>" + segment("1", "<p>b</p>"+place("B:2")+"<p>d</p>") + segment("2", "<p>c</p>"), "a|b|c|d|e", 0},
		{"that comes first", "<main>a" + place("B:1") + "e</main>" + segment("2", "<p>c</p>") + segment("1", "<p>b</p>"+place("P:2")+"<p>d</p>"), "a|b|c|d|e", 0},
		{"of places of an id, the first counts", "<p>a" + place("B:1") + "</p>c" + place("B:1") + "<p>d</p>" + segment("1", "<i>b</i>"), "a|b|c|d", 0},
		{"of segments too", "a" + place("B:1") + "<p>c</p>" + segment("1", "<p>b</p>") + segment("1", "<p>d</p>"), "a|b|c|d", 1},
		{"a placeholder comes before a boundary", place("B:1") + "<p>a</p>" + place("P:1") + segment("1", "<p>b</p>") + "<p>c</p>", "a|b|c", 0},
		{"a segment without a place stays", place("B:2") + "a" + segment("1", "<p>b</p>"), "a|b", 1},
		{"a place in the segment itself is none", "a" + segment("1", place("B:1")+"<p>b</p>"), "a|b", 1},
		{"two that hold each other's places", "a" + segment("1", place("B:2")+"<p>b</p>") + segment("2", "<p>c</p>"+place("B:1")), "a|c|b", 1},
		{"what is in a template is no place", "<template>" + place("B:1") + "</template>" + place("B:2") + "a" + segment("1", "<p>b</p>"), "a|b", 1},
		{"what is shown is no segment", place("B:1") + "a<div id=S:1>b</div>", "a|b", 0},
		{"as deep as is allowed", deep + place("B:1") + strings.Repeat("</div>", defaults.Depth-4) + "a" + segment("1", "<div><p>b</p></div>"), "b|a", 0},
		{"not deeper", deep + place("B:1") + strings.Repeat("</div>", defaults.Depth-4) + "a" + segment("1", "<div><div><p>b</p></div></div>"), "a|b", 1},
		{"the parser's own tree, too", "<math></math><p>a" + place("B:1") + "</p>c" + segment("1", "<i>b</i>"), "a|b|c", 0},
	} {
		root, _, err := Document([]byte(c.page), defaults)
		require.NoError(t, err)
		var texts []string
		left := 0
		for n := range root.Descendants() {
			if n.Type == html.TextNode {
				texts = append(texts, n.Data)
			}
			if IsSegment(n) {
				left++
			}
		}
		assert.Equal(t, c.want, strings.Join(texts, "|"), c.reason)
		assert.Equal(t, c.left, left, c.reason)
		holdsTree(t, c.reason, c.page)
	}
}

// holdsTree holds that a tree is one, no deeper than allowed because of what was
// moved, and has the text that the page has, each once.
func holdsTree(t testing.TB, name, page string) {
	t.Helper()
	before, _, _, err := document(page, defaults)
	require.NoError(t, err)
	after, _, err := Document([]byte(page), defaults)
	require.NoError(t, err)
	a, b := letters(t, before), letters(t, after)
	assert.Equal(t, a.texts, b.texts, name)
	assert.LessOrEqual(t, b.depth, max(a.depth, defaults.Depth), name)
}

// census is what is in a tree.
type census struct {
	texts []string // sorted
	depth int      // of elements
}

func letters(t testing.TB, root *html.Node) (c census) {
	level := map[*html.Node]int{root: 0}
	for n := Next(root, root, true); n != nil; n = Next(n, root, n.Data != "template") {
		_, again := level[n]
		require.False(t, again, "a node is reached once")
		up, known := level[n.Parent]
		require.True(t, known, "parents come first")
		level[n] = up
		if n.Type == html.ElementNode {
			level[n]++
		}
		c.depth = max(c.depth, level[n])
		if n.Type == html.TextNode {
			c.texts = append(c.texts, n.Data)
		}
	}
	slices.Sort(c.texts)
	return c
}

// TestStreamedWork holds that chains of segments that would be moved again and
// again are left where they are once that gets too much.
func TestStreamedWork(t *testing.T) {
	for _, c := range []struct {
		reason string
		chain  int
		left   bool
	}{
		{"each segment in the next: as few as a page may have", 5, false},
		{"so many that work would be quadratic", 3000, true},
	} {
		var page strings.Builder
		page.WriteString(place("B:" + fmt.Sprintf("%x", c.chain)))
		for i := range c.chain {
			page.WriteString(segment(fmt.Sprintf("%x", i+1), "<p>a</p>"+place(fmt.Sprintf("B:%x", i))))
		}
		root, _, err := Document([]byte(page.String()), defaults)
		require.NoError(t, err)
		left := false
		for n := range root.Descendants() {
			left = left || IsSegment(n)
		}
		assert.Equal(t, c.left, left, c.reason)
		holdsTree(t, c.reason, page.String())
	}
}

// FuzzStreamed holds that no text is lost and no node is reached twice, whatever
// the order of places and segments.
func FuzzStreamed(f *testing.F) {
	for _, d := range hostile.Documents(300) {
		if strings.Contains(string(d.Data), placeMarkup) {
			f.Add(string(d.Data))
		}
	}
	f.Add(segment("1", place("B:2")+"a") + segment("2", place("B:1")+"b") + segment("1", "c") + place("P:1"))
	f.Fuzz(func(t *testing.T, page string) { holdsTree(t, "fuzz", page) })
}
