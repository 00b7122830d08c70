package heuristics_test

import "testing"

func TestNumbers(t *testing.T) {
	check(t, "numbers", []row{
		{reason: "a counter", page: "<p>1204</p>", block: "1204", want: "short, mostly numbers"},
		{reason: "a date", page: "<p>12 May 2024</p>", block: "May", want: "short, mostly numbers"},
		{reason: "a comment count", page: "<p>12 comments so far</p>", block: "12", want: "short, many numbers"},
		{reason: "a label", page: "<p>Opening hours</p>", block: "Opening", want: "short, no numbers"},
		{reason: "prose with its numbers in words", page: prose, block: "harbour", want: "no numbers"},
		{reason: "prose with one number", page: "<p>The harbour master counted 12 boats that night, and none of them had come in by the time she went home.</p>", block: "12 boats", want: "some numbers"},
		{reason: "a word with a digit behind is a word", page: "<p>Channel B2 and MP3</p>", block: "B2", want: "short, no numbers"},
		{reason: "Indic digits are digits", page: "<p>१२ मई २०२४</p>", block: "मई", want: "short, mostly numbers"},
		{reason: "blind spot: the ingredients of a recipe", page: "<li>200 g flour</li>", block: "flour", want: "short, many numbers"},
	})
}
