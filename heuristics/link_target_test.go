package heuristics_test

import "testing"

func TestLinkTarget(t *testing.T) {
	link := func(href, more string) string { return `<p><a href="` + href + `" ` + more + `>Some words</a></p>` }
	check(t, "link-target", []row{
		{reason: "rel=author, whatever the address", page: link("/u/17", `rel="author"`), block: "Some", want: "leads to an author's page"},
		{reason: "an address of authors", page: link("https://example.com/author/ines-quay/", ""), block: "Some", want: "leads to an author's page"},
		{reason: "the same in German", page: link("/autor/ines-quay", ""), block: "Some", want: "leads to an author's page"},
		{reason: "a path segment, not a part of one: authority is no author", page: link("/authority/", ""), block: "Some", want: "leads to another page of the site"},
		{reason: "a tag", page: link("/tag/ferries", `rel="tag"`), block: "Some", want: "leads to a tag or category page"},
		{reason: "a share service", page: link("https://www.facebook.com/sharer/sharer.php?u=x", ""), block: "Some", want: "leads to a share service"},
		{reason: "the privacy page", page: link("/privacy-policy", ""), block: "Some", want: "leads to legal pages"},
		{reason: "sign-up", page: link("/subscribe?from=top", ""), block: "Some", want: "leads to sign-in, sign-up or cart"},
		{reason: "mail", page: link("mailto:desk@example.com", ""), block: "Some", want: "opens mail or telephone"},
		{reason: "a jump list", page: link("#boats", ""), block: "Some", want: "jumps within the page"},
		{reason: "a button in disguise", page: link("javascript:void(0)", ""), block: "Some", want: "runs a script"},
		{reason: "a slug of five words is a story", page: link("/2024/the-harbour-that-moved-away", ""), block: "Some", want: "leads to a story"},
		{reason: "a long number as well", page: link("/news/article/4711234.html", ""), block: "Some", want: "leads to a story"},
		{reason: "a section of the site", page: link("/news/", ""), block: "Some", want: "leads to another page of the site"},
		{reason: "another host", page: link("https://elsewhere.example/", ""), block: "Some", want: "leads elsewhere"},
		{reason: "prose that links to a tag page is judged as prose with a link", page: `<p>The harbour master counted the <a href="/tag/boats">boats</a> twice before the storm came in that night, as the rules of the port ask of her.</p>`, block: "harbour", want: "leads elsewhere, and is long"},
		{reason: "prose that cites another story", page: `<p>The harbour master counted <a href="/the-harbour-that-moved-away">the boats</a> twice before the storm came in that night, as the rules of the port ask of her.</p>`, block: "harbour", want: "leads to stories, and is long"},
		{reason: "no link at all", page: prose, block: "harbour"},
		{reason: "blind spot: a story whose address is a short number", page: link("/?p=12", ""), block: "Some", want: "leads to another page of the site"},
	})
}
