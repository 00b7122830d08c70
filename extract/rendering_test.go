package extract_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/golden"
	"github.com/seed-1beecd1b/bodycopy/internal/sanitise"
)

// renderDir holds pages written for the renderings.
const renderDir = "../testdata/render"

// article are the roles that the goldens of the renderings show.
var article = []heuristics.Role{heuristics.Title, heuristics.Dek, heuristics.Body, heuristics.Caption}

// truthful extracts a page and gives every block the role that data-want says,
// so that the goldens of the renderings depend on nothing but rendering.
func truthful(t testing.TB, name string) *extract.Result {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	var e extract.Extractor
	r, err := e.FromBytes(data, extract.Source{URL: "https://site.example/section/page.html"})
	require.NoError(t, err)
	truth, err := golden.Wanted(data, r, true)
	require.NoError(t, err)
	for i := range r.Blocks {
		r.Blocks[i].Role, r.Blocks[i].Score = truth[i].Role, 1
	}
	r.Verdict = extract.Verdict{Kind: extract.KindArticle, Confidence: 1}
	return r
}

func renderedPages(t testing.TB) []string {
	t.Helper()
	var names []string
	for _, dir := range []string{pagesDir, renderDir} {
		list, err := filepath.Glob(filepath.Join(dir, "*.html"))
		require.NoError(t, err)
		names = append(names, list...)
	}
	require.GreaterOrEqual(t, len(names), 30)
	return names
}

// TestGoldenRenderings holds four goldens a page: Markdown, HTML, plain text, JSON.
// JSON is without
// what the scorer decides: the blocks, which other goldens hold, and metadata.
func TestGoldenRenderings(t *testing.T) {
	for _, name := range renderedPages(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			r := truthful(t, name)
			opt := extract.Rendering{Keep: article}
			base := strings.TrimSuffix(name, filepath.Ext(name))
			for _, format := range []struct {
				ext    string
				render func(extract.Rendering) (string, error)
			}{{"md", r.Markdown}, {"html", r.HTML}, {"text", r.PlainText}, {"json", func(opt extract.Rendering) (string, error) { return decided(r, opt) }}} {
				got, err := format.render(opt)
				require.NoError(t, err)
				compare(t, base+"."+format.ext+".golden", got+"\n")
			}
		})
	}
}

// decided is JSON without blocks and metadata.
func decided(r *extract.Result, opt extract.Rendering) (string, error) {
	rec, err := r.Record(opt)
	if err != nil {
		return "", err
	}
	view := struct {
		Text   string          `json:"text"`
		Images []extract.Image `json:"images"`
		Links  []extract.Link  `json:"links"`
		Tables []extract.Table `json:"tables"`
	}{rec.Text, rec.Images, rec.Links, rec.Tables}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err = enc.Encode(view)
	return strings.TrimSpace(b.String()), err
}

// commonMark reads Markdown as GitHub does; addresses in a text become links.
func commonMark(t testing.TB, markdown string) string {
	t.Helper()
	return readBy(t, markdown, extension.GFM)
}

// withoutLinks reads Markdown as commonMark does, but for addresses: a
// backslash in one that became a link would be seen.
func withoutLinks(t testing.TB, markdown string) string {
	t.Helper()
	return readBy(t, markdown, extension.Table, extension.Strikethrough)
}

func readBy(t testing.TB, markdown string, extensions ...goldmark.Extender) string {
	t.Helper()
	var b bytes.Buffer
	reader := goldmark.New(goldmark.WithExtensions(append(extensions, extension.DefinitionList, extension.Footnote)...))
	require.NoError(t, reader.Convert([]byte(markdown), &b))
	return b.String()
}

// textOf returns the letters of a piece of HTML: its text without white space.
func textOf(t testing.TB, markup string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(markup))
	require.NoError(t, err)
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		b.WriteString(markInCell(n))
	}
	return letters(b.String())
}

// markInCell is what Markdown has before an item in a cell of a table, where
// there are no lists.
func markInCell(n *html.Node) string {
	if n.Data != "li" {
		return ""
	}
	cell := false
	for up := range n.Ancestors() {
		cell = cell || up.Data == "td" || up.Data == "th"
	}
	switch {
	case !cell:
		return ""
	case n.Parent.Data == "ul":
		return "- "
	}
	number := 0
	for c := n; c != nil; c = c.PrevSibling {
		number++
	}
	return fmt.Sprintf("%d. ", number)
}

// formulaMarks are the signs for formulas, which each form has its own of.
var formulaMarks = regexp.MustCompile(`\$+|\\[()\[\]]`)

// sameText tells whether Markdown says what HTML says. Footnotes move to the
// end, admonitions lose their title: pages with them are compared by goldens.
func sameText(t testing.TB, r *extract.Result, opt extract.Rendering, read func(t testing.TB, markdown string) string) {
	t.Helper()
	markdown, err := r.Markdown(opt)
	require.NoError(t, err)
	markup, err := r.HTML(opt)
	require.NoError(t, err)
	if strings.Contains(markdown, "> [!") || strings.Contains(markdown, "\n[^") {
		return
	}
	clean := func(s string) string { return formulaMarks.ReplaceAllString(s, "") }
	sameLetters(t, clean(textOf(t, markup)), clean(textOf(t, read(t, markdown))))
}

