package heuristics_test

import "testing"

// TestCuePhrases has one block for each class of cues; internal/lexicon tests
// the phrases of each language.
func TestCuePhrases(t *testing.T) {
	for _, c := range []struct{ name, reason, text, want string }{
		{"newsletter-wording", "several cues in one pitch", "Sign up for our newsletter and get the day's news delivered to your inbox every morning.", "cues in 13–30 words"},
		{"newsletter-wording", "a button is short", "Subscribe to our newsletter", "a cue in up to 4 words"},
		{"newsletter-wording", "Japanese, where words are not spaced", "メールマガジンに登録する", "a cue in 5–12 words"},
		{"newsletter-wording", "a story without any", "The operator said that the part had come from a yard in the north.", ""},
		{"newsletter-wording", "blind spot: a story about newsletters", "The newsletter that she had founded in her kitchen was sold in March for two million crowns, and the staff of six learned it from a rival.", "a cue in 13–30 words"},
		{"bio-wording", "an author box", "Ines Quay is a staff writer at the Harbour Post. She lives in Aldmouth with two dogs.", "cues in 13–30 words"},
		{"related-wording", "a lead-in to another story", "Read more: The harbour that moved", "a cue in 5–12 words"},
		{"related-wording", "the same in Indonesian", "Baca juga: Kapal feri kembali beroperasi", "a cue in 5–12 words"},
		{"byline-wording", "a date line", "Updated yesterday", "a cue in up to 4 words"},
		{"share-wording", "a row of buttons", "Share on Facebook", "cues in up to 4 words"},
		{"legal-wording", "a footer line", "© Harbour Post. All rights reserved.", "a cue in 5–12 words"},
		{"comment-wording", "what stands over the form", "Leave a comment", "a cue in up to 4 words"},
		{"paywall-wording", "the wall itself", "Subscribe to continue reading this article.", "cues in 5–12 words"},
		{"promo-wording", "an appeal for money", "Please support our journalism today.", "a cue in 5–12 words"},
		{"caption-wording", "a picture credit", "Photograph by Stellan Hroar", "a cue in up to 4 words"},
		{"tags-wording", "a tag list's label", "Filed under ferries", "a cue in up to 4 words"},
		{"nav-wording", "the link for screen readers", "Skip to main content", "a cue in up to 4 words"},
		{"interface-wording", "the account corner", "Log in", "a cue in up to 4 words"},
	} {
		check(t, c.name, []row{{reason: c.reason, page: "<p>" + c.text + "</p>", block: c.text[:6], want: c.want}})
	}
}

func TestCueAbove(t *testing.T) {
	for _, c := range []struct{ name, heading string }{
		{"newsletter-heading", "Our newsletter"},
		{"bio-heading", "About the author"},
		{"related-heading", "Related stories"},
		{"comment-heading", "Leave a comment"},
		{"promo-heading", "Support our journalism"},
		{"share-heading", "Share this article"},
		{"legal-heading", "Terms and conditions"},
		{"tags-heading", "Tags"},
	} {
		box := "<div><h3>" + c.heading + "</h3><p>First line</p><p>Second line</p><p>Third line</p></div>"
		check(t, c.name, []row{
			{reason: "the heading tells what follows", page: box, block: "First line", want: "a heading with a cue right above"},
			{reason: "further down it tells less", page: box, block: "Third line", want: "a heading with a cue 2–4 blocks above"},
			{reason: "another heading between ends its reach", page: box + "<h3>Boats</h3><p>Fourth line</p>", block: "Fourth line"},
			{reason: "in plain text a short line before a longer one is a heading", page: prosePlain + "\n" + c.heading + "\n" + prosePlain2, plain: true, block: "Second paragraph", want: "a heading with a cue right above"},
			{reason: "what stands in another box may not belong to it", page: "<div><div><div><div><h3>" + c.heading + "</h3></div></div></div></div>" +
				"<div><div><div><div><p>Far line</p></div></div></div></div>", block: "Far line", want: "a heading with a cue right above, in another box"},
		})
	}
	check(t, "related-heading", []row{
		{reason: "a whole headline with the words in it is not a label", page: "<h2>Why the most popular and related stories of our time all begin in some harbour town</h2><p>First line</p>", block: "First line"},
		{reason: "blind spot: a short subheading of the story with such words", page: "<h2>Related articles</h2>" + prose, block: "harbour", want: "a heading with a cue right above"},
	})
}

const (
	prosePlain  = "The harbour master counted the boats twice before the storm came in, and by nightfall eleven of them lay behind the mole."
	prosePlain2 = "Second paragraph: the twelfth boat was still out, and nobody on the quay went home, for they knew who was aboard."
)

func TestCueNear(t *testing.T) {
	for _, c := range []struct{ name, line string }{
		{"newsletter-nearby", "Sign up for our newsletter"},
		{"bio-nearby", "About the author"},
		{"related-nearby", "Related stories"},
		{"comment-nearby", "Leave a comment"},
		{"promo-nearby", "Support our journalism"},
		{"paywall-nearby", "Already a subscriber?"},
		{"legal-nearby", "All rights reserved"},
	} {
		cue := "<p>" + c.line + "</p>"
		check(t, c.name, []row{
			{reason: "the line before, in the same box", page: "<div>" + cue + "<p>Once a week</p></div>", block: "Once a week", want: "a cue in the line before"},
			{reason: "the line behind", page: "<div><p>Once a week</p>" + cue + "</div>", block: "Once a week", want: "a cue in the line behind"},
			{reason: "both", page: "<div>" + cue + "<p>Once a week</p>" + cue + "</div>", block: "Once a week", want: "cues before and behind"},
			{reason: "two lines off", page: "<div>" + cue + "<p>In spring</p><p>Once a week</p></div>", block: "Once a week", want: "a cue two lines away"},
			{reason: "nothing of the kind near", page: "<div><p>In spring</p><p>Once a week</p></div>", block: "Once a week"},
			{reason: "what stands right in the story is in no box", page: "<article>" + cue + "<p>Once a week</p>" + times(10, prose) + "</article>", block: "Once a week"},
		})
	}
	check(t, "newsletter-nearby", []row{
		{reason: "a long paragraph with the word is not a line of a box", page: "<div><p>Their newsletter had " + words(45) + ".</p><p>Once a week</p></div>", block: "Once a week"},
	})
}
