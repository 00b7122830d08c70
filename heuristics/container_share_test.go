package heuristics_test

import "testing"

func TestContainerShare(t *testing.T) {
	story := "<main><article>" + times(20, prose) + "</article></main>"
	box := "<aside><div><div><div><p>Two words</p><p>more here</p></div></div></div></aside>"
	check(t, "container-share", []row{
		{reason: "the text's container holds most of the page", page: story + box, block: "harbour", want: "most of the page around and further out"},
		{reason: "a box deep in a side column holds hardly anything", page: story + box, block: "Two words", want: "hardly anything of the page around"},
		{reason: "a box right in the story holds little, the story around it much", page: "<article>" + times(6, prose) + "<div><div><p>Two words</p></div></div></article>", block: "Two words", want: "hardly anything near, most further out"},
		{reason: "blind spot: comments longer than the story", page: "<article>" + prose + "</article><div id=comments>" + times(20, prose) + "<p>Last word.</p></div>", block: "Last word", want: "most of the page around and further out"},
		{reason: "plain text has no containers", page: words(30) + ".", plain: true, block: "lorem"},
	})
}
