package heuristics_test

import "testing"

func TestNeighbourLength(t *testing.T) {
	link := `<p><a href="/a">Another story of ours</a></p>`
	check(t, "neighbours", []row{
		{reason: "a line of dialogue in the text", page: prose + "<p>“No.”</p>" + prose, block: "“No.”", want: "between prose and prose"},
		{reason: "the last paragraph of a section", page: prose + "<p>And so on.</p><h2>Next</h2>", block: "And so", want: "between prose and a heading"},
		{reason: "an item in the midst of a menu", page: link + "<p>News</p>" + link, block: "News", want: "between links"},
		{reason: "the first of a menu behind the text", page: prose + "<p>News</p>" + link, block: "News", want: "between prose and links"},
		{reason: "subheadings in a row", page: "<h2>One</h2><h3>Two</h3><h4>Three</h4>", block: "Two", want: "between two headings"},
		{reason: "the page's ends count as short text", page: "<p>Alone</p>", block: "Alone", want: "between short texts"},
		{reason: "hidden text is no prose", page: times(9, prose) + "<p>Before</p><p>It</p><div hidden>" + prose + "</div>", block: "It", want: "between short texts"},
		{reason: "blind spot: a promo of a paragraph's length between paragraphs", page: prose + "<p>Sign up for the letter that tells you on Fridays what the week was about.</p>" + prose, block: "Sign up", want: "between prose and prose"},
	})
}
