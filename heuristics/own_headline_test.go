package heuristics_test

import "testing"

func TestOwnHeadline(t *testing.T) {
	card := `<div class="x"><h3><a href="/the-harbour-that-moved-away">The harbour that moved</a></h3><p>Stones went first.</p></div>`
	check(t, "own-headline", []row{
		{reason: "another story's headline heads this teaser", page: "<h1>Boats</h1>" + prose + card, block: "Stones", want: "under a linked headline in the same box"},
		{reason: "the teaser's headline", page: card, block: "The harbour that moved", want: "is a linked heading"},
		{reason: "the text", page: "<h1>Boats</h1>" + prose, block: "harbour", want: "under the page's headline"},
		{reason: "a section of the text", page: "<article><h1>Boats</h1>" + prose + "<h2>Twelve</h2><p>And so on.</p></article>", block: "And so", want: "under a plain heading in the same box"},
		{reason: "behind a run of cards, in no box of theirs", page: `<div><div><section><div><h3><a href="/the-harbour-that-moved-away">The harbour that moved</a></h3></div></section></div></div><div><div><div><p>Stones went first.</p></div></div></div>`,
			block: "Stones", want: "under a linked headline further out"},
		{reason: "the page's head", page: "<p>Home</p><h1>Boats</h1>", block: "Home", want: "under no heading"},
		{reason: "the page's headline is a heading too", page: "<h1>Boats</h1>", block: "Boats", want: "is a plain heading"},
		{reason: "plain text has no boxes", page: "Boats\n" + prosePlain, plain: true, block: "harbour"},
		{reason: "blind spot: a documentation page whose subheadings link to themselves", page: `<article><h1>Boats</h1><h2><a href="#twelve">Twelve</a></h2><p>And so on.</p></article>`, block: "And so", want: "under a linked headline in the same box"},
	})
}
