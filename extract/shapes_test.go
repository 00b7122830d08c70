package extract_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// TestShapes holds what becomes, in Markdown, of shapes that pages are written
// in by editors and generators.
func TestShapes(t *testing.T) {
	for _, tt := range []struct{ page, want, reason string }{
		{`<p><b>W</b><strong>ord</strong> and <i>half</i><i> a</i> line`, "**Word** and *half* *a* line", "emphasis that an editor has cut in two is one, but for a space between"},
		{`<p><sup>1</sup><sup>2</sup>`, "<sup>1</sup><sup>2</sup>", "two raised numbers are two"},

		{`<h2 id=a><a href="#a">Tides</a></h2>`, "## Tides", "a heading is no link to itself"},
		{`<h2 id=a><a href="https://harbour.example/log#a">Tides</a></h2>`, "## Tides", "be it by the page's whole address"},
		{`<h2><a href="/tides#a">Tides</a></h2>`, "## [Tides](https://harbour.example/tides#a)", "but to another page"},
		{"<h2>Tides <a href='#a'>\uf0c1</a></h2>", "## Tides", "a sign that only the page's font has is no text"},
		{`<h2 id=a><a href="#a">Tides<img src="/share.svg" alt="share"></a></h2>`, "## Tides", "the sign is a picture"},
		{`<details><summary><h3>When is it high?</h3></summary><p>At noon.</details>`, "### When is it high?\n\nAt noon.", "a question that folds its answer is a heading if it says so"},
		{`<details><summary>When is it high?</summary><p>At noon.</details>`, "When is it high?\n\nAt noon.", "and else a paragraph"},

		{`<table><thead><tr><td>Port<td>Depth</thead><tr><td>Ost<td>3 m</table>`, "| Port | Depth |\n|---|---|\n| Ost | 3 m |", "what stands in the head of a table is headings"},
		{`<table><tr><td><b>Port</b><td><p><b>Depth</b><tr><td>Ost<td>3 m</table>`, "| **Port** | **Depth** |\n|---|---|\n| Ost | 3 m |", "what is in bold above what is not, too"},
		{`<table><tr><td><b>Port</b><td>Ost<tr><td><b>Depth</b><td>3 m</table>`, "|  |  |\n|---|---|\n| **Port** | Ost |\n| **Depth** | 3 m |", "names of rows are not"},
		{`<table><tr><th>Port<td>Ost<tr><th>Depth<td>3 m</table>`, "|  |  |\n|---|---|\n| Port | Ost |\n| Depth | 3 m |", "nor if they are marked up as such"},
		{`<table><tr><td>In metres<th>Spring<th>Neap<tr><th>Ost<td>3<td>2</table>`, "| In metres | Spring | Neap |\n|---|---|---|\n| Ost | 3 | 2 |", "a corner may say what the cells are"},

		{`<p>Quay.<p><img src="data:image/gif;base64,R0=" nitro-lazy-src="/quay.jpg" nitro-lazy-srcset="/quay-2.jpg 2x"><p>Pier.`, "Quay.\n\n![](https://harbour.example/quay-2.jpg)\n\nPier.", "pictures that any script loads late"},
		{`<p>Quay.<p><img src="/img/placeholder.svg" data-delay-src="/quay.jpg?w=9"><p>Pier.`, "Quay.\n\n![](https://harbour.example/quay.jpg?w=9)\n\nPier.", "by whatever attribute"},
		{`<p>Quay.<p><img src="/quay.jpg" data-zoom-src="/zoom.jpg"><p>Pier.`, "Quay.\n\n![](https://harbour.example/quay.jpg)\n\nPier.", "which is not asked where the picture is there"},
		{`<p>Quay.<p><img src="" data-share-url="/quay/"><p>Pier.`, "Quay.\n\nPier.", "nor if it is no picture's"},

		{`<div class="admonition tip"><p><b>Tip</b><br>Mind the gap.</div>`, "> [!TIP]\n> Mind the gap.", "a note's title in its first line"},
		{`<div class="notecard note"><p><strong>Note:</strong> Mind <i>the</i> gap.<p>And the step.</div>`, "> [!NOTE]\n> Mind *the* gap.\n>\n> And the step.", "or before its first sentence"},
		{`<div class="admonition note"><p><strong>Note</strong> the gap.</div>`, "> [!NOTE]\n> **Note** the gap.", "but not a word of the sentence"},
		{`<div class="admonition admonition-the-gap"><p class="admonition-title">The gap</p><p>Mind it.</div>`, "> [!NOTE]\n> The gap\n>\n> Mind it.", "a note with a title of its own"},

		{`<div><div><span>go</span></div><pre class="language-go">x := 1</pre></div>`, "```go\nx := 1\n```", "the language is said once"},
		{`<p>Go</p><pre>x := 1</pre>`, "Go\n\n```\nx := 1\n```", "if it is said at all"},

		{`<p>Quay.<p><img src="/quay.jpg">At noon.<p>Pier.`, "Quay.\n\n![](https://harbour.example/quay.jpg) At noon.\n\nPier.", "a text begins behind a picture, not in its line's middle"},
		{`<p><img src="/a.png"><img src="/b.png">Hoist <img src="/flag.png">, then go.<p>Pier.`, "![](https://harbour.example/a.png) ![](https://harbour.example/b.png) Hoist ![](https://harbour.example/flag.png), then go.\n\nPier.", "one within a line stands as it stands"},
		{`<p>Calm <img src="/smile.png" alt="🙂">, at last <img src="/wink.gif" alt=";)">. <img src="/star.gif" alt="-">x`, "Calm 🙂, at last ;). ![-](https://harbour.example/star.gif)x", "smileys are text"},
		{`<p>See <a href="/a">h</a><a href="/a">ere</a>, <a href="/a">here</a><a href="/b">there</a>.`, "See [here](https://harbour.example/a), [here](https://harbour.example/a) [there](https://harbour.example/b).", "a link that an editor has cut in two"},

		{`<p>Low<a href="https://harbour.example/log#fn-1">1</a> tide.<div class="footnote"><a id="fn-1" href="https://harbour.example/log#a-1">1</a><div><p>At six.<p>Or so.</div></div>`, "Low[^1] tide.\n\n[^1]: At six.\n\n    Or so.", "notes in boxes"},
		{`<p>Low <a href="#id3">[1]</a> tide.<aside class="footnote"><aside class="footnote" id="id3"><span class="label"><span>[</span><a href="#id1">1</a><span>]</span></span><p>At six.</aside></aside>`, "Low [^1] tide.\n\n[^1]: At six.", "as documentation generators write them"},
		{`<p>Low<a href="#_ftn1" name="_ftnref1">[1]</a> and high<a href="#_ftn2" name="_ftnref2">[2]</a>.<p><a href="#_ftnref1" name="_ftn1">[1]</a> At six.<p><a href="#_ftnref2" name="_ftn2">[2]</a> At noon.`, "Low[^1] and high[^2].\n\n[^1]: At six.\n\n[^2]: At noon.", "as word processors do"},
		{`<p>Low tide.<p><a href="#_ftnref3" name="_ftn3">[3]</a> At six.`, "Low tide.\n\n3. At six.", "a note that nothing refers to keeps its number"},
		{`<p><a href="#s1">1</a> Tides<p><a href="#s2">2</a> Winds`, "[1](https://harbour.example/log#s1) Tides\n\n[2](https://harbour.example/log#s2) Winds", "a list of sections is no list of notes"},
	} {
		var e extract.Extractor
		r, err := e.FromBytes([]byte(tt.page), extract.Source{URL: "https://harbour.example/log"})
		require.NoError(t, err)
		got, err := r.Markdown(extract.Rendering{Keep: heuristics.Roles()})
		require.NoError(t, err)
		assert.Equal(t, tt.want, got, tt.reason)
	}
}
