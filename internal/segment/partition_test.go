package segment_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// visible gathers the text of a tree in the plainest way: recursively, with
// the elements left out that show no text, unless all is to be revealed (1), and
// shadow DOM with it (2). It is what blocks must partition.
func visible(n *html.Node, reveal int, b *strings.Builder) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
		return
	case n.Type == html.CommentNode || n.Type == html.DoctypeNode:
		return
	case n.Type == html.ElementNode:
		if showsNone(n) || n.Data == "template" && reveal < 2 || reveal == 0 && (inlineHidden(n) || n.Namespace == "svg" && drawings[n.Data]) {
			return
		}
		if n.Data == "noscript" || n.Data == "noframes" {
			visibleNoscript(n, reveal, b)
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		visible(c, reveal, b)
	}
}

func visibleNoscript(n *html.Node, reveal int, b *strings.Builder) {
	if reveal == 0 || n.FirstChild == nil {
		return
	}
	if n.FirstChild.Type != html.TextNode {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visible(c, reveal, b)
		}
		return
	}
	inside := noscriptTag.ReplaceAllString(n.FirstChild.Data, " ")
	nodes, err := html.ParseFragment(strings.NewReader(inside), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return
	}
	for _, m := range nodes {
		visible(m, reveal, b)
	}
}

// noscriptTag is what counts for nothing inside of another.
var noscriptTag = regexp.MustCompile(`(?i)</?(?:noscript|noframes)(?:[ \t\n\r\f/][^>]*)?(?:>|$)`)

// showsNone tells whether no text in an element is ever shown: by its name, or by
// where it stands and what it has.
func showsNone(n *html.Node) bool {
	switch {
	case n.Namespace == "svg":
		return !drawings[n.Data] && n.Data != "a" && n.Data != "foreignObject"
	case n.Data == "object":
		return has(n, "data") || has(n, "classid")
	case n.Data == "annotation" || n.Data == "annotation-xml":
		return n.Namespace == "math" && n.Parent != nil && n.Parent.Data == "semantics" && elementBefore(n)
	case n.Data == "template":
		return !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
			return a.Key == "shadowrootmode" && (strings.EqualFold(a.Val, "open") || strings.EqualFold(a.Val, "closed"))
		})
	case n.Data == "rt":
		return readsWord(n)
	}
	return silent[n.Data]
}

func elementBefore(n *html.Node) bool {
	for before := range n.Parent.ChildNodes() {
		switch {
		case before == n:
			return false
		case before.Type == html.ElementNode:
			return true
		}
	}
	return false
}

