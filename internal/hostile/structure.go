package hostile

import "strings"

// deep is how many elements are nested, at least: the parser gives up at 512.
const deep = 600

func depth(size int) (list []Document) {
	for _, d := range []struct{ name, open, close string }{
		{"div", "<div>", "</div>"},
		{"span", "<span>", "</span>"},
		{"list", "<ul><li>", "</li></ul>"},
		{"table", "<table><tr><td>", "</td></tr></table>"},
		{"quote", "<blockquote>", "</blockquote>"},
		{"section", "<section>", "</section>"},
		{"unknown element", "<x-box>", "</x-box>"},
		{"definitions", "<dl><dd>", "</dd></dl>"},
		{"bold", "<b>", "</b>"},
		{"fonts", "<font size=2>", "</font>"},
		{"mixed", "<div><span><em>", "</em></span></div>"},
		{"details", "<details>", "</details>"},
		{"object", "<object>", "</object>"},
		{"ruby", "<ruby>", "</ruby>"},
	} {
		n := max(deep, times(size, d.open+d.close))
		damage := strings.Repeat(d.open, n) + "in the deep" + strings.Repeat(d.close, n)
		list = append(list, around("depth", d.name, damage, true)...)
	}
	n := max(deep, times(size, "<div>"))
	list = append(list,
		Document{Group: "depth", Name: "article in the deep", Data: []byte(page(strings.Repeat("<div>", n), strings.Repeat("</div>", n))), Article: paragraphs, Partial: true},
		Document{Group: "depth", Name: "never closed, after", Data: []byte(page("", strings.Repeat("<div>", n))), Article: paragraphs, Partial: true},
		Document{Group: "depth", Name: "SVG", Data: []byte(page("<svg>"+strings.Repeat("<g>", n)+strings.Repeat("</g>", n)+"</svg>", "")), Article: paragraphs, Partial: false},
		Document{Group: "depth", Name: "below what the parser takes", Data: []byte(page(strings.Repeat("<div>", 400), strings.Repeat("</div>", 400))), Article: paragraphs, Partial: true},
		Document{Group: "depth", Name: "inside noscript", Data: []byte(page("<noscript>"+strings.Repeat("<div>", n)+"x</noscript>", "")), Article: paragraphs},
	)
	return list
}

func width(size int) (list []Document) {
	for _, d := range []struct{ name, format string }{
		{"words in paragraphs", "<p>w%d</p>"},
		{"empty boxes", "<div id=b%d></div>"},
		{"items", "<li>item %d"},
		{"links", "<a href=/p/%d>link</a> "},
		{"paragraphs of links", "<p><a href=/story-%d>Read the whole story</a></p>"},
		{"classes", "<div class=\"c%d box\">x</div>"},
		{"pictures", "<img src=/i/%d.png alt=x>"},
		{"line breaks", "line %d<br>"},
		{"headings", "<h2>Heading %d</h2>"},
		{"spans", "<span>s%d</span>"},
		{"options", "<option>o%d"},
		{"comments", "<!-- %d -->"},
		{"fields", "<input name=f%d>"},
		{"hidden", "<p hidden>w%d</p>"},
		{"teasers", "<div class=teaser><h3><a href=/s/%d>A teaser of a story</a></h3><p>With a line of text to go with it.</p></div>"},
		{"pictures twice", "<img data-src=/i/%d.png><noscript><img src=/i/%[1]d.png></noscript>"},
		{"readers' comments", "<div class=comment><p>I read this %d times and I still do not agree with the author.</p></div>"},
	} {
		damage := numbered(size, d.format)
		if d.name == "options" {
			damage = "<select>" + damage + "</select>"
		}
		list = append(list, around("width", d.name, damage, false)...)
	}
	for _, d := range []struct{ name, open, format, close string }{
		{"authors in authors", "<div itemprop=author>", "<i>x%d</i> ", "</div>"},
		{"names in posts in posts", `<div itemscope itemprop=comment itemtype="https://schema.org/Comment">`, "<b itemprop=name>n%d</b> ", "</div>"},
		{"formulas without a formula", "<span class=katex>", "x%d<br><br>", "</span>"},
		{"numbers of lines", `<span class="line-numbers">`, "%d ", "</span>"},
	} {
		const inside = 150 // elements, one in the other, of which each may be looked through
		damage := strings.Repeat(d.open, inside) + numbered(size, d.format) + "end" + strings.Repeat(d.close, inside)
		list = append(list, around("width", d.name, damage, false)...)
	}
	list = append(list, Document{Group: "width", Name: "without scripts, and without text", Data: []byte("<body>" + numbered(size, "<noscript><p>w%d</noscript>"))})
	cells := "<table>" + numbered(size, "<tr><td>c%d<td>x") + "</table>"
	row := "<table><tr>" + numbered(size, "<td>c%d") + "</table>"
	list = append(list, around("width", "rows", cells, false)...)
	list = append(list, around("width", "cells", row, false)...)
	return list
}

