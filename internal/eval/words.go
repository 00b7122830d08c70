package eval

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// Words cuts text into words as Python does with re.findall(r"\w+",
// text.lower()): runs of letters, numbers and underscores. Combining marks and
// soft hyphens are not part of words there, so they are not here.
func Words(text string) []string { return Tokens(lower(text)) }

// Tokens cuts text into words without a change of case.
func Tokens(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

// lower is Python's str.lower, which knows the two letters that strings.ToLower
// maps one by one: the dotted capital I becomes two characters, and a sigma at
// the end of a word has a form of its own.
func lower(text string) string {
	if strings.ContainsAny(text, "\u0130\u03A3") {
		return cases.Lower(language.Und).String(text)
	}
	return strings.ToLower(text)
}
