package heuristics_test

import "testing"

func TestHeadingLevel(t *testing.T) {
	link := `<p><a href="/a">The harbour that moved</a></p>`
	check(t, "heading", []row{
		{reason: "a subheading of the story", page: "<h2>Boats</h2>" + prose, block: "Boats", want: "h2 or h3 over prose"},
		{reason: "the headline with a byline between it and the text", page: "<h1>Boats</h1><p>By Ines Quay</p>" + prose, block: "Boats", want: "h1 over prose"},
		{reason: "over a list of teasers", page: "<h3>Boats</h3>" + link + link, block: "Boats", want: "h2 or h3 over links"},
		{reason: "a label in the footer", page: "<h4>Boats</h4><p>Aldmouth 12</p>", block: "Boats", want: "h4 to h6 over short text"},
		{reason: "a section's heading over that of its first part", page: "<h2>Boats</h2><h3>Small ones</h3>" + prose, block: "Boats", want: "h2 or h3 over another heading"},
		{reason: "at the very end it heads nothing", page: prose + "<h6>Boats</h6>", block: "Boats", want: "h4 to h6 over short text"},
		{reason: "inline markup in a heading does not hide it", page: `<h2><span><a href="/a">Boats</a></span></h2>` + prose, block: "Boats", want: "h2 or h3 over prose"},
		{reason: "no heading by markup", page: "<p><b>Boats</b></p>" + prose, block: "Boats"},
		{reason: "plain text has no levels", page: "Boats\n" + prosePlain, plain: true, block: "Boats"},
		{reason: "blind spot: a section of the story that begins with links", page: "<h2>Boats</h2>" + link + prose, block: "Boats", want: "h2 or h3 over links"},
	})
}