func storms(size int) (list []Document) {
	for _, d := range []struct{ name, markup string }{
		{"adoption: paragraphs in links", "<a><p>x</a></p>"},
		{"adoption: boxes in bold", "<b><div>x</b></div>"},
		{"adoption: three deep", "<b><i><u><div>x</b></i></u></div>"},
		{"adoption: links in links", "<a>x<a>y</a></a>"},
		{"foster: elements in tables", "<table><b>x</b></table>"},
		{"foster: boxes in rows", "<table><tr><div>x</div></table>"},
		{"tables in tables, not in cells", "<table><table></table></table>"},
		{"crossed", "<i><b>x</i></b>"},
		{"paragraphs in paragraphs", "<p>x<p>y</p></p>"},
		{"headings in headings", "<h1>x<h2>y</h1>"},
		{"forms in forms", "<form>x</form><form>"},
		{"buttons in buttons", "<button>x<button>y</button>"},
		{"items everywhere", "<li>x<div><li>y</div>"},
		{"definitions everywhere", "<dd>x<dt>y<div><dd>z</div>"},
		{"ends of paragraphs", "</p>"},
		{"ends of lines", "</br>"},
		{"nobr", "<nobr>x<nobr>y</nobr>"},
		{"ruby", "<ruby>x<rt>y<rp>z</ruby>"},
		{"SVG and back", "<svg><g><p>x</p>"},
		{"MathML", "<math><mi>x<p>y</p></math>"},
		{"templates", "<template><p>x</template>"},
		{"declarations", "<!DOCTYPE html><?php x ?><![CDATA[y]]>"},
		{"odd comments", "<!-->x<!--->y<!-- -- -->z<!x>"},
		{"quotes in tags", `<p title="a>b" class='c"d'>x</p>`},
		{"attributes without end", `<p a=b"c d='e f=">g' h>x</p>`},
		{"angle brackets", "a < b > c <> </> <3 <<p>x</p>"},
		{"lists in lists", strings.Repeat("<ol><li>x", 60) + strings.Repeat("</ol>", 60)},
		{"lists in lists with nothing else", strings.Repeat("<ol><li>", 30) + "x" + strings.Repeat("</ol>", 30)},
		{"lists in lists with a text", strings.Repeat("<ol><li>", 30) + strings.Repeat("The boat came in. ", 4) + strings.Repeat("</ol>", 30)},
		{"brackets, and lists in bold", "<<b><ul>"},
		{"slashes", "<p/ / /class=x / >x</p/>"},
	} {
		list = append(list, around("storm", d.name, repeated(size, d.markup), false)...)
	}
	for _, d := range []struct{ name, markup string }{
		{"unclosed comment", "<!-- "},
		{"unclosed script", "<script>var a = '<p>';"},
		{"unclosed style", "<style>p { color: red }"},
		{"unclosed textarea", "<textarea>"},
		{"unclosed title", "<title>"},
		{"unclosed select", "<select>"},
		{"unclosed tag", "<p class="},
		{"unclosed quote", `<p class="x`},
		{"plaintext", "<plaintext>"},
		{"frameset", "<frameset><frame>"},
		{"unclosed everything", "<table><tr><td><ul><li><b><a href=x><div><form><select><option>"},
	} {
		list = append(list, Document{Group: "storm", Name: d.name, Data: []byte(page("", d.markup+" rest")), Article: paragraphs})
	}
	bare := "<h1>" + headline + "<p>" + strings.Join(paragraphs, "<p>")
	return append(list,
		Document{Group: "storm", Name: "nothing closed", Data: []byte("<title>" + headline + "</title><body>" + bare), Article: paragraphs},
		Document{Group: "storm", Name: "no tags but paragraphs", Data: []byte(bare), Article: paragraphs},
		Document{Group: "storm", Name: "everything closed twice", Data: []byte(strings.ReplaceAll(page("", ""), "</p>", "</p></p></div></b></article>")), Article: paragraphs},
		Document{Group: "storm", Name: "in bold that is never closed", Data: []byte(page("<b><i><font color=red>", "")), Article: paragraphs},
		Document{Group: "storm", Name: "in a cell of no table", Data: []byte(page("<td><tr><tbody>", "</td>")), Article: paragraphs},
		Document{Group: "storm", Name: "in a form in a table", Data: []byte(page("<table><form><tr><td>", "</form></table>")), Article: paragraphs},
	)
}
