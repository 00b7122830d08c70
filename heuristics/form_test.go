package heuristics_test

import "testing"

func TestForm(t *testing.T) {
	box := func(inputs string) string {
		return "<div><p>One letter a week</p>" + inputs + "</div>" + times(10, prose)
	}
	check(t, "form", []row{
		{reason: "an e-mail field by its type", page: box(`<input type="email">`), block: "One letter", want: "e-mail field near"},
		{reason: "by its name, in a field of type text", page: box(`<input type="text" name="EMAIL">`), block: "One letter", want: "e-mail field near"},
		{reason: "by its placeholder, in a field without a type", page: box(`<input placeholder="Your e-mail address">`), block: "One letter", want: "e-mail field near"},
		{reason: "in French", page: box(`<input placeholder="Votre adresse mail">`), block: "One letter", want: "e-mail field near"},
		{reason: "by what browsers fill in", page: box(`<input type="text" autocomplete="email">`), block: "One letter", want: "e-mail field near"},
		{reason: "a search field is a field, and none for mail", page: box(`<input type="search" placeholder="Search the mail archive">`), block: "One letter", want: "a field near"},
		{reason: "comments ask for name, address and text", page: box(`<input name="author"><input type="email"><textarea></textarea>`), block: "One letter", want: "several fields near"},
		{reason: "buttons, boxes and hidden fields are not typed into", page: box(`<input type="submit"><input type="checkbox"><input type="hidden" name="email">`), block: "One letter", want: "no fields around"},
		{reason: "a field three boxes out, in a small box", page: `<div><input type="email"><div><div><div><p>One letter a week</p></div></div></div></div>` + times(10, prose), block: "One letter", want: "e-mail field in the same box"},
		{reason: "the field at the foot of a long story says nothing about it", page: "<article>" + times(10, prose) + `<input type="email"></article>`, block: "harbour", want: "no fields around"},
		{reason: "plain text has no fields", page: "One letter a week", plain: true, block: "One letter"},
		{reason: "blind spot: a form that a script will put in", page: box(`<div data-form="newsletter"></div>`), block: "One letter", want: "no fields around"},
	})
}
