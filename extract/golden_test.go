package extract_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// update writes all goldens anew: decisions, articles, and the list of known
// errors. It is meant for a change of weights or heuristics that moves many
// blocks at once:
//
//	go test ./extract -run 'TestGolden|TestRoles' -update
//
// The log then tells how many errors have come and gone, and the diff which.
// Without the flag any difference fails, be it for better or worse.
var update = flag.Bool("update", false, "write decisions, articles and known errors anew")

const pagesDir = "../testdata/pages"

// TestGolden holds two goldens a page: the decisions, a line a block, and the
// article that they make. -update writes both, and still compares.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(pagesDir, "*.html"))
	require.NoError(t, err)
	texts, err := filepath.Glob(filepath.Join(pagesDir, "*.txt"))
	require.NoError(t, err)
	names = append(names, texts...)
	require.GreaterOrEqual(t, len(names), 30)
	for _, name := range names {
		if strings.HasSuffix(name, ".golden.txt") {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			r := extractFile(t, &extract.Extractor{Explain: true}, name)
			base := strings.TrimSuffix(name, filepath.Ext(name))
			compare(t, base+".decisions.golden", decisions(r))
			compare(t, base+".article.golden", r.Text()+"\n")
		})
	}
}

func extractFile(t testing.TB, e *extract.Extractor, name string) *extract.Result {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	var r *extract.Result
	if filepath.Ext(name) == ".txt" {
		r, err = e.FromText(string(data), extract.Source{})
	} else {
		r, err = e.FromBytes(data, extract.Source{})
	}
	require.NoError(t, err)
	return r
}

// decisions writes role, score, heaviest reason and first words of each block.
func decisions(r *extract.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s %.1f\n", r.Verdict.Kind, r.Verdict.Confidence)
	for _, block := range r.Blocks {
		reason := "-"
		if len(block.Reasons) > 0 {
			reason = block.Reasons[0].Heuristic
		}
		fmt.Fprintf(&b, "%-10s %.1f %-22s %s\n", block.Role, block.Score, reason, firstWords(block.Text))
	}
	return b.String()
}

func firstWords(text string) string {
	const most = 60
	runes := []rune(strings.Join(strings.Fields(text), " "))
	return string(runes[:min(most, len(runes))])
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err, "go test ./extract -update writes it")
	assert.Equal(t, string(want), got)
}

// knownErrors lists the blocks that are known to come out wrong. A block that
// is not in it fails the test when it comes out wrong, and a line that is no
// longer wrong fails it until it is deleted. -update writes the list anew; who
// uses it answers for the list having shrunk, or says why it has not.
const knownErrors = "../testdata/known-errors.txt"

// TestRoles holds the decisions against the truth that stands in the pages:
// data-want on an element is the role of all text in it.
func TestRoles(t *testing.T) {
	known := readKnown(t)
	names, err := filepath.Glob(filepath.Join(pagesDir, "*.html"))
	require.NoError(t, err)
	var wrong []string
	var words, right, body, bodyKept int
	kinds, kindWords := map[string]int{}, map[string]int{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		want := wants(t, data)
		r := extractFile(t, &extract.Extractor{}, name)
		unknown := 0
		for i := range r.Blocks {
			b := &r.Blocks[i]
			role, ok := want[letters(b.Text)]
			if !ok {
				unknown++
				continue
			}
			n := len(strings.Fields(b.Text))
			words += n
			if role == heuristics.Body {
				body += n
				if b.Role == heuristics.Body {
					bodyKept += n
				}
			}
			if b.Role == role {
				right += n
				continue
			}
			wrong = append(wrong, fmt.Sprintf("%s: %s is %s: %s", filepath.Base(name), b.Role, role, firstWords(b.Text)))
			kind := fmt.Sprintf("%s is %s", b.Role, role)
			kinds[kind]++
			kindWords[kind] += n
		}
		assert.Less(t, float64(unknown), maxUnknown*float64(len(r.Blocks)), "%s: the truth of most blocks is known", name)
	}
	sort.Strings(wrong)
	t.Logf("%d words, %.3f with the right role; of %d words of body %.4f kept", words, float64(right)/float64(words), body, float64(bodyKept)/float64(body))
	t.Logf("%d blocks wrong; most often: %s; most words: %s", len(wrong), mostFrequent(kinds), mostFrequent(kindWords))
	if *update {
		head := "# Blocks that come out wrong: page: role it got is role it has: first words.\n# Delete a line when it is mended; the list must not grow.\n"
		require.NoError(t, os.WriteFile(knownErrors, []byte(head+strings.Join(wrong, "\n")+"\n"), 0o644))
	}
	came := 0
	for _, w := range wrong {
		if known[w]--; known[w] < 0 {
			came++
			if !*update {
				t.Errorf("new error: %s", w)
			}
		}
	}
	gone := 0
	for w, n := range known {
		gone += max(n, 0)
		if n > 0 && !*update {
			t.Errorf("no longer wrong, delete the line from %s: %s", knownErrors, w)
		}
	}
	t.Logf("against the list: %d errors came, %d are gone", came, gone)
}

