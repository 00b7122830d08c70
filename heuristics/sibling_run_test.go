package heuristics_test

import "testing"

const card = `<div class="c"><img src=a><h3><a href="/the-harbour-that-moved-away">The harbour that moved</a></h3><p>Stones went first.</p></div>`

func TestSiblingRun(t *testing.T) {
	check(t, "sibling-run", []row{
		{reason: "a row of cards", page: "<section>" + times(3, card) + "</section>", block: "Stones", want: "few boxes with headings, links and pictures"},
		{reason: "a long one", page: "<section>" + times(6, card) + "</section>", block: "Stones", want: "many boxes with headings, links and pictures"},
		{reason: "two are no run", page: "<section>" + times(2, card) + "</section>", block: "Stones", want: "in no run of boxes"},
		{reason: "classes that differ by a number are the same: post-1, post-2", page: `<div class="p-1"><h3>A</h3><p>One line</p></div><div class="p-2"><h3>B</h3><p>Two</p></div><div class="p-3"><h3>C</h3><p>Three</p></div>`,
			block: "One line", want: "few boxes with headings"},
		{reason: "boxes of other classes are no run", page: `<div class="a"><h3>A</h3><p>One line</p></div><div class="b"><h3>B</h3><p>Two</p></div><div class="c"><h3>C</h3><p>Three</p></div>`,
			block: "One line", want: "in no run of boxes"},
		{reason: "the paragraphs of a text are siblings, not boxes", page: "<article>" + times(8, prose) + "</article>", block: "harbour", want: "in no run of boxes"},
		{reason: "comments", page: "<ol>" + times(6, "<li><p>Ines Quay</p><p>I was there that night.</p></li>") + "</ol>", block: "I was", want: "many boxes of plain text"},
		{reason: "a menu: each item one link", page: "<ul>" + times(6, `<li><a href="/a">News</a></li>`) + "</ul>", block: "News", want: "many boxes with links"},
		{reason: "forum posts are long", page: times(6, "<div><p>Ines</p>"+times(6, prose)+"</div>"), block: "harbour", want: "many long boxes"},
		{reason: "plain text has no boxes", page: "Stones went first.", plain: true, block: "Stones"},
		{reason: "blind spot: a text cut into sections of one class", page: times(3, `<section class="s"><h2>Boats</h2><p>And so on.</p></section>`), block: "And so", want: "few boxes with headings"},
	})
}

func TestRunShape(t *testing.T) {
	check(t, "run-shape", []row{
		{reason: "cards of a headline and a line", page: "<section>" + times(3, card) + "</section>", block: "Stones", want: "boxes of up to 8 words, many links"},
		{reason: "a menu", page: "<ul>" + times(6, `<li><a href="/a">News</a></li>`) + "</ul>", block: "News", want: "boxes of up to 8 words, all links"},
		{reason: "comments", page: times(4, "<div><p>Ines Quay</p>"+prose+"</div>"), block: "harbour", want: "boxes of up to 60 words, no links"},
		{reason: "in no run", page: prose, block: "harbour"},
		{reason: "blind spot: comments as short as teasers", page: times(4, `<div><p><a href="/u/7">Ines</a></p><p>I was there.</p></div>`), block: "I was", want: "boxes of up to 8 words, many links"},
	})
}
