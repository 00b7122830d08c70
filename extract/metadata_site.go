package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

func (d *describer) siteName() (string, Provenance) {
	site := ""
	for _, o := range d.graph.Objects {
		if o.Is("WebSite") {
			site = o.Text("name")
			break
		}
	}
	return first(claim{d.meta("og:site_name"), FromOpenGraph}, claim{d.meta("application-name"), FromMeta}, claim{d.publisher(), FromJSONLD}, claim{site, FromJSONLD})
}

func (d *describer) publisher() string {
	if d.story != nil {
		for _, o := range d.graph.Things(d.story["publisher"]) {
			return o.Text("name")
		}
	}
	return ""
}

// gatherNames prepares isSite, isHeading and what the title is chosen by.
func (d *describer) gatherNames() {
	add := func(name string) {
		if key := lexicon.Fingerprint(name); key != "" {
			d.siteNames = append(d.siteNames, key)
		}
	}
	add(d.meta("og:site_name"))
	add(d.meta("application-name"))
	add(d.publisher())
	add(d.page.Domain)
	u := d.own()
	d.front = u != nil && strings.Trim(u.Path, "/") == ""
	d.siteShort = initials(d.meta("og:site_name"))
	d.slug = d.slugWords()
	d.linkedKey = lexicon.Fingerprint(d.storyText("headline", "name"))
	seen := 0
	for i := range d.page.Blocks {
		if b := &d.page.Blocks[i]; b.Heading == 1 || b.Index == d.page.Headline {
			if seen++; seen > headingsLookedAt {
				return
			}
			d.headingKeys = append(d.headingKeys, lexicon.Fingerprint(headline(b.Text)))
		}
	}
}

// shortName is how long, in letters, a name must be to be looked for inside
// another.
const shortName = 4

// isSite tells whether a text is the name of the site, or has it in it, as
// "Harbour Post Online".
func (d *describer) isSite(s string) bool { return d.isSiteKey(lexicon.Fingerprint(s), s) }

// isSiteKey is isSite for a text whose letters are known.
func (d *describer) isSiteKey(key, s string) bool {
	if key == "" || len(key) > len("ab") && key == d.siteShort {
		return true
	}
	for _, name := range d.siteNames {
		if key == name || len(name) >= shortName && len(key) < 2*len(name)+len("official") && strings.Contains(key, name) ||
			len(key) >= shortName && len(key)*2 >= len(name) && strings.Contains(name, key) {
			return true
		}
		if len(name) > len("ab") && name == initials(s) { // osha, Occupational Safety and Health Administration
			return true
		}
	}
	return false
}

// isSiteAlone tells whether a text, whose letters are key, is the name of the
// site and says no more: a title may begin with the name, as "Harbour Post
// prices" does.
func (d *describer) isSiteAlone(key, s string) bool {
	says := func(name string) bool { return len(key) > len(name)+len("com") && strings.Contains(key, name) }
	return slices.Contains(d.siteNames, key) || d.isSiteKey(key, s) && !slices.ContainsFunc(d.siteNames, says)
}

// initials returns the first letters of the words with a capital, in small
// letters.
func initials(s string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// findWhole finds out whether the page is a part of a book or the like, whose
// name stands at the end of <title> and in a heading of every page: the address
// names what stands before it.
func (d *describer) findWhole() {
	list := cuts(d.data.TitleTag)
	if len(list) == 0 {
		return
	}
	last := list[len(list)-1]
	head, tail := d.data.TitleTag[:last.from], d.data.TitleTag[last.to:]
	if d.isHeading(tail) && shared(words(head), d.slug) > shared(words(tail), d.slug) {
		d.whole = lexicon.Fingerprint(tail)
	}
}

// slugWords returns the words in the last part of the page's address.
func (d *describer) slugWords() []string {
	path := strings.TrimRight(d.path(), "/")
	return words(path[strings.LastIndexByte(path, '/')+1:])
}

// isHeading tells whether a text is a heading of the first level.
func (d *describer) isHeading(s string) bool {
	return slices.Contains(d.headingKeys, lexicon.Fingerprint(s))
}

// isHeadline tells whether a text is such a heading, or the headline in linked data.
func (d *describer) isHeadline(s string) bool {
	return d.isHeading(s) || d.linkedKey != "" && lexicon.Fingerprint(s) == d.linkedKey
}