// maxUnknown is the share of a page's blocks whose truth may be unknown:
// short texts that stand at several places in several roles.
const maxUnknown = 0.2

// readKnown counts the lines of the list of known errors.
func readKnown(t *testing.T) map[string]int {
	t.Helper()
	text, err := os.ReadFile(knownErrors)
	require.NoError(t, err)
	known := map[string]int{}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			known[line]++
		}
	}
	return known
}

// mostFrequent names the five kinds of error that occur most.
func mostFrequent(kinds map[string]int) string {
	names := slices.SortedFunc(maps.Keys(kinds), func(a, b string) int {
		return cmp.Or(kinds[b]-kinds[a], strings.Compare(a, b))
	})
	var list []string
	for _, name := range names[:min(5, len(names))] {
		list = append(list, fmt.Sprintf("%s (%d)", name, kinds[name]))
	}
	return strings.Join(list, ", ")
}

// wants maps the letters of each block of a page to its data-want, where all
// places of the same text agree.
func wants(t *testing.T, page []byte) map[string]heuristics.Role {
	t.Helper()
	// Blocks are cut by the extractor itself, one element with data-want
	// scoped after the other, so that text and truth are cut at the same places.
	root, err := html.Parse(bytes.NewReader(page))
	require.NoError(t, err)
	want := map[string]heuristics.Role{}
	clash := map[string]bool{}
	var e extract.Extractor
	r, err := e.FromNode(root, extract.Source{})
	require.NoError(t, err)
	texts := truths(t, root)
	for i := range r.Blocks {
		key := letters(r.Blocks[i].Text)
		role, ok := texts.find(key)
		if !ok {
			continue
		}
		if old, seen := want[key]; seen && old != role {
			clash[key] = true
		}
		want[key] = role
	}
	for key := range clash {
		delete(want, key)
	}
	return want
}

// truth is the text of a page in letters, with the role of each byte.
type truth struct {
	text   string
	roles  []heuristics.Role
	cursor int
}

// truths reads the text of a page with its roles in document order.
func truths(t testing.TB, root *html.Node) *truth {
	t.Helper()
	var b strings.Builder
	tr := &truth{}
	var walk func(n *html.Node, role heuristics.Role)
	walk = func(n *html.Node, role heuristics.Role) {
		switch {
		case n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style" || n.Data == "template" || n.Data == "title"):
			return
		case n.Type == html.TextNode && n.Parent != nil && n.Parent.Data == "noscript":
			nodes, err := html.ParseFragment(strings.NewReader(n.Data), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
			require.NoError(t, err)
			for _, m := range nodes {
				walk(m, role)
			}
			return
		case n.Type == html.TextNode:
			s := letters(n.Data)
			b.WriteString(s)
			for range len(s) {
				tr.roles = append(tr.roles, role)
			}
		}
		for _, a := range n.Attr {
			if a.Key == "data-want" {
				var err error
				role, err = heuristics.ParseRole(a.Val)
				require.NoError(t, err)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, role)
		}
	}
	walk(root, heuristics.Other)
	tr.text = b.String()
	return tr
}

// find looks for a block's letters after the block before.
func (tr *truth) find(key string) (heuristics.Role, bool) {
	if key == "" {
		return 0, false
	}
	at := strings.Index(tr.text[tr.cursor:], key)
	const reach = 3000 // bytes that may be left out between two blocks, such as options and alternative texts
	if at < 0 || at > reach {
		return 0, false
	}
	at += tr.cursor
	tr.cursor = at + len(key)
	return tr.roles[at+len(key)/2], true
}

func letters(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), "")) }
