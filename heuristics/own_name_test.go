package heuristics_test

import "testing"

func TestOwnName(t *testing.T) {
	site := func(name string) string { return `<meta property="og:site_name" content="` + name + `">` }
	check(t, "own-name", []row{
		{reason: "the copyright line", page: site("Harbour Post") + "<p>© Harbour Post</p>", block: "©", want: "the site's name in up to 5 words"},
		{reason: "an author box", page: site("Harbour Post") + "<p>Ines Quay writes for the Harbour Post and is also a sailor.</p>", block: "Ines", want: "the site's name in 6–15 words"},
		{reason: "in any case of letters", page: site("Harbour Post") + "<p>HARBOUR POST</p>", block: "HARBOUR", want: "the site's name in up to 5 words"},
		{reason: "a story does not name its paper", page: site("Harbour Post") + prose, block: "harbour", want: "no name of the site, 16–40 words"},
		{reason: "short lines without the name tell nothing", page: site("Harbour Post") + "<p>News</p>", block: "News"},
		{reason: "a name of three letters would be found everywhere", page: site("The") + "<p>The news</p>", block: "news"},
		{reason: "plain text does not say whose it is", page: "© Harbour Post", plain: true, block: "©"},
		{reason: "blind spot: a name that is a common word", page: site("Storm") + prose, block: "harbour", want: "the site's name in 16–40 words"},
	})
}
