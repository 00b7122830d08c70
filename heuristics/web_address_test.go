package heuristics_test

import "testing"

func TestWebAddress(t *testing.T) {
	check(t, "web-address", []row{
		{reason: "the address of a picture, left behind by a script", page: "<div>https://img.example/s-x1/images/160x160/boat_01.jpg</div>", block: "https", want: "nothing but a web address"},
		{reason: "two of them", page: "<div>https://a.example/x http://b.example/y</div>", block: "https", want: "nothing but a web address"},
		{reason: "with a word before it", page: "<p>Timetable: https://ferry.example/timetable</p>", block: "Timetable", want: "mostly a web address"},
		{reason: "at the end of a sentence", page: "<p>Whoever wants to sail on Monday finds the new timetable of the ferry at https://ferry.example/</p>", block: "Whoever", want: "a web address in it"},
		{reason: "prose", page: prose, block: "harbour"},
		{reason: "blind spot: an address without a scheme", page: "<p>www.ferry.example</p>", block: "www"},
	})
}
