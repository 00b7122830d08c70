package render

import "golang.org/x/text/width"

// wide tells whether a character takes two columns.
func wide(r rune) bool {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return true
	}
	return false
}
