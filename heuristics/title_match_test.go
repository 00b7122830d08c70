package heuristics_test

import "testing"

func TestTitleMatch(t *testing.T) {
	const head = `<title>The twelfth boat of Aldmouth | Harbour Post</title><meta property="og:title" content="The twelfth boat of Aldmouth">` +
		`<meta name="description" content="On the night of the storm eleven boats came home to the mole."><meta name="author" content="Ines Quay">`
	check(t, "title-match", []row{
		{reason: "the headline", page: head + "<h1>The twelfth boat of Aldmouth</h1>", block: "twelfth", want: "a heading that is the page's title"},
		{reason: "capitals and marks do not count", page: head + "<h1>THE TWELFTH BOAT OF “ALDMOUTH”</h1>", block: "TWELFTH", want: "a heading that is the page's title"},
		{reason: "a headline that is only a <div>", page: head + "<div>The twelfth boat of Aldmouth</div>", block: "twelfth", want: "a heading that is the page's title"},
		{reason: "the last crumb of the trail, above the headline", page: head + "<p>The twelfth boat of Aldmouth</p><h1>The twelfth boat of Aldmouth</h1>", block: "twelfth", want: "the page's title, not in a heading"},
		{reason: "a link to the page itself", page: head + `<p><a href="/a">The twelfth boat of Aldmouth</a></p><h1>The twelfth boat of Aldmouth!</h1>`, block: "twelfth", want: "a link that is the page's title"},
		{reason: "the headline again, in a box that says where the reader is", page: head + "<h1>The twelfth boat of Aldmouth</h1><p>You read: The twelfth boat of Aldmouth</p><p>The twelfth boat of Aldmouth.</p>", block: "Aldmouth.", want: "the title again"},
		{reason: "the standfirst is the description", page: head + "<h1>Boats</h1><p>On the night of the storm eleven boats came home to the mole.</p>", block: "On the night", want: "begins as the description does"},
		{reason: "the byline", page: head + "<p>By Ines Quay</p>", block: "Ines", want: "a short block with the author's name"},
		{reason: "the author box", page: head + "<p>Ines Quay has written about ships, storms and the people of the quay for twenty years.</p>", block: "Ines", want: "begins with the author's name"},
		{reason: "the author box, where the name is a link beside the headline", page: "<h1>Boats</h1><p>By <a href=\"/author/ines-quay\">Ines Quay</a></p><p>INES QUAY has written about ships, storms and the people of the quay for twenty years.</p>", block: "INES", want: "begins with the author's name"},
		{reason: "a photograph of hers", page: head + "<p>Among the pictures of the storm that Ines Quay took that night is one of the twelfth boat.</p>", block: "Among", want: "a longer block with the author's name"},
		{reason: "the first heading, though the title says otherwise", page: head + "<h1>Storm!</h1>", block: "Storm", want: "the h1, though not the title"},
		{reason: "prose", page: head + prose, block: "harbour", want: "is nothing that metadata names"},
		{reason: "JSON-LD knows the headline too", page: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The twelfth boat of Aldmouth"}</script><h2>The twelfth boat of Aldmouth</h2>`,
			block: "twelfth", want: "a heading that is the page's title"},
		{reason: "the title in Japanese", page: "<title>渡し船が一週間ぶりに運航再開｜港新聞</title><h1>渡し船が一週間ぶりに運航再開</h1>", block: "渡し船", want: "a heading that is the page's title"},
		{reason: "blind spot: a teaser for the story itself", page: head + `<h1>The twelfth boat of Aldmouth</h1>` + prose + `<h3><a href="/a">The twelfth boat of Aldmouth!</a></h3>`, block: "Aldmouth!", want: "a link that is the page's title"},
	})
}
