package heuristics_test

import "testing"

func TestPosition(t *testing.T) {
	p := "<p>Home</p>" + times(3, prose) + "<p>Half way there</p>" + times(3, prose) + "<p>Foot</p>"
	check(t, "position", []row{
		{reason: "the menu", page: p, block: "Home", want: "the first hundredth of the page"},
		{reason: "the middle of the text", page: p, block: "Half", want: "up to 50 % of the page"},
		{reason: "the foot", page: p, block: "Foot", want: "the end of the page"},
		{reason: "places are counted in reading, so that Chinese has them too", page: "<p>主页</p>" + times(9, "<p>渡轮周一恢复运营，乘客表示欢迎。</p>") + "<p>版权</p>", block: "版权", want: "the end of the page"},
		{reason: "plain text has places as well", page: "Home\n" + times(9, prosePlain+"\n") + "Foot", plain: true, block: "Foot", want: "the end of the page"},
		{reason: "blind spot: long comments push the end of the text to the front", page: prose + "<p>The end.</p>" + times(12, prose), block: "The end", want: "up to 10 % of the page"},
	})
}
