package extract_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
)

// What comes out of a page may be so large beside it, and what reasons add.
const (
	outputShare  = 4
	minOutput    = 4 << 10
	reasonsShare = 32
	minReasons   = 128 << 10
)

// formats are the renderings.
func formats(r *extract.Result) map[string]func(extract.Rendering) (string, error) {
	return map[string]func(extract.Rendering) (string, error){"HTML": r.HTML, "Markdown": r.Markdown, "text": r.PlainText, "JSON": r.JSON}
}

// holdsSize holds that no rendering is larger than it may be, by the usual
// policy or with everything kept, and that the text is whole in all of them.
func holdsSize(t *testing.T, name string, size int, r *extract.Result) {
	t.Helper()
	for _, opt := range []extract.Rendering{{}, {Keep: allRoles()}} {
		want := r.TextOf(policy(opt)...)
		assert.LessOrEqual(t, len(want), outputShare*size+minOutput, "%s: text", name)
		shown := map[string]string{}
		for format, render := range formats(r) {
			s, err := render(opt)
			require.NoError(t, err, "%s: %s", name, format)
			holdsBound(t, name+": "+format, s, size, format == "JSON" && explained(r))
			shown[format] = s
		}
		rec, err := r.Record(opt)
		require.NoError(t, err, name)
		holdsRecord(t, name, r, &rec, want)
		holdsEncoded(t, name, &rec, shown["JSON"])
	}
}

// holdsBound holds that what came out of a page is no larger than it may be.
func holdsBound(t *testing.T, name, s string, size int, reasons bool) {
	t.Helper()
	most := outputShare*size + minOutput
	if reasons {
		most += reasonsShare*size + minReasons
	}
	assert.LessOrEqual(t, len(s), most, "%s of %d bytes", name, size)
}

func policy(opt extract.Rendering) []heuristics.Role {
	if opt.Keep == nil {
		return []heuristics.Role{heuristics.Body}
	}
	return opt.Keep
}

func explained(r *extract.Result) bool { return len(r.Blocks) > 0 && r.Blocks[0].Reasons != nil }

// holdsRecord holds that a record has the whole text, that its blocks are those
// of the result one after the other, some joined, that what refers to one does,
// and that the reasons of each add up to what they did.
func holdsRecord(t *testing.T, name string, r *extract.Result, rec *extract.Record, text string) {
	t.Helper()
	assert.Equal(t, text, rec.Text, "%s: the text is whole", name)
	next := 0
	for i := range rec.Blocks {
		b := &rec.Blocks[i]
		begin := next
		for left := b.Text; left != ""; next++ {
			require.Less(t, next, len(r.Blocks), name)
			require.Equal(t, r.Blocks[next].Role, b.Role, name)
			require.True(t, strings.HasPrefix(left, r.Blocks[next].Text), "%s: block %d: %q", name, i, clip(left))
			left = strings.TrimPrefix(left[len(r.Blocks[next].Text):], "\n")
		}
		if b.Reasons != nil {
			require.Equal(t, begin+1, next, "%s: reasons are of one block", name)
			require.InDelta(t, sumOf(r.Blocks[begin].Reasons), sumOf(b.Reasons), 1e-4, "%s: block %d", name, i)
		}
	}
	if next < len(r.Blocks) {
		require.Contains(t, rec.Partial, "output: ", name)
	}
	for _, l := range rec.Links {
		require.Less(t, l.Block, len(rec.Blocks), name)
	}
	for _, i := range rec.Images {
		require.Less(t, max(i.Block, i.Caption), len(rec.Blocks), name)
	}
	for _, x := range rec.Tables {
		require.Less(t, x.Block, len(rec.Blocks), name)
	}
}

func sumOf(list []heuristics.Evidence) (sum float64) {
	for _, e := range list {
		sum += e.Weight
	}
	return sum
}

