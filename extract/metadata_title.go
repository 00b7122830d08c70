package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Points that a candidate for the title gets. They were fitted as a linear
// ranking on the titles of the WCXB development split, four fifths of the
// hosts, and rounded; a fifth of the hosts that was held aside gives the same
// share of right titles.
const (
	pointsHeading    = 2.7  // the first heading of the first level, or the story's headline
	pointsLater      = 2.2  // another heading of the first level
	pointsStory      = 2.3  // is a heading, on an article or a thread
	pointsOpenGraph  = 2.9  // og:title and twitter:title
	pointsTag        = 2.7  // <title>
	pointsLinked     = 1.4  // JSON-LD and microdata
	pointsPrecise    = 2.9  // share of its words that stand in the address
	pointsCovers     = 1.3  // share of the address' words that stand in it
	pointsLength     = 2.0  // for twelve words or more, in proportion below
	pointsLong       = -2.7 // more than eighteen words
	pointsSeparator  = -2.6 // has a separator in it, as before the name of a site
	pointsAgain      = -1.0 // for every source after the first: their points add up
	fullLength       = 12   // words
	longTitle        = 18   // words
	titleCandidates  = 40
	headingsLookedAt = 6
)

// candidate is a text that may be the title.
type candidate struct {
	text    string
	source  Provenance
	points  float64
	origins int
}

// titles gathers candidates, the same text once.
type titles struct {
	d    *describer
	list []candidate
	at   map[string]int // by letters
}

// title chooses among headings, og:title, <title>, JSON-LD and microdata the
// one with the most points. Names of the site are stripped where it is proven
// that they are such.
func (d *describer) title() (string, Provenance) {
	t := &titles{d: d, at: map[string]int{}}
	story := d.r.Verdict.Kind == KindArticle || d.r.Verdict.Kind == KindForum
	t.headings(story)
	if d.story != nil {
		t.add(d.story.Text("headline", "name"), FromJSONLD, pointsLinked)
	}
	t.add(d.prop("headline"), FromMicrodata, pointsLinked)
	for _, c := range []struct {
		name   string
		source Provenance
		points float64
	}{{"og:title", FromOpenGraph, pointsOpenGraph}, {"twitter:title", FromTwitter, 0}, {"dc.title", FromDublinCore, 0}, {"citation_title", FromMeta, 0}} {
		t.add(d.stripSite(d.meta(c.name)), c.source, c.points)
	}
	t.add(d.stripSite(d.data.TitleTag), FromMarkup, pointsTag)
	return t.best()
}

// headings adds the story's headline and the first headings of the first level.
func (t *titles) headings(story bool) {
	page, seen := t.d.page, 0
	more := 0.0
	if story {
		more = pointsStory
	}
	if page.Headline >= 0 {
		t.add(headline(page.Blocks[page.Headline].Text), FromMarkup, pointsHeading+more)
	}
	for i := range page.Blocks {
		b := &page.Blocks[i]
		if b.Heading != 1 || b.Hidden {
			continue
		}
		if seen++; seen > headingsLookedAt {
			return
		}
		points := pointsLater
		if seen == 1 && page.Headline < 0 {
			points = pointsHeading
		}
		t.add(headline(b.Text), FromMarkup, points+more)
	}
}

// headline takes off the signs that link to a heading, and what a reader is
// told about it.
func headline(s string) string {
	s = strings.TrimRight(strings.Join(strings.Fields(s), " "), " ¶#§")
	for _, mark := range []string{"Title:", "Thread:", "Topic:"} {
		s = strings.TrimPrefix(s, mark)
	}
	return strings.TrimSpace(s)
}

func (t *titles) add(text string, source Provenance, points float64) {
	key := lettersOf(text)
	if key == "" || utf8.RuneCountInString(text) > maxTitle || len(t.list) >= titleCandidates {
		return
	}
	if i, seen := t.at[key]; seen {
		t.list[i].points += points + pointsAgain
		t.list[i].origins++
		return
	}
	t.at[key] = len(t.list)
	t.list = append(t.list, candidate{text, source, points, 1})
}

// maxTitle is longer than any title, in characters.
const maxTitle = 400

func (t *titles) best() (string, Provenance) {
	best := candidate{points: -1e9}
	slug := words(t.d.slug())
	for _, c := range t.list {
		own := words(c.text)
		c.points += pointsLength * min(float64(len(own)), fullLength) / fullLength
		if len(own) > longTitle {
			c.points += pointsLong
		}
		if hasSeparator(c.text) {
			c.points += pointsSeparator
		}
		if both := shared(own, slug); len(slug) > 0 && len(own) > 0 {
			c.points += pointsPrecise*float64(both)/float64(len(own)) + pointsCovers*float64(both)/float64(len(slug))
		}
		if t.d.isSite(c.text) && len(t.list) > 1 {
			c.points += pointsLong
		}
		if c.points > best.points {
			best = c
		}
	}
	return best.text, best.source
}

// words returns the distinct words of a text in small letters.
func words(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		set[w] = true
	}
	return set
}

func shared(a, b map[string]bool) (n int) {
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// lettersOf returns the letters and digits of a text, which titles and names
// are compared by.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// slug returns the last part of the page's address.
func (d *describer) slug() string {
	path := strings.TrimRight(d.path(), "/")
	return path[strings.LastIndexByte(path, '/')+1:]
}

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

// stripSite takes the name of the site and the like off a title, from its end
// or its beginning, as long as it is proven: by the page's own word for its
// site, by its address, or because what is left is a heading of the page.
func (d *describer) stripSite(s string) string {
	s = strings.TrimSpace(s)
	for {
		list := cuts(s)
		if len(list) == 0 {
			return s
		}
		first, last := list[0], list[len(list)-1]
		head, tail := strings.TrimSpace(s[:last.from]), strings.TrimSpace(s[last.to:])
		start, rest := strings.TrimSpace(s[:first.from]), strings.TrimSpace(s[first.to:])
		switch {
		case head != "" && (d.isSite(tail) || d.isHeading(head)):
			s = head
		case rest != "" && (d.isSite(start) || d.isHeading(rest)):
			s = rest
		default:
			return s
		}
	}
}

// shortName is how long, in letters, a name must be to be looked for inside
// another.
const shortName = 4

// isSite tells whether a text is the name of the site, or has it in it, as
// "Harbour Post Online".
func (d *describer) isSite(s string) bool {
	key := lettersOf(s)
	if key == "" {
		return true
	}
	for _, name := range d.siteNames {
		if key == name || len(name) >= shortName && strings.Contains(key, name) && len(key) < 2*len(name)+len("official") ||
			len(key) >= shortName && strings.Contains(name, key) && len(key)*2 >= len(name) {
			return true
		}
	}
	return false
}

// isHeading tells whether a text is a heading of the first level.
func (d *describer) isHeading(s string) bool { return d.headingKeys[lettersOf(s)] }

// gatherNames prepares isSite and isHeading.
func (d *describer) gatherNames() {
	add := func(name string) {
		if key := lettersOf(name); key != "" {
			d.siteNames = append(d.siteNames, key)
		}
	}
	add(d.meta("og:site_name"))
	add(d.meta("application-name"))
	add(d.publisher())
	add(d.page.Domain)
	d.headingKeys = map[string]bool{}
	seen := 0
	for i := range d.page.Blocks {
		if b := &d.page.Blocks[i]; b.Heading == 1 || b.Index == d.page.Headline {
			if seen++; seen > headingsLookedAt {
				return
			}
			d.headingKeys[lettersOf(headline(b.Text))] = true
		}
	}
}
