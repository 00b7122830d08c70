package dates

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// token is a number or a word of a text.
type token struct {
	number int // -1 for a word
	digits int
	word   string // lower case
	gap    string // what stands before it
}

// scan looks for a date among the numbers and words of a text.
func scan(text, language string) (Date, bool) {
	names := monthsOf(language)
	list := tokens(text)
	if strings.HasPrefix(language, "th") {
		fromBuddhist(list)
	}
	for i := range list {
		if d, ok := numeric(list[i:], language); ok {
			return d, true
		}
		if d, ok := named(list, i, names); ok {
			return d, true
		}
	}
	return Date{}, false
}

// buddhistEra is how many years Thailand is ahead: 2567 is 2024.
const buddhistEra = 543

// fromBuddhist makes years of the Buddhist era common ones.
func fromBuddhist(list []token) {
	for i := range list {
		if t := &list[i]; t.digits == 4 && t.number > lastYear {
			t.number -= buddhistEra
		}
	}
}

// tokens cuts a text into numbers, in whatever digits, and words.
func tokens(text string) (list []token) {
	start := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case digit(r) >= 0:
			t := token{gap: text[start:i]}
			for i < len(text) {
				r, size = utf8.DecodeRuneInString(text[i:])
				if digit(r) < 0 {
					break
				}
				if t.number < 1e8 {
					t.number = t.number*10 + digit(r)
				}
				t.digits++
				i += size
			}
			start = i
			list = append(list, t)
		case letter(r):
			from := i
			for i < len(text) {
				r, size = utf8.DecodeRuneInString(text[i:])
				if !letter(r) {
					break
				}
				i += size
			}
			list = append(list, token{number: -1, word: strings.ToLower(text[from:i]), gap: text[start:from]})
			start = i
		default:
			i += size
		}
	}
	return list
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// digit returns the value of a decimal digit of any script, -1 for anything else.
func digit(r rune) int {
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	if r < unicode.MaxLatin1 || !unicode.Is(unicode.Nd, r) {
		return -1
	}
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
		zero--
	}
	return int(r - zero)
}

// monthNames maps names of months, in lower case, to their numbers.
type monthNames map[string]time.Month

// named reads dates that name the month: 12 March 2024, March 12th, 2024,
// 12 de marzo de 2024, March 2024, Mar 12 09:30:00 2024.
func named(list []token, i int, names monthNames) (Date, bool) {
	m := names[list[i].word]
	if list[i].number >= 0 || m == 0 {
		return Date{}, false
	}
	before, after := numberBefore(list, i), numberAfter(list, i)
	if after < 0 {
		return Date{}, false
	}
	if year := list[after]; year.digits == 4 {
		if before >= 0 && list[before].digits <= 2 {
			return day(year.number, int(m), list[before].number)
		}
		if before >= 0 && list[before].digits == 4 { // 2024 März 12
			return Date{}, false
		}
		return valid(time.Date(year.number, m, 1, 0, 0, 0, 0, time.UTC), Month)
	}
	if next := yearAfter(list, after); next >= 0 && list[after].digits <= 2 {
		return day(list[next].number, int(m), list[after].number)
	}
	return Date{}, false
}

// yearAfter returns the year behind a day, be the time between them, as in
// "Mar 5 09:12:44 UTC 2019"; -1 if there is none.
func yearAfter(list []token, day int) int {
	next := numberAfter(list, day)
	if next >= 0 && next+1 < len(list) && list[next+1].gap == ":" {
		for next+1 < len(list) && list[next+1].gap == ":" {
			next++
		}
		next = numberAfter(list, next)
	}
	if next < 0 || list[next].digits != 4 {
		return -1
	}
	return next
}

// between bounds the words that may stand between the parts of a date: "de",
// "of", "th".
const between = 1

func numberAfter(list []token, i int) int {
	for j := i + 1; j < len(list) && j <= i+1+between; j++ {
		if list[j].number >= 0 {
			return j
		}
	}
	return -1
}

func numberBefore(list []token, i int) int {
	for j := i - 1; j >= 0 && j >= i-1-between; j-- {
		if list[j].number >= 0 {
			return j
		}
	}
	return -1
}

// numeric reads dates that are three numbers: 2024-03-12, 12.03.2024,
// 3/12/24, 2024年3月12日.
func numeric(list []token, language string) (Date, bool) {
	if len(list) < 3 || list[0].number < 0 {
		return Date{}, false
	}
	if len(list) >= 5 && list[1].number < 0 && cjkUnits[list[1].word] {
		return day(list[0].number, list[2].number, list[4].number)
	}
	a, b, c := list[0], list[1], list[2]
	if b.number < 0 || c.number < 0 {
		return Date{}, false
	}
	mark := strings.TrimSpace(b.gap)
	if mark != strings.TrimSpace(c.gap) || mark != "-" && mark != "/" && mark != "." {
		return Date{}, false
	}
	switch {
	case a.digits == 4 && b.digits <= 2 && c.digits <= 2:
		return day(a.number, b.number, c.number)
	case a.digits > 2 || b.digits > 2 || c.digits != 4 && c.digits != 2:
		return Date{}, false
	}
	year := c.number
	if c.digits == 2 {
		year += century
	}
	const months = 12
	if b.number > months || mark == "/" && monthFirst(language) && a.number <= months {
		return day(year, a.number, b.number)
	}
	return day(year, b.number, a.number)
}

const century = 2000

// cjkUnits are the words after the year in Chinese, Japanese and Korean.
var cjkUnits = map[string]bool{"年": true, "년": true}

// monthFirst tells whether 03/12 is in March: in the United States, and where
// English does not say of which country it is.
func monthFirst(language string) bool {
	language = strings.ToLower(strings.ReplaceAll(language, "_", "-"))
	return language == "" || language == "en" || strings.HasPrefix(language, "en-us") || language == "en-ph"
}
