package metadata

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// Bounds on what is kept of a page.
const (
	maxMetas     = 500 // <meta>, all of them; authors of them
	maxMetaNames = 200 // of <meta>
	maxLinks     = 100
	maxProps     = 200
)

// maxValue is how much of a value is looked at, in bytes, however often it is
// asked for. On 1,497 pages that people read the longest of a <meta> has 58,335,
// the next 16,061, a <title> no more than 337.
const maxValue = 1 << 16

// clip cuts a value off where it is longer than any honest one.
func clip(s string) string { return upTo(s, maxValue) }

// upTo returns what a text has of so many bytes, in whole characters.
func upTo(s string, most int) string {
	if len(s) <= most {
		return s
	}
	cut := most
	for cut > most-utf8.UTFMax && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut]
}

// address returns an address that the page gives. One that is too long is none:
// what is left of it would be another.
func address(s string) string {
	if s = strings.TrimSpace(s); len(s) > maxValue {
		return ""
	}
	return s
}

// maxNames is how many names of an attribute count: nearly all have one, and no
// page that people read has more than a few.
const maxNames = 20

// distinctNames goes over the names in an attribute, each once: what stands there twice
// says no more than once.
func distinctNames(attribute string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var seen [maxNames]string
		n := 0
		for name := range strings.FieldsSeq(attribute) {
			if slices.Contains(seen[:n], name) {
				continue
			}
			if n == maxNames || !yield(name) {
				return
			}
			seen[n] = name
			n++
		}
	}
}
