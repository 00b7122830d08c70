package parse

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
)

// build makes the tree of a page by the builder alone.
func build(page string, lim Limits) (*html.Node, Cut, bool) {
	b := newBuilder(page, lim)
	ok := b.build()
	return b.doc, b.cut(), ok
}

// TestBuilder holds the builder against the parser of x/net/html.
func TestBuilder(t *testing.T) {
	for _, c := range []struct {
		reason, page string
		gaveUp       bool
	}{
		{reason: "nothing", page: ""},
		{reason: "text alone", page: "a"},
		{reason: "white space before the page", page: " \n <!-- c --> <!doctype html> <html> <head> </head> <body> a"},
		{reason: "head and body left out", page: "<title>t</title><p>a"},
		{reason: "elements of the head behind it", page: "<head></head> <meta name=a> <script>s</script> <p>a<link>"},
		{reason: "end tags before anything begins", page: "</p></div></head>a"},
		{reason: "an older doctype", page: `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><p>a<table>`},
		{reason: "a doctype that makes quirks", page: `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML//EN"><p>a<table>`},
		{reason: "no doctype", page: "<p>a<table><tr><td>b"},
		{reason: "two bodies", page: "<body a=1><body a=2 b=3><html lang=en>a"},
		{reason: "text behind the page", page: "<body>a</body> b </html> c <!-- d --> "},
		{reason: "comments behind the page", page: "<body>a</body><!--b--></html><!--c-->"},
		{reason: "a doctype behind the page", page: "<body>a</body></html><!doctype html> "},

		{reason: "paragraphs end each other", page: "<p>a<p>b<div>c</p>d"},
		{reason: "headings too, of whatever level", page: "<h1>a<h2>b</h3>c"},
		{reason: "items of lists", page: "<ul><li>a<li>b<ul><li>c</ul><li>d<dl><dt>e<dd>f<dt>g"},
		{reason: "an item in a block in an item", page: "<ul><li><div>a<li>b</div><li><section>c<li>d"},
		{reason: "an end tag for another list", page: "<ul><li>a<ol></li>b</ol>"},
		{reason: "a rule in a paragraph", page: "<p>a<hr>b</p>c<p><button><p>d<hr>e"},
		{reason: "a form in a form", page: "<form a><p>b<form c>d</form>e</form>f"},
		{reason: "a form that ends in another block", page: "<form><div></form>a</div><form>b"},
		{reason: "buttons", page: "<button>a<button>b<p>c<button>d"},
		{reason: "options", page: "<select><option>a<option>b<optgroup><option>c<optgroup>d<hr>e</select><option>f<option>g"},
		{reason: "a select in a select", page: "<select><option>a<select>b<input>c<select><input>d"},
		{reason: "ruby", page: "<ruby>a<rb>b<rt>c<rp>d<rtc>e<rt>f</ruby>"},
		{reason: "elements that nobody knows", page: "<x-a><p>a</x-a>b</p></x-a><B-c D>e"},
		{reason: "an image by another name", page: "<image src=a>b<br/>c</br>d</p>e"},
		{reason: "text that begins on the next line", page: "<pre>\n\na</pre><pre><b>\n</b></pre><textarea>\n\r\nb</textarea><listing>\r\nc"},

		{reason: "formatting that goes on in the next block", page: "<p><b class=x>a<p>b<i>c</p><p>d</b>e</i>f"},
		{reason: "formatting that was closed in another", page: "<b>a<i>b</b>c</i>d"},
		{reason: "a link in a link", page: "<a href=1>a<a href=2>b</a>c"},
		{reason: "formatting does not go into objects and cells", page: "<b>a<object>b</b>c</object>d<table><td>e</b>f</table>g"},
		{reason: "sorted attributes of formatting", page: "<a href=1 class=2 Class=3>a</a>"},
		{reason: "a block in formatting", page: "<a><div>a</div></a>b"},
		{reason: "formatting that ends in a block", page: "<a><div>a</a>b</div>c"},
		{reason: "formatting that ends in several", page: "<b><i><u><p>a<s><div><p>b</b>c</i>d</u>e"},
		{reason: "more formatting than goes on into a block", page: "<b><i><u><s><em><code><p>a</b>b</p>c"},
		{reason: "elements of no consequence around a block", page: "<b><span><i><span><p>a</b>b</i>c</span>d"},
		{reason: "a link that ends in the block of the one before", page: "<a href=1><p>a<a href=2>b</p>c</a>d"},
		{reason: "formatting in a cell", page: "<b><table><td><i><p>a</b>b</i>c</table>d"},
		{reason: "a table in formatting that ends in it", page: "<b><table><tr></b><td>a"},
		{reason: "a link around a table in which another begins", page: "<a><table><td><a>b</table>c"},
		{reason: "too much of the same", page: "<p><b><b><b><b>a<p>b", gaveUp: true},

		{reason: "a table with parts left out", page: "<table><tr><td>a<th>b<tr><td>c<tfoot><td>d<thead><tr></table>e"},
		{reason: "captions and columns", page: "<table><caption>a<b>b</caption><colgroup> <col a><col></colgroup><col><tr><th>c</table>"},
		{reason: "end tags behind columns", page: "<table><colgroup></td> <colgroup></body> <colgroup></col> </colgroup></div> <td>a"},
		{reason: "a caption that goes on", page: "<table><caption>a<tr><td>b</caption>c</table><table><caption><th>d"},
		{reason: "a table in a cell", page: "<table><td>a<table><td>b</td></tr></tbody></table>c</table>d"},
		{reason: "a table in a table", page: "<table><tr><table><td>a</table>b"},
		{reason: "end tags in cells", page: "<table><tr><td>a</body></html></col>b</div></caption>c</tbody></td></table></td>d"},
		{reason: "forms and scripts in tables", page: "<table><form a><tr><input type=HIDDEN name=b><script>c</script><td>d</form>e</table>"},
		{reason: "parts of tables outside", page: "<tr>a<td>b</td></tr><col>c"},
		{reason: "text in a table", page: "<p>x<table>a<tr>b<td>c</td> d <i>e<tr> <td>f</i></table>g"},
		{reason: "an element in a table", page: "<table><div>a<b> </div> <td>c</table>d<table><tr><select><option>e<tr>f<textarea>\ng</textarea><svg></svg><link></table>"},
		{reason: "an empty paragraph in a table", page: "<table></p><tr></br><table><input><form><form>a"},

		{reason: "text in which no tag is one", page: "<title>a<b>&amp;</title><noscript><p>a</noscript><iframe><p></iframe><xmp>&amp;<p></xmp><noembed><p></noembed>b"},
		{reason: "JSON", page: `<script type=application/ld+json>{"a":"</p>"}</script><script data-json>b</script>c`},
		{reason: "raw text without an end", page: "<p>a<textarea>b<p>c"},
		{reason: "an end tag without an end", page: "a<script></script"},
		{reason: "a picture", page: "<p>a<svg viewBox=0><title>b</title><path d='c'/><g></g><!-- </svg> --></svg>d<svg/>e"},
		{reason: "a picture in which HTML begins", page: "<div><svg><g><path><p>a</svg>b</div><svg><div>c<span><svg><b>d</span></b>"},
		{reason: "a picture with end tags of nothing", page: "<p><svg><path/></path></g></svg>a"},
		{reason: "a picture with an end tag of what is around it", page: "<x-a><svg></x-a></svg>b", gaveUp: true},
		{reason: "a picture in tags without quotation marks", page: "<svg><path d=a/><g fill= 'b'/></path><g c=d / ></g><path fill= 'e';/><title/></svg><b>f"},
		{reason: "a picture with text in brackets", page: "<svg><style><![CDATA[ a > b <p> ]]></style></svg>c<svg><![CDATA[]]>d"},
		{reason: "a picture with HTML in it", page: "<svg><foreignObject><p>a</p></foreignObject></svg>", gaveUp: true},
		{reason: "markup in the title of a picture", page: "<svg><title><a>b</title></svg>", gaveUp: true},
		{reason: "a picture that ends a block", page: "<div><svg></div>a", gaveUp: true},
		{reason: "a template", page: "<template><tr><td>a<template>b</template><svg></svg><script></template></script></template>c"},
		{reason: "a template in a table", page: "<table><template><div>a</div></template><tr><template>b</template><td>c"},
		{reason: "an object in a template", page: "<template><b><object></object></template>a"},
		{reason: "an object without an end in a template", page: "<template><b><object></td></template>a", gaveUp: true},
		{reason: "a template without an end", page: "<template><p>a", gaveUp: true},
		{reason: "a formula", page: "<math><mi>x</mi></math>", gaveUp: true},
		{reason: "frames", page: "<frameset><frame></frameset>", gaveUp: true},
		{reason: "formatting taken apart all over a large page", page: strings.Repeat("<a><p>x</a></p>", 65_000)},

		{reason: "attributes in all spellings", page: `<p a b=c d="e>" f='g"' h = i =j k/l m=/ n=o/ "p q=r>s`},
		{reason: "attributes twice", page: `<p A=1 a=2 b=3 B>`},
		{reason: "slashes", page: "<br/><p/>a<div / b/ c / >d"},
		{reason: "a tag without an end", page: "a<p b='c>d"},
		{reason: "no tags", page: "a < b <3 <> </> </ c> <? d> <!e> <![CDATA[f]]> <!> </"},
		{reason: "comments", page: "<!--a--b--><!---->c<!----->d<!--<!--e-->f"},
		{reason: "comments that end oddly", page: "<!-->a<!--->b<!-- c --!>d<!----!>e<!--->-->f<!--!>g--!-->h<!---!>-->i"},
		{reason: "a comment without an end", page: "a<!--b>c"},
		{reason: "a comment without all of its end", page: "a<!--b--"},
		{reason: "a comment with nothing but that", page: "a<!--!"},
		{reason: "references in text", page: "&amp;&lt&notit;&copy=&#x41;&#65&#0;&#128;&unknown;&;&"},
		{reason: "references in attributes", page: `<a a="&amp;&lt&notit;&copy=&copyx&copy &#x41;&#65&#0;&#128x;&unknown;&;&fjlig;&semi;&" b=&amp;>`},
		{reason: "line ends", page: "a\r\nb\rc<p d='e\r\nf'><pre>\r\ng</pre>"},
	} {
		got, _, ok := build(c.page, defaults)
		assert.Equal(t, c.gaveUp, !ok, c.reason)
		if ok {
			want, err := html.Parse(strings.NewReader(c.page))
			require.NoError(t, err)
			assert.Equal(t, outline(want), outline(got), c.reason)
		}
	}
}