// readsWord tells whether an <rt> stands within four elements of <ruby>, has no
// more than 32 nodes and 120 bytes, and no blocks stand in it.
func readsWord(rt *html.Node) bool {
	nodes, size := 0, 0
	for n := range rt.Descendants() {
		nodes++
		if n.Type == html.TextNode {
			size += len(n.Data)
		}
		if n.Type == html.ElementNode && blockLevel[n.Data] {
			return false
		}
	}
	if nodes > 32 || size > 120 {
		return false
	}
	up := rt.Parent
	for i := 0; i < 4 && up != nil; i++ {
		if up.Data == "ruby" {
			return true
		}
		up = up.Parent
	}
	return false
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// drawings are the elements of SVG in which HTML may stand.
var drawings = set("svg g switch")

var silent = set("script style title iframe video audio canvas noembed datalist meta link base param embed " +
	"progress meter rp input textarea select br img")

// blockLevel elements keep their text when they are hidden; the blocks are
// marked instead.
var blockLevel = set("p div li ul ol h1 h2 h3 h4 h5 h6 section article aside nav header footer main hgroup table thead tbody tfoot tr td th caption " +
	"frameset dl dt dd figure figcaption blockquote pre address form fieldset legend details summary dialog center dir menu hr html body head listing xmp plaintext search optgroup")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func inlineHidden(n *html.Node) bool {
	if blockLevel[n.Data] {
		return false
	}
	role, labelled, modal, pops := "", false, false, false
	for _, a := range n.Attr {
		switch a.Key {
		case "role":
			role = a.Val
		case "aria-labelledby":
			labelled = true
		case "aria-modal":
			modal = true
		case "class":
			pops = lexicon.Marks(a.Val)&heuristics.MarkPopup != 0
		}
	}
	if !modal && (role == "tabpanel" || role == "region" || role == "" && labelled && !pops) {
		return false
	}
	for _, a := range n.Attr {
		style := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
		if a.Key == "hidden" && a.Val != "until-found" || a.Key == "style" && (strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")) {
			return true
		}
	}
	return false
}

// checkPage holds all that is true of every page.
func checkPage(t *testing.T, root *html.Node, name string) {
	t.Helper()
	before := render(t, root)
	p, _, _ := segment.Tree([]*html.Node{root}, segment.Options{})
	assert.Equal(t, before, render(t, root), "%s: the tree is only read", name)
	again, _, _ := segment.Tree([]*html.Node{root}, segment.Options{})
	assert.Equal(t, p, again, "%s: the same tree gives the same page", name)

	got := letters(strings.Join(texts(p), ""))
	var shown, all, shadows strings.Builder
	visible(root, 0, &shown)
	visible(root, 1, &all)
	visible(root, 2, &shadows)
	is := func(b *strings.Builder) bool { return got == letters(strings.ToValidUTF8(b.String(), "\uFFFD")) }
	if !is(&shown) && !is(&shadows) {
		assert.Equal(t, letters(strings.ToValidUTF8(all.String(), "\uFFFD")), got, "%s: blocks partition the visible text, nothing lost and nothing doubled", name)
	}
	checkCounts(t, p, name)
}

// checkCounts holds that what was computed once agrees with the blocks.
func checkCounts(t *testing.T, p *heuristics.Page, name string) {
	t.Helper()
	words := 0
	for i := range p.Blocks {
		b := &p.Blocks[i]
		require.Equal(t, i, b.Index, name)
		require.Equal(t, words, b.Before, name)
		require.NotEmpty(t, b.Text, name)
		require.Equal(t, strings.TrimSpace(b.Text), b.Text, name)
		require.True(t, b.LinkWords <= b.Words && b.LinkWords >= 0, "%s: %q has %d words, %d in links", name, b.Text, b.Words, b.LinkWords)
		require.True(t, b.Above < i, name)
		words += b.Words
		e := p.Element(b)
		require.True(t, e.First <= i && i < e.Last, "%s: a block stands in its element", name)
	}
	require.Equal(t, words, p.Words, name)
	for i := range p.Elements {
		e := &p.Elements[i]
		require.True(t, e.Parent < i, "%s: parents come before children", name)
		require.True(t, e.First < e.Last, "%s: an element holds a block", name)
		sum := 0
		if len(p.Blocks) < 2000 {
			for j := e.First; j < e.Last; j++ {
				sum += p.Blocks[j].Words
			}
			require.Equal(t, sum, e.Words, "%s: the words of <%s> are those of its blocks", name, e.Tag)
		}
		if up := p.Parent(e); up != nil {
			require.True(t, up.First <= e.First && e.Last <= up.Last, "%s: children stand in their parents", name)
		}
	}
}

func TestPartition(t *testing.T) {
	names, err := filepath.Glob("../../testdata/pages/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		checkPage(t, parse(t, string(data)), filepath.Base(name))
	}
}

// FuzzPartition holds the same for whatever a parser makes of any bytes.
func FuzzPartition(f *testing.F) {
	for _, page := range []string{
		"<p>One<br><br>two<table>three<tr><td>four", "<a href=x><div>One</div>two</a>", "<span hidden>one<p>two</span>three",
		"<noscript><p>one</noscript>two", "<b><i><p>One</b>two</i>", "<dialog>one</dialog><details><summary>two</details>",
		"<p style='display:none'>one<p>two\u200b\u00a0", "<span hidden role=tabpanel>one</span><i hidden aria-labelledby=a>two", "<svg><p>one</svg>two<select><option>x", "<frameset><noframes>x", "<plaintext>one</p>",
		"<svg>one<g>two<text>three</text><foreignObject>four", "<object>one<p>two</object><object data=x>three</object>", "<ruby>one<rt>two</rt></ruby><rt>three<p>four",
		"<map>one<area>two</map>", "<math><mi>one<annotation>two</annotation></math><annotation>three", "<noscript>one<noscript>two</noscript>three",
		"<x-a><template shadowrootmode=open>one</template>two</x-a>", "<ruby>one<rt><b><p>two", "<math><semantics><annotation>one</annotation><annotation>two",
	} {
		f.Add([]byte(page))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		root, err := html.Parse(strings.NewReader(strings.ToValidUTF8(string(page), "\uFFFD")))
		if err != nil {
			return // nested deeper than the parser allows
		}
		checkPage(t, root, "fuzz")
	})
}
