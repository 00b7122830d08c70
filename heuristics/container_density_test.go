package heuristics_test

import "testing"

func TestContainerDensity(t *testing.T) {
	story := "<div><div><article>" + times(20, prose) + "</article></div></div>"
	menu := `<div><ul><li><a href="/a">Home</a></li><li><a href="/b">News</a></li><li><a href="/c">Sport</a></li></ul></div>`
	check(t, "parent-density", []row{
		{reason: "a text's paragraphs share a parent with much to read", page: story + menu, block: "harbour", want: "a text's words around, no links"},
		{reason: "a menu's items share one with few words, all in links", page: story + menu, block: "Home", want: "few words around, all links"},
		{reason: "a promo's box has little to read", page: "<div><h4>Join us</h4><p>One letter a week about boats and the people who mend them.</p></div>" + story, block: "One letter", want: "few words around, no links"},
		{reason: "blind spot: where everything shares one parent the menu is in the text", page: `<body><p><a href="/">Home</a></p>` + times(20, prose), block: "Home", want: "a text's words around, no links"},
		{reason: "plain text has no parent", page: "Home\n" + words(40) + ".", plain: true, block: "Home"},
	})
	check(t, "grandparent-density", []row{
		{reason: "the list's parent, two steps up from the item, is all links too", page: menu + story, block: "Home", want: "few words around, all links"},
		{reason: "beyond the article there is still only the story", page: story, block: "harbour", want: "a text's words around, no links"},
	})
	check(t, "section-density", []row{
		{reason: "four steps up from a menu item stands the page, with its story", page: menu + story, block: "Home", want: "a text's words around, no links"},
		{reason: "a page of menus has only links even there", page: menu + menu, block: "Home", want: "few words around, all links"},
	})
}
