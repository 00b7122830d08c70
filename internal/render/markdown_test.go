package render_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/render"
)

// parsed returns a piece of HTML as the tree of an article.
func parsed(t testing.TB, markup string) *html.Node {
	t.Helper()
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(markup), body)
	require.NoError(t, err)
	root := node("div")
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return root
}

func TestMarkdown(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{`<p>snake_case_name, _private, 2 * 3, a*b, ~5, x ~ y</p>`, `snake_case_name, \_private, 2 * 3, a\*b, ~5, x ~ y`, "only what could be a mark is escaped"},
		{`<p>a &lt; b, &lt;b&gt;, R&amp;D, &amp;lt;</p>`, `a < b, &lt;b>, R&D, &amp;lt;`, "only what could be HTML is"},
		{`<p>&lt;3@a.example&gt;, &lt;3<i></i>@a.example&gt;, &lt;b@a.example&gt;, c@a.example</p>`, `<3\@a.example>, <3\@a.example>, &lt;b@a.example>, c@a.example`, "no address of mail by chance"},
		{`<p>[x](y), [z]: w, a[0]</p>`, `\[x\](y), \[z]: w, a\[0]`, "no links by chance"},
		{`<p>C:\dir\*x \ y</p>`, `C:\dir\\\*x \ y`, "a backslash counts before a sign alone"},
		{`<p># a</p><p>#a</p><p>- a</p><p>-a</p><p>12. a</p><p>12.a</p><p>> a</p><p>: a</p>`, "\\# a\n\n#a\n\n\\- a\n\n-a\n\n12\\. a\n\n12.a\n\n\\> a\n\n\\: a", "beginnings of blocks"},
		{`<p>a<br>===<br>---<br>b</p>`, "a  \n\\===  \n\\---  \nb", "lines that would make a heading of the one before"},
		{`<p>a<br></p><p><br>b</p>`, "a\n\nb", "a break at an end is none"},
		{`<p>Great!<a href="https://a.example/">link</a></p>`, `Great\![link](https://a.example/)`, "no picture by chance"},
		{`<p>漢字<strong>「強調」</strong>です</p>`, `漢字<strong>「強調」</strong>です`, "marks would not be read here"},
		{`<p><em>a</em><em>b</em>, <strong><em>c</em></strong></p>`, `*a*<em>b</em>, ***c***`, "two emphases side by side would be one"},
		{`<p><em>a <strong>b.</strong></em></p><p>x <strong><em>(c)</em></strong> y</p><p><em><strong>d!</strong></em>.</p>`, "*a **b.***\n\nx ***(c)*** y\n\n*<strong>d!</strong>*.", "marks side by side are one run"},
		{"<p><code>a`b</code> <code>x</code><code>y</code></p>", "``a`b`` `x`<code>y</code>", "code side by side too"},
		{`<p><a href="https://a.example/a_(b)">x</a> <a href="https://a.example/)">y</a></p>`, `[x](https://a.example/a_(b)) [y](<https://a.example/)>)`, "parentheses in addresses"},
		{`<p><a href="javascript:alert(1)">x</a><img src="data:image/png,x" alt="y"></p>`, `x`, "schemes that may not be"},
		{`<p><img src="https://a.example/i.png" alt="a [b] c"></p>`, `![a \[b\] c](https://a.example/i.png)`, "brackets in alt text"},
		{`<h2>Learn C#</h2><h3>Rule #</h3>`, "## Learn C#\n\n### Rule \\#", "a sign that would close the heading"},
		{`<ul><li>a<ol start="3"><li>b</li></ol></li></ul>`, "- a\n\n  3. b", "no list but one from 1 may follow a text without a blank line"},
		{`<ul><li>a</li></ul><ul><li>b</li></ul>`, "- a\n\n* b", "two lists stay two"},
		{`<ol start="9"><li>a</li><li>b<p>c</p></li></ol>`, "9. a\n\n10. b\n\n    c", "items with paragraphs, as far in as their mark is wide"},
		{`<ul><li><pre><code class="language-go">a

	b</code></pre></li></ul>`, "- ```go\n  a\n\n  \tb\n  ```", "code in a list, its indentation kept"},
		{"<pre><code>a\n```\nb</code></pre>", "````\na\n```\nb\n````", "code with a fence in it"},
		{`<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>`, "> a\n>\n> > b", "quotes in quotes"},
		{`<table><caption>c</caption><tr><th>a</th><th>b</th></tr><tr><td rowspan="2">1</td><td>2|3</td></tr><tr><td>4<br>5</td></tr></table>`,
			"c\n\n| a | b |\n|---|---|\n| 1 | 2\\|3 |\n|  | 4<br>5 |", "cells that are two rows high"},
		{`<table><tr><td>a<ul><li>b</li><li>c</li></ul></td><td><pre><code>d
 e|</code></pre></td></tr></table>`, "|  |  |\n|---|---|\n| a<br>- b<br>- c | `d`<br><code> e\\|</code> |", "blocks in a cell"},
		{`<table><tr><th>a</th></tr><tr><td>1</td></tr><caption>c</caption></table>`, "| a |\n|---|\n| 1 |\n\nc", "a caption at the end"},
		{`<dl><dt>a</dt><dd>b<br>c</dd><dd>d</dd><dt>e</dt><dd>f</dd></dl>`, "a\n:   b  \n    c\n:   d\n\ne\n:   f", "definitions"},
		{`<aside data-kind="tip"><p>Tip</p><ol start="2"><li>x</li></ol></aside>`, "> [!TIP]\n>\n> 2. x", "a note whose title is its kind"},
		{`<script>alert(1)</script><p onclick="x">a</p>`, "alert(1)\n\na", "what nobody knows is text"},
	} {
		got := markdownOf(parsed(t, tt.in))
		assert.Equal(t, tt.want, got, tt.reason)
	}
}

