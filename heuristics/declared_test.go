package heuristics_test

import "testing"

func TestDeclared(t *testing.T) {
	const (
		first  = "The harbour master counted the boats twice before the storm came in, and by nightfall eleven of them lay behind the mole, moored two and two, with all that was loose on their decks carried below."
		second = "The twelfth was still out, and nobody on the quay went home, though the rain had come and the lamps were out in the street."
		third  = "It came in at four, with a mast the less and nobody lost, and the whole of the quay went to bed."
		given  = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats","articleBody":"` + first + `\n<p>` + second + `</p>\n` + third + `"}</script>`
		text   = "<p>" + first + "</p><h2>The twelfth of them, and why</h2><p>" + second + "</p><p>" + third + "</p>"
	)
	check(t, "declared", []row{
		{reason: "a paragraph of the text", page: given + text, block: "harbour", want: "in it"},
		{reason: "with tags around it there", page: given + text, block: "twelfth was", want: "in it"},
		{reason: "in other letters", page: given + "<p>" + first + "</p><p>" + second + "</p><p>IT CAME in at four — with a mast the less, and nobody lost! And the whole of the quay went to bed.</p>", block: "CAME", want: "in it"},
		{reason: "what stands beside it", page: given + text + "<p>More about the harbour, its mole and its boats every Friday in your letter box: sign up now.</p>", block: "More", want: "not in it"},
		{reason: "a line of an author", page: given + text + "<p>By Ines Quay</p>", block: "Ines", want: "short, not in it"},
		{reason: "blind spot: headings are left out of it", page: given + text, block: "and why", want: "short, not in it"},
		{reason: "most of what is given stands elsewhere", page: given + "<p>" + third + "</p>", block: "came"},
		{reason: "nothing is given", page: text, block: "harbour"},
	})
}
