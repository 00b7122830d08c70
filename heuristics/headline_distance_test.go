package heuristics_test

import "testing"

func TestHeadlineDistance(t *testing.T) {
	before := "<p>Site</p><p>Menu</p><p>Login</p><p>Weather</p>"
	p := before + "<h1>The twelfth boat</h1><p>A night at the mole</p>" + prose + times(12, "<p>Short</p>") + "<p>Foot</p>"
	check(t, "headline-distance", []row{
		{reason: "the page's head", page: p, block: "Site", want: "short, far before the headline"},
		{reason: "a label at the headline", page: p, block: "Weather", want: "short, just before the headline"},
		{reason: "the headline", page: p, block: "twelfth boat", want: "short, the headline"},
		{reason: "where standfirsts stand", page: p, block: "A night", want: "short, right behind the headline"},
		{reason: "the text", page: p, block: "harbour", want: "second or third behind the headline"},
		{reason: "the foot", page: p, block: "Foot", want: "short, 9 to 30 blocks behind the headline"},
		{reason: "a page without headline has no distances", page: "<h2>Boats</h2>" + prose, block: "Boats"},
		{reason: "the title finds a headline that is no h1", page: "<title>The twelfth boat of Aldmouth</title><h2>The twelfth boat of Aldmouth</h2><p>Next</p>", block: "Next", want: "short, right behind the headline"},
		{reason: "the first h1 is the logo, the one that the title names is the headline", page: "<title>The twelfth boat of Aldmouth</title><h1>Post</h1><h1>The twelfth boat of Aldmouth</h1>", block: "Post", want: "short, just before the headline"},
		{reason: "blind spot: a standfirst above the headline", page: prose + "<h1>The twelfth boat</h1>", block: "harbour", want: "just before the headline"},
	})
}
