package heuristics_test

import "testing"

func TestTemplate(t *testing.T) {
	check(t, "template", []row{
		{reason: "the paragraphs of a text", page: "<article>" + times(9, prose) + "</article>", block: "harbour", want: "many, very long, no links"},
		{reason: "the items of a menu", page: "<ul>" + times(9, `<li><a href="/a">News</a></li>`) + "</ul>", block: "News", want: "many, short, links"},
		{reason: "the lines of cards, though each stands in a box of its own", page: times(3, card), block: "Stones", want: "a few, short, no links"},
		{reason: "a line like no other", page: prose + `<p class="x">Foot</p>`, block: "Foot", want: "alone, short, no links"},
		{reason: "the class of the parent tells them apart too", page: `<div class="a"><p>Once a week</p></div><div class="b">` + times(9, prose) + "</div>", block: "Once", want: "alone, short, no links"},
		{reason: "plain text has no templates", page: "News", plain: true, block: "News"},
		{reason: "blind spot: a site that gives everything the same class", page: times(9, prose) + "<p>Foot</p>", block: "Foot", want: "many, long, no links"},
	})
}

func TestTemplateProse(t *testing.T) {
	check(t, "template-prose", []row{
		{reason: "the largest family of prose is the text", page: "<article>" + times(9, prose) + "</article>", block: "harbour", want: "prose of this shape is most of the page"},
		{reason: "labels", page: "<article>" + times(9, prose) + "</article><div>Foot</div>", block: "Foot", want: "no prose of this shape"},
		{reason: "one standfirst", page: "<article>" + times(9, prose) + `</article><p class="dek">The end came ` + words(20) + ".</p>", block: "The end", want: "one paragraph of this shape"},
		{reason: "plain text has no templates", page: "News", plain: true, block: "News"},
		{reason: "blind spot: comments of many paragraphs are as large a family", page: "<article>" + times(3, prose) + `</article><ol><li>` + times(9, "<p>I was there "+words(20)+".</p>") + "</li></ol>", block: "I was", want: "prose of this shape is most of the page"},
	})
}
