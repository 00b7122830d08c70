// Package dates reads dates as pages write them: in the forms of machines, and
// in words and numbers of many languages.
//
//	2024-03-12T14:05:00+01:00      → the same
//	Tue, 12 Mar 2024 14:05:00 GMT  → 2024-03-12T14:05:00Z
//	March 12th, 2024 at 2 pm       → 2024-03-12
//	12. März 2024 | 2024年3月12日  → 2024-03-12
//	03/12/2024                     → by the region of the language
//
// What is not known is not given: there is no time without its offset.
package dates

import (
	"fmt"
	"strings"
	"time"
)

// Date is a point in time and how precisely it is known.
type Date struct {
	Time      time.Time
	Precision Precision
}

// Precision is how much of a date is known.
type Precision uint8

// Precisions.
const (
	Month Precision = iota
	Day
	Second
)

// String returns the date as RFC 3339 has it: a date and time, a date, or for
// a month its first two parts.
func (d Date) String() string {
	switch d.Precision {
	case Second:
		return d.Time.Format(time.RFC3339)
	case Day:
		return d.Time.Format(time.DateOnly)
	}
	return d.Time.Format("2006-01")
}

// layouts are the forms in which machines write dates. Those without an offset
// give a day.
var layouts = []struct {
	form      string
	precision Precision
}{
	{time.RFC3339, Second},
	{"2006-01-02T15:04:05Z0700", Second},
	{"2006-01-02T15:04Z07:00", Second},
	{"2006-01-02T15:04Z0700", Second},
	{"2006-01-02 15:04:05Z07:00", Second},
	{"2006-01-02 15:04:05 -0700", Second},
	{"2006-01-02 15:04:05 MST", Day},
	{"2006-01-02T15:04:05", Day},
	{time.RFC1123Z, Second},
	{time.RFC1123, Second},
	{time.RFC850, Second},
	{time.UnixDate, Day},
	{time.RubyDate, Second},
	{"20060102", Day},
	{"20060102T150405Z", Second},
	{"2006-01", Month},
}

// longest is how much of a text is looked at, in bytes: a byline is shorter.
const longest = 400

// Parse reads the first date in a text. The language, a BCP 47 tag or "",
// tells the names of months beside the English ones, and whether 03/12 is in
// March.
func Parse(text, language string) (Date, bool) {
	text = strings.TrimSpace(text)
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "")
	}
	if !machine(text) {
		return scan(text, language)
	}
	for _, l := range layouts {
		if !fits(l.form, text) {
			continue
		}
		t, err := time.Parse(l.form, text)
		if err != nil {
			continue
		}
		if name, _ := t.Zone(); l.precision == Second && name != "" && name != "UTC" && name != "GMT" {
			return valid(t, Day) // an abbreviation that says nothing of its offset
		}
		return valid(t, l.precision)
	}
	return scan(text, language)
}

// fits tells whether a text can be of a form by how it begins: with the name of a
// day, or with the same digits and signs as far as all forms have them in places
// of their own. To find that out by parsing costs an error each time.
func fits(form, text string) bool {
	if !isDigit(form[0]) {
		return !isDigit(text[0])
	}
	own := min(len(form), len("2006-01-02T"))
	if len(text) < own {
		return false
	}
	for i := range own {
		if isDigit(form[i]) != isDigit(text[i]) || !isDigit(form[i]) && form[i] != text[i] {
			return false
		}
	}
	return true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// machine tells whether a machine may have written the text: the layouts are
// short and begin with a digit or the name of a day. Failing at each of them
// costs more than all other work on a block.
func machine(text string) bool {
	const most = 64 // bytes, fractions of seconds included
	if len(text) > most || text == "" {
		return false
	}
	c := text[0]
	return isDigit(c) || strings.IndexByte("MTWFSmtwfs", c) >= 0 && strings.ContainsAny(text, "0123456789")
}

// Years that a page on the web can have been written in. Earlier ones are what
// it is about.
const (
	firstYear = 1990
	lastYear  = 2100
)

func valid(t time.Time, p Precision) (Date, bool) {
	if t.Year() < firstYear || t.Year() > lastYear {
		return Date{}, false
	}
	return Date{t, p}, true
}

// day makes a date of three numbers, if there is such a day.
func day(year, month, day int) (Date, bool) {
	t, err := time.Parse("2006-1-2", fmt.Sprintf("%d-%d-%d", year, month, day))
	if err != nil {
		return Date{}, false
	}
	return valid(t, Day)
}
