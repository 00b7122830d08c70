package heuristics_test

import "testing"

func TestSeparators(t *testing.T) {
	check(t, "separators", []row{
		{reason: "a menu in one line", page: "<p>News | Sport | Culture</p>", block: "News", want: "several strokes"},
		{reason: "a byline", page: "<p>Ines Quay | 12 May</p>", block: "Ines", want: "a stroke"},
		{reason: "breadcrumbs", page: "<p>Home › News › Local</p>", block: "Home", want: "several dots or arrows between words"},
		{reason: "a reading time", page: "<p>12 May · 4 min</p>", block: "May", want: "a dot or arrow between words"},
		{reason: "an address, its lines broken", page: "<p>Harbour Post<br>2 Quay Street<br>Aldmouth<br>AL1</p>", block: "Post", want: "many line breaks"},
		{reason: "two lines", page: "<p>Harbour Post<br>Aldmouth</p>", block: "Post", want: "line breaks"},
		{reason: "nothing parts the words", page: "<p>Opening hours</p>", block: "Opening"},
		{reason: "a long block is prose, whatever strokes it has", page: "<p>" + words(45) + " | " + words(5) + "</p>", block: "lorem"},
		{reason: "blind spot: code", page: "<pre>a / b / c</pre>", block: "a /", want: "several strokes"},
	})
}
