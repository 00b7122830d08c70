package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// cut is a separator in a title.
type cut struct{ from, to int }

// cuts finds the separators that titles are joined with: a bar, a dash with
// space round it, a guillemet.
func cuts(s string) (list []cut) {
	for i, r := range s {
		size := utf8.RuneLen(r)
		spaced := i > 0 && s[i-1] == ' ' && i+size < len(s) && s[i+size] == ' '
		switch r {
		case '|', '»', '«':
			list = append(list, cut{i, i + size})
		case '-', '–', '—', '·', '•', ':', '>', '~', '/':
			if spaced {
				list = append(list, cut{i, i + size})
			}
		}
	}
	return list
}

func hasSeparator(s string) bool { return len(cuts(s)) > 0 }

// longestTitle is how long a title is looked at, in bytes: a longer one is none,
// whatever is taken off it.
const longestTitle = 2 << 10

// stripSite takes the name of the site and the like off a title, from its end
// or its beginning, as long as it is proven: by the page's own word for its
// site or section, by its address, or because what is left is a heading of the
// page.
func (d *describer) stripSite(s string) string {
	s = strings.TrimSpace(s)
	for len(s) <= longestTitle {
		list := cuts(s)
		if len(list) == 0 {
			return s
		}
		first, last := list[0], list[len(list)-1]
		head, tail := strings.TrimSpace(s[:last.from]), strings.TrimSpace(s[last.to:])
		start, rest := strings.TrimSpace(s[:first.from]), strings.TrimSpace(s[first.to:])
		if n := d.site(s, list); n > 0 {
			s = strings.TrimSpace(s[:n])
			continue
		}
		switch {
		case head != "" && (d.isSite(tail) || d.isSection(tail) || d.isHeadline(head) || lexicon.Fingerprint(tail) == d.whole):
			s = head
		case rest != "" && (d.isSiteAlone(lexicon.Fingerprint(start), start) || d.isHeadline(rest)):
			s = rest
		case d.isHeadline(start):
			s = start
		default:
			return s
		}
	}
	return s
}

// site returns where the name of the site begins in a title, if it stands
// between separators and more of the site follows, 0 if it does not.
func (d *describer) site(s string, list []cut) int {
	for i := 1; i < len(list); i++ {
		before, name := strings.TrimSpace(s[:list[i-1].from]), s[list[i-1].to:list[i].from]
		if key := lexicon.Fingerprint(name); before != "" && key != "" && d.isSiteAlone(key, name) {
			return list[i-1].from
		}
	}
	return 0
}

// withoutUnnamed takes off a title what follows a bar, if most words of the
// address are of what stands before it and none is of what follows. It is asked
// only of the title that is chosen: as a candidate, a text that was cut so would
// win over headings that say the same at more length.
func (d *describer) withoutUnnamed(s string) string {
	head, list := s, cuts(s)
	for i := len(list) - 1; i >= 0; i-- {
		bar := list[i]
		if head[bar.from:bar.to] != "|" || shared(words(head[bar.to:]), d.slug) > 0 {
			break
		}
		head = head[:bar.from]
	}
	if 2*shared(words(head), d.slug) <= len(d.slug) {
		return s
	}
	return strings.TrimSpace(head)
}