func TestFormulas(t *testing.T) {
	formula := func(tex, display string) *html.Node {
		n := node("math")
		n.Attr = []html.Attribute{{Key: "display", Val: display}}
		n.AppendChild(textNode(tex))
		p := node("p")
		p.AppendChild(n)
		root := node("div")
		root.AppendChild(p)
		return root
	}
	for _, tt := range []struct{ tex, display, want, reason string }{
		{`x^2`, "inline", `$x^2$`, "inside a text"},
		{`\sum_i x_i`, "block", `$$\sum_i x_i$$`, "on its own"},
		{`a<b`, "inline", `$a< b$`, "not read as an element, the same in TeX"},
		{`[x](javascript:alert(1))`, "inline", `$[x] (javascript:alert(1))$`, "nor as a link"},
		{"`a", "inline", `$\lq a$`, "nor as code"},
	} {
		assert.Equal(t, tt.want, markdownOf(formula(tt.tex, tt.display)), tt.reason)
	}
	assert.Equal(t, `<p><span class="math inline">\(a&lt;b\)</span></p>`, htmlOf(formula("a<b", "inline")))
}

func TestHTML(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{`<p onclick="x" class="y" id="z">a<script>b</script><b>c</b></p>`, `<p>abc</p>`, "what is not named is not written"},
		{`<p><a href="javascript:x">a</a> <a href="/b" target="_top">b</a></p>`, `<p><a>a</a> <a href="/b" rel="nofollow noopener">b</a></p>`, "addresses"},
		{`<p><img src="https://a.example/a.png" alt="&quot;><script>" width="12" height="-9" onerror="x"></p>`, `<p><img src="https://a.example/a.png" alt="&#34;&gt;&lt;script&gt;" width="12"/></p>`, "values"},
		{`<pre><code class="language-go evil">a</code></pre>`, `<pre><code>a</code></pre>`, "classes"},
		{`<ol start="3" reversed><li value="7" data-note="2">a</li></ol>`, `<ol start="3"><li value="7" id="fn-2">a</li></ol>`, "numbers and notes"},
		{`<aside data-kind="warning"><p>a</p></aside><aside data-kind="x"><p>a</p></aside>`, "<aside class=\"warning\"><p>a</p></aside>\n<aside><p>a</p></aside>", "kinds of notes"},
	} {
		assert.Equal(t, tt.want, htmlOf(parsed(t, tt.in)), tt.reason)
	}
}

// htmlOf and markdownOf are renderings without bounds.
func htmlOf(root *html.Node) string {
	s, _ := render.HTML(root, render.Bounds{})
	return s
}

func markdownOf(root *html.Node) string {
	s, _ := render.Markdown(root, render.Bounds{})
	return s
}