// TestBuilderOnPages holds that the builder makes the same tree of whole pages,
// and that it seldom leaves one to the parser.
func TestBuilderOnPages(t *testing.T) {
	const rare = 0.1
	all, gaveUp := 0, 0
	for name, page := range pages(t, 100) {
		text := strings.ToValidUTF8(string(page), "\uFFFD")
		all++
		got, _, ok := build(text, defaults)
		if !ok {
			gaveUp++
			continue
		}
		want, err := html.Parse(strings.NewReader(text))
		require.NoError(t, err)
		if outline(want) != outline(got) {
			assert.Fail(t, "another tree", name)
		}
	}
	assert.LessOrEqual(t, float64(gaveUp), rare*float64(all))
	t.Logf("%d of %d pages were left to the parser", gaveUp, all)
}

// TestBuilderOnSoup holds the same of tags in any order, which real pages do
// not show half of.
func TestBuilderOnSoup(t *testing.T) {
	const pages, longest = 20_000, 20 // tags and texts
	names := strings.Fields("a b i font nobr p div span h1 ul li dl dd pre hr br img link title script textarea iframe svg svg g path template " +
		"table table table caption colgroup col tbody thead tr tr td td th form input select option button object ruby rt body html")
	r := rand.New(rand.NewPCG(1, 2)) // the same each time
	gaveUp := 0
	for range pages {
		var soup strings.Builder
		for range 1 + r.IntN(longest) {
			name := names[r.IntN(len(names))]
			comment := "<!" + strings.Repeat("-", r.IntN(7)) + []string{"", "!"}[r.IntN(2)] + ">"
			soup.WriteString([]string{"x", " ", comment, "</" + name + ">", "<" + name + ">", "<" + name + ">"}[r.IntN(6)])
		}
		got, _, ok := build(soup.String(), defaults)
		if !ok {
			gaveUp++
			continue
		}
		want, err := html.Parse(strings.NewReader(soup.String()))
		require.NoError(t, err)
		require.Equal(t, outline(want), outline(got), soup.String())
		sameButBlanks(t, soup.String(), soup.String())
	}
	assert.Less(t, gaveUp, pages/2)
	t.Logf("%d of %d were left to the parser", gaveUp, pages)
}