// sameLetters compares long texts and shows where they part.
func sameLetters(t testing.TB, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	const context = 40 // bytes
	i := 0
	for i < min(len(want), len(got)) && want[i] == got[i] {
		i++
	}
	from := max(i-context, 0)
	t.Errorf("want …%q\ngot  …%q", want[from:min(i+context, len(want))], got[from:min(i+context, len(got))])
}

func TestCommonMark(t *testing.T) {
	for _, name := range renderedPages(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			r := truthful(t, name)
			sameText(t, r, extract.Rendering{Keep: article}, commonMark)
			sameText(t, r, extract.Rendering{Keep: heuristics.Roles()}, commonMark)
		})
	}
}

// TestSanitised holds that HTML goes through a sanitiser unchanged.
func TestSanitised(t *testing.T) {
	for _, name := range renderedPages(t) {
		r := truthful(t, name)
		for _, keep := range [][]heuristics.Role{article, heuristics.Roles()} {
			markup, err := r.HTML(extract.Rendering{Keep: keep})
			require.NoError(t, err)
			sameLetters(t, strings.TrimSpace(sanitise.HTML(markup)), markup)
		}
	}
}

var everyPage = flag.Bool("every-page", false, "TestSharedRenderings takes all pages, not one of twenty")

// TestSharedRenderings holds, on pages of WCXB with all roles kept, that HTML
// goes through a sanitiser unchanged and that Markdown says what it says.
func TestSharedRenderings(t *testing.T) {
	pages, err := eval.WCXB(shared(t, "wcxb/dev"))
	require.NoError(t, err)
	var e extract.Extractor
	all := extract.Rendering{Keep: heuristics.Roles()}
	checked := 0
	for i, p := range pages {
		if i%20 > 0 && !*everyPage {
			continue
		}
		r, err := e.FromBytes(p.HTML, extract.Source{URL: p.URL})
		require.NoError(t, err)
		markup, err := r.HTML(all)
		require.NoError(t, err)
		ok := t.Run(p.ID, func(t *testing.T) {
			sameLetters(t, strings.TrimSpace(sanitise.HTML(markup)), markup)
			sameText(t, r, all, withoutLinks)
		})
		if ok {
			checked++
		}
	}
	t.Logf("%d pages are the same", checked)
}

// TestRenderingKeepsText holds that every word of a kept block, and no word of
// another, is in each rendering, whether pictures and links are shown or not.
func TestRenderingKeepsText(t *testing.T) {
	for _, name := range renderedPages(t) {
		if filepath.Dir(name) == filepath.Clean(renderDir) || shownOtherwise[filepath.Base(name)] != "" {
			continue // formulas and line numbers are shown otherwise than they stand there
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			r := truthful(t, name)
			policies := [][]heuristics.Role{article, heuristics.Roles()}
			for _, role := range heuristics.Roles() {
				policies = append(policies, []heuristics.Role{role}) // often of a single block
			}
			for _, keep := range policies {
				want := signs.Replace(letters(r.TextOf(keep...)))
				for _, opt := range []extract.Rendering{{Keep: keep}, {Keep: keep, NoImages: true, NoLinks: true}} {
					markup, err := r.HTML(opt)
					require.NoError(t, err)
					sameLetters(t, want, signs.Replace(textOf(t, markup)))
				}
			}
		})
	}
}

// TestRenderingOfOneBlock holds that all of a block is shown where nothing else
// is, wherever in it its text begins.
func TestRenderingOfOneBlock(t *testing.T) {
	for _, tt := range []struct{ page, want, reason string }{
		{"<p><b>one</b> two <i>three</i>", "<p><strong>one</strong> two <em>three</em></p>", "it begins in an element and goes on behind it"},
		{"<p><a href=x><b>one</b> two</a> three", "<p><a href=\"https://harbour.example/x\" rel=\"nofollow noopener\"><strong>one</strong> two</a> three</p>", "in one in another"},
		{"<div><span><p>one</p>two</span> three</div>", "<p>one</p>\n<p>two three</p>", "in one that holds more blocks"},
	} {
		var e extract.Extractor
		r, err := e.FromBytes([]byte(tt.page), extract.Source{URL: "https://harbour.example/"})
		require.NoError(t, err)
		s, err := r.HTML(extract.Rendering{Keep: heuristics.Roles()})
		require.NoError(t, err)
		require.Equal(t, tt.want, s, tt.reason)
	}
}

// signs are those beside headings and behind footnotes that lead back to where
// they stand, and joiners that stand alone. Renderings leave them out.
var signs = strings.NewReplacer("¶", "", "#", "", "↩", "", "\ufe0e", "", "\u200d", "")

// shownOtherwise are pages with what renderings show otherwise than it stands
// there, and what that is.
var shownOtherwise = map[string]string{
	"encyclopedia-river.html":           "links to edit a section, numbers of notes, a list in the head of a table",
	"mkdocs-material-offline-sync.html": "numbers of lines of code",
	"substack-letter.html":              "numbers of notes",
	"thai-essay.html":                   "numbers of notes",
	"xenforo-treadle-thread.html":       "smileys, which are pictures",
}
