package heuristics_test

import "testing"

func TestParagraphShape(t *testing.T) {
	check(t, "paragraph-shape", []row{
		{reason: "prose", page: prose, block: "harbour", want: "a <p> of 15–40 words"},
		{reason: "a label", page: "<p>News</p>", block: "News", want: "a <p> of 1–5 words"},
		{reason: "a menu item", page: "<ul><li>News</li></ul>", block: "News", want: "an <li> of 1–5 words"},
		{reason: "a step of a recipe", page: "<ol><li>" + words(20) + ".</li></ol>", block: "lorem", want: "an <li> of 15–40 words"},
		{reason: "a paragraph in a list item is a paragraph", page: "<ul><li>" + prose + "</li></ul>", block: "harbour", want: "a <p> of 15–40 words"},
		{reason: "a headline", page: "<h1>The twelfth boat was still out at night</h1>", block: "twelfth", want: "a heading of 6–14 words"},
		{reason: "a cell of the nineties", page: "<table><tr><td>" + words(50) + ".</td></tr></table>", block: "lorem", want: "a cell of over 40 words"},
		{reason: "other tags have no shape of their own", page: "<blockquote>News</blockquote>", block: "News"},
		{reason: "plain text has no tags", page: "News", plain: true, block: "News"},
		{reason: "blind spot: a page made of <div> only", page: "<div>" + words(50) + ".</div>", block: "lorem", want: "a <div> of over 40 words"},
	})
}