// TestOutputSize holds that no page makes more of itself than it is: neither
// what people read, nor what was made to.
func TestOutputSize(t *testing.T) {
	e := extract.Extractor{}
	hold := func(name string, data []byte, contentType string) {
		r, err := e.FromBytes(data, extract.Source{URL: "https://harbour.example/story", ContentType: contentType})
		require.NoError(t, err, name)
		holdsSize(t, name, len(data), r)
	}
	for _, size := range []int{1000, 5000, *hostileSize} {
		for _, d := range hostile.Documents(size) {
			name := fmt.Sprint(d.Group, ": ", d.Name, ", ", size)
			e.Explain = size == 5000
			hold(name, d.Data, d.ContentType)
			if root, err := html.Parse(bytes.NewReader(d.Data)); err == nil && size == 1000 {
				r, err := e.FromNode(root, extract.Source{})
				require.NoError(t, err, name)
				holdsSize(t, name+", tree", r.Size(), r)
			}
		}
	}
	e.Explain = false
	for name, markup := range amplifiers {
		once, again, _ := strings.Cut(markup, "…")
		start := "<article><h1>The boat came in at noon</h1><p>" + strings.Repeat(sentence, 20) + "</p>" + once
		hold(name, []byte(start+strings.Repeat(again, 40_000/len(again))), "")
	}
	base := `<base href="https://harbour.example/` + strings.Repeat("long/", 400) + `"><article>`
	for name, markup := range map[string]string{"links": "<a href=a>the boat</a> came in. ", "pictures": "<p>The boat came in, and here it is.</p><img src=a>"} {
		hold(name+" on a page with a long address", []byte(base+strings.Repeat(markup, 2000)), "")
	}
	pages, err := eval.WCXB(shared(t, "wcxb/dev"))
	require.NoError(t, err)
	for i, p := range pages {
		if i%20 == 0 || *everyPage {
			hold(p.ID, p.HTML, "")
			holdsSameAsTree(t, &p)
		}
	}
}

// holdsSameAsTree holds that a page that people read loses nothing because only
// its tree is known.
func holdsSameAsTree(t *testing.T, p *eval.Page) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(p.HTML))
	require.NoError(t, err)
	var e extract.Extractor
	r, err := e.FromNode(root, extract.Source{})
	require.NoError(t, err)
	assert.LessOrEqual(t, r.Size(), len(p.HTML)*11/10, p.ID) // what the parser adds: <tbody>, and tags that are closed too early
	rec, err := r.Record(extract.Rendering{Keep: allRoles()})
	require.NoError(t, err)
	assert.NotContains(t, rec.Partial, "output", p.ID)
	assert.Len(t, rec.Blocks, len(r.Blocks), p.ID)
}

// amplifiers are short markup that stands for much more of it in some
// rendering: what is behind the dots is repeated.
var amplifiers = map[string]string{
	"quotes in quotes":            strings.Repeat("<blockquote>", 30) + "…<p>x",
	"lines in quotes":             strings.Repeat("<blockquote>", 30) + "…x<br>",
	"sentences in quotes":         strings.Repeat("<blockquote>", 30) + "…<p>twenty bytes of text",
	"code in quotes":              strings.Repeat("<blockquote>", 30) + "<pre>…x\n",
	"paragraphs in items":         strings.Repeat("<ul><li>", 30) + "…<p>x",
	"items in items":              strings.Repeat("<ul><li>", 30) + "…<li>x",
	"numbers":                     "<ol start=99999999>…<li>x",
	"definitions":                 "<dl>…<dt>x<dd>y",
	"marks":                       "<p>…*",
	"quotation marks in JSON":     "<p>…x \"\" ",
	"ampersands":                  "<p>…&",
	"quotation marks":             "<p>…\"",
	"apostrophes":                 "<p>…'",
	"pipes in a cell":             "<table><tr><td>…|",
	"columns that are padded":     "<table><tr>" + strings.Repeat("<td>thirty-nine characters are in this one", 30) + "…<tr><td><td><td><td><td><td><td><td>x",
	"cells that are many":         "<table><tr>…<td colspan=999>x",
	"rows under high cells":       "<table><tr>" + strings.Repeat("<td rowspan=900>x", 2000) + "…<tr><td>x",
	"emphasis":                    "<p>…<b>x</b>",
	"headings":                    "…<h6>x",
	"elements with names as long": "<x-" + strings.Repeat("y", 2000) + ">…<p>x",
}

