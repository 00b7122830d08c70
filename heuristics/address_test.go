package heuristics_test

import "testing"

func TestAddress(t *testing.T) {
	const appeal = "<p>We keep our reporting free for everyone, and we can only do so if you and your friends chip in today.</p>"
	check(t, "address", []row{
		{reason: "a story narrates in the third person", page: prose, block: "harbour master", want: "neither we nor you, apart from prose"},
		{reason: "the same between paragraphs is in the text", page: prose + "<p>Eleven boats came home that night and nobody said a word about the one that had not.</p>" + prose,
			block: "Eleven boats", want: "neither we nor you, in the text"},
		{reason: "us talking to you in a gap of the story", page: prose + appeal + prose, block: "We keep", want: "we and you often, in the text"},
		{reason: "us talking to you behind the last paragraph: how appeals end a page", page: prose + appeal, block: "We keep", want: "we and you often, last of its prose"},
		{reason: "advice says you, and not we", page: prose + "<p>When you cut the onions, keep your eyes on the knife and let the board do the work.</p>" + prose,
			block: "When you", want: "you, in the text"},
		{reason: "other languages have their own words for us", page: `<html lang="de">` + prose + "<p>Wir freuen uns, wenn Sie unsere Arbeit mit einem Abonnement unterstützen, denn guter Journalismus kostet Geld.</p>",
			block: "Wir freuen", want: "we often, you once, last of its prose"},
		{reason: "too short to tell who speaks", page: prose + "<p>We need you.</p>", block: "We need"},
		{reason: "blind spot: an interview speaks as a promo does", page: prose + "<p>We asked our crews, and we will ask you too: would you sail your boat in this?</p>" + prose,
			block: "We asked", want: "we and you often, in the text"},
	})
}
