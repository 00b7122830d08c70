package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineCues are the words that come before an author's name, in small
// letters, longest first where one begins as another.
var bylineCues = []string{
	"article written by", "written by", "authored by:", "authored by", "article by", "contributors:", "contributor:", "story by", "words by", "text by", "posted by", "published by", "reported by", "submitted by", "created by",
	"contributed by", "post author:", "author:", "authors:", "author", "by:", "by",
	"geschrieben von", "verfasst von", "ein beitrag von", "autor:", "autorin:", "autoren:", "von",
	"propos recueillis par", "écrit par", "rédigé par", "publié par", "auteur :", "auteur:", "par",
	"escrito por", "publicado por", "redactado por", "texto de", "autor:", "por",
	"scritto da", "pubblicato da", "a cura di", "autore:", "di",
	"geschreven door", "door", "auteur:", "napisał", "napisała", "autor:", "przez",
	"автор:", "автор", "текст:", "yazan:", "yazar:", "oleh:", "oleh", "penulis:",
	"بقلم", "كتب", "كتبت", "लेखक:", "द्वारा", "文／", "文/", "作者：", "作者:", "记者", "記者", "文：", "著者：", "執筆：", "글", "기자",
}

// bylineText returns what stands behind the words that begin a byline, up to
// what is no name any more.
func bylineText(s string) (string, bool) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\n", " | "))
	lower := strings.ToLower(s)
	for _, cue := range bylineCues {
		if !strings.HasPrefix(lower, cue) || len(lower) != len(s) {
			continue
		}
		rest := s[len(cue):]
		first, _ := utf8.DecodeRuneInString(rest)
		last, _ := utf8.DecodeLastRuneInString(cue)
		if unicode.IsLetter(last) && unicode.IsLetter(first) && last < unicode.MaxLatin1 {
			continue // "bye"
		}
		return untilName(strings.TrimLeft(rest, " :：-–—")), true
	}
	return "", false
}

// untilName cuts a text off where a date, a separator or a job begins.
func untilName(s string) string {
	end := len(s)
	for _, mark := range []string{"|", "•", "·", "—", "–", " - ", "(", "\t", " on ", " at ", " in ", "Published", "Updated", "Posted", "Last ", " for ", "//", "@", ". "} {
		if i := strings.Index(s, mark); i >= 0 && i < end && !(mark == ". " && i < len("Dr. J.")) {
			end = i
		}
	}
	s = s[:end]
	if i := strings.IndexFunc(s, unicode.IsDigit); i > 0 && s[i-1] == ' ' {
		s = s[:strings.LastIndexFunc(s[:i], unicode.IsSpace)+1]
		for _, month := range []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"} {
			fields := strings.Fields(s)
			if n := len(fields); n > 1 && strings.HasPrefix(strings.ToLower(fields[n-1]), month) {
				s = strings.Join(fields[:n-1], " ")
			}
		}
	}
	return strings.Trim(s, " ,;:")
}

// infixCues say who wrote something in the middle of a line.
var infixCues = []string{" written by ", " posted by ", " published by ", " started by ", " created by ", " by ", "thread starter ", " von ", " par ", " por ", " di ", " door ", " oleh "}

// otherWorks are the words before an infixCue that say that it is not the text
// which is of somebody: "Theme by", "Photo by".
var otherWorks = []string{"theme", "template", "design", "designed", "powered", "hosted", "developed", "built", "photo", "photos", "photograph", "photographs", "image", "images",
	"picture", "pictures", "illustration", "illustrations", "video", "cover", "sponsored", "presented", "translated", "data"}

// infixName returns the name in "March 3, 2024 by Ada Berg", and only in a byline
// what somebody goes by, unless the words leave no doubt.
func infixName(s string, byline bool) (string, bool) {
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return "", false
	}
	for _, cue := range infixCues {
		if i := strings.Index(lower, cue); i >= 0 {
			before := strings.FieldsFunc(lower[:i], notLetter)
			if n := len(before); n > 0 && slices.Contains(otherWorks, before[n-1]) {
				return "", false
			}
			name := untilName(s[i+len(cue):])
			return name, fullName(name) || (byline || strings.Contains(strings.TrimSpace(cue), " ")) && handle(name)
		}
	}
	return "", false
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
