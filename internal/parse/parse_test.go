package parse

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

var defaults = Limits{Nodes: 1_000_000, Depth: 256, Attributes: 1000, Blanks: true}

// texts returns the text nodes that a browser would show, white space folded,
// runs of them between elements joined by "|".
func texts(root *html.Node) string {
	var b strings.Builder
	n := root
	for {
		skip := false
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode:
			skip = n.Data == "svg"
			if lookup(hash(n.Data)).traits&block != 0 {
				b.WriteByte('|')
			}
		}
		if n.FirstChild != nil && !skip {
			n = n.FirstChild
			continue
		}
		for n != nil && n.NextSibling == nil {
			n = n.Parent
		}
		if n == nil {
			return strings.Join(strings.Fields(b.String()), " ")
		}
		n = n.NextSibling
	}
}

func careful(t testing.TB, page string, depth int) (*html.Node, Cut) {
	f := newFilter(page, defaults, depth)
	root, err := html.Parse(&reader{fill: f.fill})
	require.NoError(t, err)
	return root, f.cut
}

// pages are the fixtures, and what is shared where it is there.
func pages(t testing.TB, most int) map[string][]byte {
	list := map[string][]byte{}
	for _, pattern := range []string{"../../testdata/pages/*.html", "../../../shared/data/wcxb/dev/html/*.html.gz"} {
		names, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for i, name := range names {
			if i >= most {
				break
			}
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			if strings.HasSuffix(name, ".gz") {
				z, err := gzip.NewReader(bytes.NewReader(data))
				require.NoError(t, err)
				data, err = io.ReadAll(z)
				require.NoError(t, err)
			}
			list[name] = data
		}
	}
	return list
}

// TestCarefulIsTheSame holds the careful way against the plain one: on pages
// that any parser can cope with the text comes out the same.
func TestCarefulIsTheSame(t *testing.T) {
	differ, total := 0, 0
	for name, page := range pages(t, 30) {
		plain, err := html.Parse(bytes.NewReader(page))
		require.NoError(t, err)
		root, cut := careful(t, string(page), 256)
		total++
		if a, b := texts(plain), texts(root); a != b || cut != 0 {
			differ++
			i := 0
			for i < len(a) && i < len(b) && a[i] == b[i] {
				i++
			}
			t.Logf("%s: cut %b, %d and %d bytes of text\n%q\n%q", filepath.Base(name), cut, len(a), len(b), a[max(0, i-30):min(len(a), i+50)], b[max(0, i-30):min(len(b), i+50)])
		}
	}
	t.Logf("%d of %d pages differ", differ, total)
	assert.LessOrEqual(t, float64(differ), 0.05*float64(total))
}

// TestNoPageIsRisky: none of all 1,497 shared pages is, either.
func TestNoPageIsRisky(t *testing.T) {
	risk := 0
	for name, page := range pages(t, 60) {
		if risky, _ := risky(string(page), defaults); risky {
			risk++
			t.Log(filepath.Base(name))
		}
	}
	assert.Zero(t, risk)
}

func TestDeep(t *testing.T) {
	for _, n := range []int{300, 513, 20_000} {
		for _, tag := range []string{"div", "span", "b", "ul><li", "table><tr><td", "x-y", "blockquote", "form", "p><object", "svg><g"} {
			name, _, _ := strings.Cut(tag, ">")
			page := "<title>T</title><p>before</p>" + strings.Repeat("<"+tag+">", n) + "inside" + strings.Repeat("</"+name+">", n) + "<p>after</p>"
			root, cut, err := Document([]byte(page), defaults)
			require.NoError(t, err, "%s %d", tag, n)
			text := texts(root)
			assert.Contains(t, text, "|before", "%s %d", tag, n)
			if tag != "p><object" {
				assert.Contains(t, text, "|after", "%s %d", tag, n)
			}
			if n > 512 && name != "form" && name != "svg" {
				assert.NotZero(t, cut, "%s %d", tag, n)
			}
		}
	}
}

// TestSoup holds that no text is lost on tags in random order.
func TestSoup(t *testing.T) {
	var names []string
	for _, list := range groups {
		names = append(names, strings.Fields(list)...)
	}
	slices.Sort(names)
	names = append(slices.Compact(names), "x-y", "svg", "math")
	swallows := regexp.MustCompile("^(frameset|iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp|select|template|svg|option|optgroup)$")
	names = slices.DeleteFunc(names, swallows.MatchString)
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 1))
		var b strings.Builder
		var words []string
		for i := range 5000 {
			name := names[r.IntN(len(names))]
			if r.IntN(3) == 0 {
				name = "/" + name
			}
			fmt.Fprintf(&b, "<%s>", name)
			if i%7 == 0 {
				words = append(words, fmt.Sprintf("w%d", i))
				fmt.Fprintf(&b, " w%d ", i)
			}
		}
		root, _, err := Document([]byte(b.String()), defaults)
		require.NoError(t, err)
		found := map[string]int{}
		for _, w := range strings.FieldsFunc(texts(root), func(r rune) bool { return r == '|' || r == ' ' }) {
			found[w]++
		}
		for _, w := range words {
			assert.Equal(t, 1, found[w], "seed %d: %s", seed, w)
		}
	}
}
