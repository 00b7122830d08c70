package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joins stand between two names.
var joins = strings.NewReplacer(" and ", ",", " AND ", ",", " & ", ",", " und ", ",", " et ", ",", " y ", ",", " e ", ",", " en ", ",", " i ", ",", " и ", ",",
	" ve ", ",", " dan ", ",", "، ", ",", " و ", ",", "、", ",", "；", ",", ";", ",", " with ", ",", "\n", ",", " | ", ",", " / ", ",", " • ", ",", " · ", ",")

// splitNames returns the names in a text. What is no name - a job, a degree, a
// date, an address - is left out.
func splitNames(text string) (names []string) {
	text = strings.Join(strings.Fields(text), " ")
	if rest, ok := bylineText(text); ok && rest != "" {
		text = rest
	}
	if len(text) > maxNames {
		return nil
	}
	for part := range strings.SplitSeq(joins.Replace(" "+text+" "), ",") {
		part = strings.Trim(strings.TrimSpace(part), ".:-–—*•\"“”")
		part = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(part, "by "), "By "))
		if i := strings.IndexByte(part, '('); i > 0 {
			part = strings.TrimSpace(part[:i])
		}
		if isName(part) {
			names = append(names, part)
		}
	}
	return names
}

// Bounds of names: in bytes and words. A list of names is longer.
const (
	maxNames     = 2000
	longestName  = 60
	maxNameParts = 6
)

// isName tells whether a text can be the name of a person or a group.
func isName(s string) bool {
	fields := strings.Fields(s)
	if s == "" || len(s) > longestName || len(fields) > maxNameParts || strings.ContainsAny(s, "/<>{}@|=[]") || strings.Contains(s, "://") {
		return false
	}
	if strings.IndexFunc(s, unicode.IsLetter) < 0 || len(fields) == 1 && strings.Count(s, ".") > 2 { // page.head.author
		return false
	}
	lower := strings.ToLower(s)
	if notNames[lower] {
		return false
	}
	for _, f := range strings.Fields(lower) {
		if jobWords[strings.Trim(f, ".,")] {
			return false
		}
	}
	if degrees[strings.ReplaceAll(lower, ".", "")] {
		return false
	}
	for _, f := range fields {
		if strings.Trim(f, "0123456789.,:/") == "" {
			return false // a date, a count
		}
	}
	return strings.IndexFunc(s, unicode.IsDigit) < 0 || len(fields) <= 2
}

// fullName tells whether a text looks like the name of a person by itself: two
// to four words, each with a capital or without case.
func fullName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 4 || !isName(s) {
		return false
	}
	for i, f := range fields {
		r, _ := utf8.DecodeRuneInString(f)
		if unicode.IsLower(r) && (i == 0 || !particles[f]) || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// particles are the small words in names.
var particles = map[string]bool{"de": true, "da": true, "di": true, "del": true, "della": true, "der": true, "den": true, "van": true, "von": true, "la": true,
	"le": true, "al": true, "el": true, "bin": true, "ibn": true, "zu": true, "dos": true, "du": true, "y": true, "e": true, "ter": true}

// handle tells whether a text can be a name that somebody goes by on a site.
func handle(s string) bool {
	if s == "" || len(s) > len("a name of thirty-two characters.") || len(strings.Fields(s)) > 2 {
		return false
	}
	if strings.ContainsAny(s, ":/<>{}|@+") || notNames[strings.ToLower(s)] {
		return false
	}
	for _, f := range strings.Fields(s) {
		if strings.IndexFunc(f, unicode.IsLetter) < 0 {
			return false
		}
	}
	return true
}

// notNames are what stands in the place of a name.
var notNames = map[string]bool{"admin": true, "administrator": true, "author": true, "unknown": true, "anonymous": true, "by": true, "staff": true,
	"editor": true, "guest": true, "none": true, "null": true, "undefined": true, "view all posts": true, "read more": true, "share": true, "follow": true,
	"about": true, "about the author": true, "contributor": true, "subscribe": true, "post author": true, "profile": true, "more": true, "home": true,
	"see more": true, "full bio": true, "articles": true, "previous post": true, "next post": true, "more about me": true, "published on": true, "posted on": true,
	"updated on": true, "email": true, "subject": true, "reading time": true, "e-mail": true, "comment": true, "comments": true, "date": true, "title": true, "last updated": true, "bio": true, "news": true, "blog": true, "in": true, "team": true, "editorial": true, "written by": true, "all posts": true, "website": true, "contact": true, "reply": true, "quote": true, "wordpress": true, "user": true, "member": true, "moderator": true}

// jobWords are in what people are, not in what they are called.
var jobWords = map[string]bool{"writer": true, "reporter": true, "correspondent": true, "journalist": true, "columnist": true, "director": true,
	"manager": true, "president": true, "professor": true, "redakteur": true, "redakteurin": true, "dietitian": true, "nutritionist": true, "analyst": true,
	"specialist": true, "consultant": true, "founder": true, "co-founder": true, "cofounder": true, "ceo": true, "cto": true, "cfo": true, "coo": true,
	"expert": true, "engineer": true, "strategist": true, "officer": true, "associate": true, "lecturer": true, "photographer": true, "marketer": true, "coordinator": true, "educator": true, "educators": true, "editors": true, "reading": true, "podcast": true,
	"updated": true, "published": true, "posted": true, "min": true, "minutes": true, "read": true, "ago": true, "views": true, "comments": true,
	"january": true, "february": true, "july": true, "september": true, "october": true, "november": true, "december": true,
	"follow": true, "subscribe": true, "click": true, "www": true, "article": true, "articles": true, "posts": true, "http": true, "https": true}

// degrees come after a name.
var degrees = map[string]bool{"md": true, "phd": true, "ph d": true, "rd": true, "rdn": true, "ms": true, "msc": true, "ma": true, "mba": true, "mph": true, "rn": true,
	"jd": true, "esq": true, "jr": true, "sr": true, "cpa": true, "cfp": true, "cfa": true, "dds": true, "dvm": true, "do": true, "np": true, "pharmd": true,
	"ba": true, "bs": true, "bsc": true, "lcsw": true, "psyd": true, "cscs": true, "cpt": true, "ldn": true, "foma": true, "dabom": true, "vmd": true,
	"dacvb": true, "lvt": true, "edd": true, "faap": true, "facp": true, "pt": true, "dpt": true, "lmft": true, "ii": true, "iii": true}