// TestBuilderInTime holds that a page is cut where time ends.
func TestBuilderInTime(t *testing.T) {
	page := strings.Repeat("<p>a</p>\n", 1<<15)
	lim := defaults
	asked := 0
	lim.Stop = func() bool { asked++; return asked > 1 }
	root, cut, ok := build(page, lim)
	require.True(t, ok)
	assert.Equal(t, CutTime, cut)
	n := 0
	for d := range root.Descendants() {
		if d.DataAtom == atom.P {
			n++
		}
	}
	assert.InDelta(t, 2*piece/len("<p>a</p>\n"), n, 2)
}

// FuzzBuilder holds that whatever the builder makes is what the parser makes,
// in a page and in a fragment.
func FuzzBuilder(f *testing.F) {
	for _, d := range hostile.Documents(300) {
		if len(d.Data) < 4<<10 {
			f.Add(string(d.Data))
		}
	}
	f.Fuzz(func(t *testing.T, page string) {
		begun := time.Now()
		got, _, ok := build(page, defaults)
		if took := time.Since(begun); took > time.Second+time.Duration(len(page))*time.Microsecond {
			t.Fatalf("took %v for %d bytes", took, len(page))
		}
		if want, err := html.Parse(strings.NewReader(page)); ok && err == nil && outline(want) != outline(got) {
			assert.Equal(t, outline(want), outline(got))
		}
		sameButBlanks(t, "", page)
		nodes, _, ok := buildFragment(page, defaults)
		context := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
		if want, err := html.ParseFragment(strings.NewReader(page), context); ok && err == nil {
			assert.Equal(t, outline(holding(want)), outline(holding(nodes)))
		}
	})
}

// holding returns a node that holds others.
func holding(nodes []*html.Node) *html.Node {
	root := &html.Node{Type: html.DocumentNode}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return root
}
