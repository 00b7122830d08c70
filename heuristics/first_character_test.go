package heuristics_test

import "testing"

func TestFirstCharacter(t *testing.T) {
	check(t, "first-character", []row{
		{reason: "prose", page: prose, block: "harbour", want: "long, begins with a capital"},
		{reason: "a label in small letters", page: "<p>by Ines Quay</p>", block: "Ines", want: "begins with a small letter"},
		{reason: "direct speech", page: "<p>“Nobody went home,” she said, and looked at the boats that lay behind the mole all night.</p>", block: "Nobody", want: "long, begins with a quotation mark"},
		{reason: "German quotation marks begin low", page: "<p>„Niemand ging“</p>", block: "Niemand", want: "begins with a quotation mark"},
		{reason: "French ones point outward", page: "<p>« Personne »</p>", block: "Personne", want: "begins with a quotation mark"},
		{reason: "Japanese ones are brackets", page: "<p>「帰らなかった」</p>", block: "帰", want: "begins with a quotation mark"},
		{reason: "a list typed by hand", page: "<p>• Flour</p>", block: "Flour", want: "begins with a bullet"},
		{reason: "an arrow leads on", page: "<p>» Next story</p>", block: "Next", want: "begins with an arrow"},
		{reason: "another arrow", page: "<p>→ Next story</p>", block: "Next", want: "begins with an arrow"},
		{reason: "a legal line", page: "<p>© Harbour Post</p>", block: "Harbour", want: "begins with a sign"},
		{reason: "a handle", page: "<p>@harbourpost</p>", block: "harbour", want: "begins with a sign"},
		{reason: "a date", page: "<p>12 May</p>", block: "May", want: "begins with a digit"},
		{reason: "a script without case", page: "<p>渡轮恢复运营</p>", block: "渡轮", want: "begins with a letter"},
		{reason: "Arabic", page: "<p>عادت العبارة</p>", block: "عادت", want: "begins with a letter"},
		{reason: "blind spot: Danish quotations begin with what is an arrow elsewhere", page: "<p>»Ingen gik hjem«</p>", block: "Ingen", want: "begins with an arrow"},
		{reason: "blind spot: a brand that is written small", page: "<p>iPort opens in May</p>", block: "iPort", want: "begins with a small letter"},
	})
}
