package heuristics_test

import "testing"

func TestLinkDensity(t *testing.T) {
	check(t, "link-density", []row{
		{reason: "a menu item", page: `<li><a href="/a">Local news</a></li>`, block: "Local", want: "all in one link"},
		{reason: "a menu in one line", page: `<p><a href="/a">News</a> <a href="/b">Sport</a></p>`, block: "News", want: "all in links"},
		{reason: "separators between links are no words", page: `<p><a href="/a">News</a> | <a href="/b">Sport</a> ·</p>`, block: "News", want: "all in links"},
		{reason: "prose with a link", page: `<p>The harbour master counted <a href="/a">the boats</a> twice before the storm came in that night, as the rules of the port ask.</p>`, block: "harbour", want: "under a tenth in links"},
		{reason: "old pages mark places with <a name>, which counts as a link", page: `<p><a name="top">The</a> harbour master counted his boats twice that night</p>`, block: "harbour", want: "a tenth to a fifth in links"},
		{reason: "a link that holds blocks counts in each", page: `<a href="/a"><h3>The harbour that moved</h3><p>Stones went first.</p></a>`, block: "Stones", want: "all in one link"},
		{reason: "Chinese link text is measured like the rest", page: `<p>渡轮周一恢复<a href="/a">运营</a></p>`, block: "渡轮", want: "a fifth to a third in links"},
		{reason: "no links", page: prose, block: "harbour", want: "no links"},
		{reason: "plain text cannot tell", page: "Local news", plain: true, block: "Local"},
		{reason: "blind spot: a link list that is the article", page: `<article><h1>Nine ports to read about</h1><ul><li><a href="/a">Aldmouth, where it began</a></li></ul></article>`, block: "Aldmouth", want: "all in one link"},
	})
}

func TestLinkedLength(t *testing.T) {
	check(t, "linked-length", []row{
		{reason: "a menu item", page: `<li><a href="/a">News</a></li>`, block: "News", want: "1–2 words in one link"},
		{reason: "a teaser", page: `<li><a href="/a">The harbour that moved three miles in one winter night</a></li>`, block: "moved", want: "7–14 words in one link"},
		{reason: "a label", page: "<p>Opening hours today</p>", block: "Opening", want: "3–6 words, no link"},
		{reason: "prose", page: prose, block: "harbour", want: "15–40 words, no link"},
		{reason: "a breadcrumb trail", page: `<p><a href="/a">Home</a> › <a href="/b">News</a> › <a href="/c">Local</a></p>`, block: "Home", want: "3–6 words in several links"},
		{reason: "plain text cannot tell", page: "Local news", plain: true, block: "Local"},
		{reason: "blind spot: a byline that is one link looks like a menu item", page: `<p><a href="/staff/ines">Ines Quay</a></p>`, block: "Ines", want: "1–2 words in one link"},
	})
}
