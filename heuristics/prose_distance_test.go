package heuristics_test

import "testing"

func TestProseDistance(t *testing.T) {
	short := "<p>News</p>"
	check(t, "prose-distance", []row{
		{reason: "prose itself", page: prose, block: "harbour", want: "prose"},
		{reason: "a subheading between paragraphs", page: prose + "<h2>Boats</h2>" + prose, block: "Boats", want: "prose on both sides"},
		{reason: "the last line under the text", page: prose + "<p>Ends</p>", block: "Ends", want: "prose before, no more soon"},
		{reason: "the byline", page: "<p>By Ines Quay</p>" + prose, block: "Ines", want: "just before prose"},
		{reason: "an item of a list in the text", page: prose + short + "<p>Flour</p>" + short + prose, block: "Flour", want: "in a gap of prose"},
		{reason: "a menu far up", page: "<p>Home</p>" + times(12, short) + prose, block: "Home", want: "no prose around"},
		{reason: "a menu some blocks up", page: "<p>Home</p>" + times(5, short) + prose, block: "Home", want: "4–10 blocks before prose"},
		{reason: "a page without prose", page: "<p>Home</p>", block: "Home", want: "no prose around"},
		{reason: "a long linked line is no prose", page: "<p>Home</p><p><a href=/a>" + words(30) + ".</a></p>", block: "Home", want: "no prose around"},
		{reason: "Chinese prose is prose: 50 characters read as 25 words", page: "<p>首页</p><p>" + times(5, "渡轮周一恢复运营乘客") + "。</p>", block: "首页", want: "just before prose"},
		{reason: "plain text has distances too", page: "By Ines Quay\n" + prosePlain, plain: true, block: "Ines", want: "just before prose"},
		{reason: "blind spot: teasers of full sentences are prose to it", page: prose + "<p>Read on</p><div>" + prose + "</div>", block: "Read on", want: "prose on both sides"},
	})
}
