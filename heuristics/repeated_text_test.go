package heuristics_test

import "testing"

func TestRepeatedText(t *testing.T) {
	check(t, "repeated-text", []row{
		{reason: "a button under each card", page: times(4, "<p>Read on</p>"), block: "Read on", want: "short, stands three times or more"},
		{reason: "a menu above and below", page: "<p>News</p>" + prose + "<p>News</p>", block: "News", want: "short, stands twice"},
		{reason: "prose stands once", page: prose, block: "harbour", want: "stands once"},
		{reason: "white space does not make texts differ", page: "<p>Read on</p><p> Read\n on </p>", block: "Read on", want: "short, stands twice"},
		{reason: "capitals do", page: "<p>Read on</p><p>READ ON</p>", block: "Read on", want: "short, stands once"},
		{reason: "text inside another block is not the same text", page: "<p>Read on</p><p>Read on here</p>", block: "Read on", want: "short, stands once"},
		{reason: "plain text repeats as well", page: "Read on\nRead on\nRead on", plain: true, block: "Read on", want: "short, stands three times or more"},
		{reason: "blind spot: the article twice, for two widths of screen", page: prose + prose, block: "harbour", want: "stands twice"},
	})
}
