package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// special are the characters that may mean something in a text, wherever they
// stand.
var special = [256]bool{'\\': true, '`': true, '*': true, '_': true, '[': true, ']': true, '<': true, '&': true, '~': true, '|': true, '@': true, '\n': true, '\r': true, '\t': true}

// escape writes a text so that none of it is read as a mark. What cannot be
// read as one stays as it is.
func (m *markdown) escape(s string) {
	from := 0
	if m.fresh && !m.cell && s != "" {
		if i := opening(s); i >= 0 {
			m.out = append(append(m.out, s[:i]...), '\\', s[i])
			from = i + 1
		}
	}
	if len(s) > 0 && s[0] == ':' && !m.fresh && len(m.out) > 0 && m.out[len(m.out)-1] == ']' {
		m.out = append(m.out, `\:`...) // after the reference to a note
		from = 1
	}
	for i := from; i < len(s); i++ {
		if !special[s[i]] {
			continue
		}
		if s[i] == '_' {
			end := i + runAt(s, i)
			if m.underscores(s, i, end) {
				m.out = append(m.out, s[from:i]...)
				m.out = append(m.out, strings.Repeat(`\_`, end-i)...)
				from = end
			}
			i = end - 1
			continue
		}
		if with := m.instead(s, i); with != "" {
			m.out = append(append(m.out, s[from:i]...), with...)
			from = i + 1
		}
	}
	m.out = append(m.out, s[from:]...)
	m.fresh = false
}

// instead is what is written for the special character at i, "" if it can stay.
func (m *markdown) instead(s string, i int) string {
	next := byte(0) // nobody knows
	if i+1 < len(s) {
		next = s[i+1]
	}
	switch c := s[i]; c {
	case '\n', '\r', '\t':
		return " "
	case '\\':
		if next == 0 || next < utf8.RuneSelf && unicode.IsOneOf(asciiSigns, rune(next)) {
			return `\\`
		}
	case '~':
		if m.before(s, i) != ' ' || next != ' ' && (m.struck || !letter(next) && !digit(next)) {
			return `\~` // one that could only begin something may stay where nothing ends it
		}
	case '*':
		if next != ' ' || i == 0 && m.fresh || m.before(s, i) != ' ' {
			return `\*`
		}
	case ']':
		if m.link || next == '(' {
			return `\]`
		}
	case '<':
		if next == '/' || next == '!' || next == '?' || next >= utf8.RuneSelf || next == 0 || letter(next) || m.lead == len(m.out) && i == 0 {
			return "&lt;" // some take a letter like ſ for s, and a footnote may begin with an address between < and >
		}
	case '&':
		if referenceIn(s[i:]) {
			return "&amp;"
		}
	case '|':
		if m.cell {
			return `\|`
		}
	case '@':
		if m.endsMailbox(s, i) {
			return `\@`
		}
	default: // ` and [
		return `\` + string(c)
	}
	return ""
}

// endsMailbox tells whether the "@" at i, left as it is, would make an address
// of mail of what follows a "<" that stays, since mailboxes may begin with a
// digit or a sign (CommonMark 0.31, 6.5).
func (m *markdown) endsMailbox(s string, i int) bool {
	for i > 0 && inMailbox(s[i-1]) {
		i--
	}
	if i > 0 {
		return s[i-1] == '<' && m.instead(s, i-1) == ""
	}
	end := len(m.out)
	for end > 0 && inMailbox(m.out[end-1]) {
		end--
	}
	return end > 0 && m.out[end-1] == '<'
}

func inMailbox(c byte) bool {
	return letter(c) || digit(c) || strings.IndexByte(".!#$%&'*+/=?^_`{|}~-", c) >= 0
}

var asciiSigns = []*unicode.RangeTable{unicode.P, unicode.S}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// before returns the character before the one at i.
func (m *markdown) before(s string, i int) rune {
	if i > 0 {
		r, _ := utf8.DecodeLastRuneInString(s[:i])
		return r
	}
	if m.fresh {
		return ' '
	}
	r, _ := utf8.DecodeLastRune(m.out)
	return r
}

// underscores tells whether a run of underscores may be a mark: it is none
// between two letters, nor between two spaces.
func (m *markdown) underscores(s string, start, end int) bool {
	if end == len(s) || start == 0 && m.fresh {
		return true
	}
	before := m.before(s, start)
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !(wordy(before) && wordy(after)) && !(before == ' ' && after == ' ')
}

// runAt is how often the character at i stands there in a row.
func runAt(s string, i int) int {
	end := i
	for end < len(s) && s[end] == s[i] {
		end++
	}
	return end - i
}

// wordy tells whether a character is a letter or a digit.
func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// longestNumber is how many digits a number of an item has at most.
const longestNumber = 9

// opening returns where in s a backslash has to stand so that its beginning is
// not read as that of a block, -1 if it is not. Marks inside a text that begin
// blocks too are escaped anyway.
func opening(s string) int {
	i := 0
	switch s[0] {
	case '#':
		if blankAt(s, runAt(s, 0)) {
			return 0
		}
	case '>', '|':
		return 0
	case '+', '=':
		if blankAt(s, 1) || s[0] == '=' && s[1] == '=' {
			return 0
		}
	case '-', ':':
		if blankAt(s, 1) || strings.IndexByte("-:|", s[1]) >= 0 {
			return 0
		}
	default:
		for i < len(s) && i < longestNumber && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i > 0 && i < len(s) && (s[i] == '.' || s[i] == ')') && blankAt(s, i+1) {
			return i
		}
	}
	return -1
}

// blankAt tells whether s ends at i or has a space there.
func blankAt(s string, i int) bool { return i >= len(s) || s[i] <= ' ' }

// longestReference bounds a character reference between & and ;, in bytes: the
// longest name in HTML has 31 letters.
const longestReference = 32

// referenceIn tells whether s, which begins with &, may begin with a character
// reference.
func referenceIn(s string) bool {
	for i := 1; i < min(len(s), longestReference+2); i++ {
		switch c := s[i]; {
		case c == ';':
			return i > 1
		case letter(c), c >= '0' && c <= '9', c == '#' && i == 1:
		default:
			return false
		}
	}
	return false
}

// ampersands escapes the character references in an address.
func ampersands(s string) string {
	if !strings.Contains(s, "&") || !strings.Contains(s, ";") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		if s[i] == '&' && referenceIn(s[i:]) {
			b.WriteString("amp;")
		}
	}
	return b.String()
}

// inertTeX is TeX in which nothing can be read as HTML, as a link, as code or
// as the end of a cell. Readers without formulas take it for text; spaces are
// nothing in it.
func inertTeX(s string, cell, link bool) string {
	if !strings.ContainsAny(s, "<`|[]&") {
		return s
	}
	s = inTeX.Replace(s)
	if link {
		s = strings.NewReplacer("[", `\lbrack `, "]", `\rbrack `).Replace(s)
	}
	if cell {
		s = strings.NewReplacer(`\|`, `\Vert `, "|", `\vert `).Replace(s)
	}
	return s
}

var inTeX = strings.NewReplacer("<", "< ", "`", `\lq `, "](", "] (", "&", "& ")