// ways are the ways into an extractor, and what each takes for the size of a
// page.
var ways = map[string]func(e *extract.Extractor, page, contentType string) (*extract.Result, int, error){
	"bytes": func(e *extract.Extractor, page, contentType string) (*extract.Result, int, error) {
		r, err := e.FromBytes([]byte(page), extract.Source{ContentType: contentType, URL: "https://harbour.example/story"})
		return r, len(page), err
	},
	"tree": func(e *extract.Extractor, page, _ string) (*extract.Result, int, error) {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			return nil, 0, err
		}
		var b bytes.Buffer
		if err := html.Render(&b, root); err != nil {
			return nil, 0, err
		}
		r, err := e.FromNode(root, extract.Source{URL: "https://harbour.example/story"})
		return r, b.Len(), err
	},
	"text": func(e *extract.Extractor, page, _ string) (*extract.Result, int, error) {
		r, err := e.FromText(page, extract.Source{})
		return r, len(page), err
	},
}

// What a record says that it leaves out.
const (
	joined  = "small blocks are joined"
	noEnd   = "blocks at the end are left out"
	noLists = "tables, links or pictures are left out"
	noMeta  = "metadata are left out"
)

// TestSizeOfWorst holds the bounds where each form of output has the most to
// add to what it is given.
func TestSizeOfWorst(t *testing.T) {
	const usual = 20_000 // bytes; at others, others are left out
	cp1252, cp874 := "text/html; charset=windows-1252", "text/html; charset=windows-874"
	for _, tt := range []struct {
		name, way, start, again, end, contentType string
		less                                      []string // with everything kept
		reason                                    string
	}{
		{"letters", "text", "", "a\n", "", "", []string{joined, noEnd}, "a line is two bytes, and a block at that"},
		{"words", "text", "", "herring\n", "", "", []string{joined}, "a list of words is text that people have"},
		{"short lines", "text", "", "a line of 33 bytes, which is enough\n", "", "", nil, "just long enough for a record each"},
		{"turns", "text", "", "a\nThe boat came in at noon with a full load, and all went down to see it, as they did.\n", "", "", nil, "roles may take turns"},
		{"tags as text", "text", "", "<a", "", "", []string{noEnd}, "a bracket is six bytes in JSON, four in HTML"},
		{"tags as lines", "text", "", "</\n", "", "", []string{joined, noEnd}, "and so are the ends of lines"},
		{"brackets", "text", "", "<\n", "", "", []string{joined, noEnd}, "four bytes in HTML, and a paragraph around"},
		{"quotation marks", "text", "", "\"\n", "", "", []string{joined, noEnd}, "two bytes in JSON"},
		{"backslashes", "text", "", "\\ ", "", "", nil, "two bytes in JSON, in Markdown too"},
		{"no text at all", "text", "", "\xff\n", "", "", []string{joined, noEnd}, "a replacement is three bytes"},
		{"marks", "text", "", "*x*\n", "", "", []string{joined}, "two bytes in Markdown"},
		{"numbers", "text", "", "1.\n", "", "", []string{joined}, "so are dots behind numbers"},
		{"paragraphs", "bytes", "<article>", "<p>a", "", "", nil, "the shortest element that is a block"},
		{"paragraphs", "tree", "<article>", "<p>a", "", "", []string{joined}, "and where segmentation does not know the size"},
		{"items", "bytes", "<ul>", "<li>a", "", "", nil, "a list in Markdown and HTML"},
		{"cells", "bytes", "<table>", "<tr><td>a<td>b", "", "", nil, "cells stand in JSON three times"},
		{"cells", "tree", "<table>", "<tr><td>aaaa<td>bbbb", "", "", []string{joined}, "and where segmentation does not know the size"},
		{"cells of quotation marks", "bytes", "<table><tr><td>", "x\"\"\" ", "", "", nil, "and are twice as long"},
		{"headings and paragraphs", "bytes", "<article>", "<h2>a<p>b", "", "", nil, "roles take turns"},
		{"euros", "bytes", "<p>", "\x80", "", cp1252, []string{noEnd}, "a byte is three in UTF-8"},
		{"lines of euros", "bytes", "<p>", "\x80<p>", "", cp1252, []string{joined}, "and a paragraph around"},
		{"Thai", "bytes", "<p>", "\xa1\xd2\xc3\xb7\xb4\xca\xcd\xba ", "", cp874, []string{noEnd}, "what euros do, but for real"},
		{"plain text in a page", "tree", "<plaintext>", "<a", "", "", []string{noEnd}, "tags as text, on another way in"},
		{"description", "bytes", `<p>x<meta name=description content="`, "<a", `">`, "", nil, "metadata are escaped, too"},
		{"headline", "bytes", `<p>x<script type="application/ld+json">{"@type":"NewsArticle","headline":"A boat","description":"`, "x ", `"}</script>`, "", nil, "so are linked data"},
		{"addresses", "bytes", `<p>x<link rel=canonical href=a><link rel=next href=b><link rel=icon href=c><link rel=license href=d><meta property=og:image content=e><base href="https://harbour.example/`, "long/", `">`, "", nil, "every address of the page is as long as its base"},
		{"links in cells", "bytes", "<table>", `<tr><td><a href="/b?">x""</a><td><a href="/c?">y\\</a>`, "", "", nil, "text, blocks, links and tables have the same text"},
		{"links in cells", "tree", "<table>", `<tr><td><a href="/b?">x""</a><td><a href="/c?">y\\</a>`, "", "", []string{noLists}, "and where segmentation does not know the size"},
		{"links", "bytes", "<p>", "<a href=b>a</a> ", "", "", nil, "a link is an object in JSON"},
		{"pictures", "bytes", "", "<p>x<img src=b>", "", "", []string{noLists}, "so is a picture"},
		{"deep paragraphs", "bytes", strings.Repeat("<div>", 200), "<p>a", "", "", nil, "paths are long"},
		{"an article", "bytes", "<article>", "<p>" + sentence + "</p>", "", "", nil, "nothing is left out that need not be"},
		{"an article", "tree", "<article>", "<p>" + sentence + "</p>", "", "", nil, "on this way neither"},
	} {
		sizes := []int{0, 1000, usual}
		if *hostileSize != usual {
			sizes = append(sizes, *hostileSize)
		}
		for _, size := range sizes {
			page := tt.start + strings.Repeat(tt.again, size/len(tt.again)) + tt.end
			for _, explain := range []bool{false, true} {
				e := extract.Extractor{Explain: explain}
				r, bytes, err := ways[tt.way](&e, page, tt.contentType)
				require.NoError(t, err)
				name := fmt.Sprintf("%s: %s, %d bytes, reasons %t", tt.way, tt.name, bytes, explain)
				assert.LessOrEqual(t, r.Size(), bytes, "%s: of a tree no more is counted than there is", name)
				holdsSize(t, name, bytes, r)
				if size == usual {
					rec, err := r.Record(extract.Rendering{Keep: allRoles()})
					require.NoError(t, err)
					for _, less := range []string{joined, noEnd, noLists} {
						assert.Equal(t, slices.Contains(tt.less, less), strings.Contains(rec.Partial, less), "%s: %s: %s", name, rec.Partial, less)
					}
				}
			}
		}
	}
}

// TestMetadataWithinSize holds that addresses, of which a byte may become nine,
// leave room for the rest.
func TestMetadataWithinSize(t *testing.T) {
	page := `<title>The boat came in</title><link rel=canonical href="https://harbour.example/` + strings.Repeat("\x80", 800) + `/">` +
		`<link rel=next href=b><link rel=icon href=c><link rel=license href=d><meta property=og:image content=e><p>` + strings.Repeat(sentence, 3)
	var e extract.Extractor
	r, err := e.FromBytes([]byte(page), extract.Source{ContentType: "text/html; charset=windows-1252"})
	require.NoError(t, err)
	require.Greater(t, len(r.Metadata.Canonical), 4000)
	holdsSize(t, "addresses", len(page), r)
	rec, err := r.Record(extract.Rendering{})
	require.NoError(t, err)
	assert.Contains(t, rec.Partial, "metadata are left out")
	assert.Equal(t, r.Metadata.Title, rec.Metadata.Title)
	assert.Empty(t, rec.URL+rec.Metadata.Canonical)
	assert.NotContains(t, rec.Metadata.Sources, "canonical")
	assert.Contains(t, r.Metadata.Sources, "canonical", "the result keeps its own")
	assert.NotEmpty(t, rec.Blocks)
}
