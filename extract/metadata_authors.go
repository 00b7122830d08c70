package extract

import (
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// maxAuthors bounds how many authors are given.
const maxAuthors = 50

// authors returns the names of the first source that has any: JSON-LD, <meta>,
// microdata, rel=author, and what stands near the headline as a byline. Within
// JSON-LD people come before organisations. A name that is the site's is the
// last resort.
func (d *describer) authors() ([]string, Provenance) {
	var sites []string
	var siteSource Provenance
	for _, s := range []struct {
		source Provenance
		names  func() []string
	}{
		{FromJSONLD, d.linkedAuthors},
		{FromMeta, d.metaAuthors},
		{FromTwitter, d.cardAuthors},
		{FromMicrodata, func() []string { return d.propAuthors("author") }},
		{FromMarkup, func() []string { return d.propAuthors("rel=author") }},
		{FromText, d.bylineAuthors},
		{FromText, d.bioAuthors},
		{FromText, d.farAuthors},
	} {
		names := s.names()
		if own := d.notSites(names); len(own) > 0 {
			return own, s.source
		}
		if sites == nil && len(names) > 0 {
			sites, siteSource = names[:1], s.source
		}
	}
	return sites, siteSource
}

// notSites returns the names that are not the site's; on a thread only that of
// who began it.
func (d *describer) notSites(names []string) []string {
	own := slices.DeleteFunc(slices.Clone(names), d.isSite)
	if len(own) > 1 && d.r.Verdict.Kind == KindForum {
		return own[:1]
	}
	return own
}

// people is a list of names, each once.
type people struct {
	names []string
	keys  []string // their letters
}

// add adds the names in a text; several are joined by commas or by "and".
func (p *people) add(text string) {
	for _, name := range splitNames(text) {
		p.one(name)
	}
}

func (p *people) one(name string) {
	if len(p.names) == maxAuthors {
		return
	}
	const initial = 1 // letter, in the place of a portrait
	if key := lexicon.Fingerprint(name); len(key) > initial && !slices.Contains(p.keys, key) {
		p.names, p.keys = append(p.names, name), append(p.keys, key)
	}
}

func (p *people) has(text string) bool {
	key := lexicon.Fingerprint(text)
	return slices.ContainsFunc(p.keys, func(name string) bool { return strings.Contains(key, name) })
}

// addName adds a text that is marked as an author's name, which may be a name
// that the author has made up.
func (p *people) addName(text string) {
	if rest, ok := bylineText(text); ok {
		text = rest
	}
	if p.has(text) {
		return
	}
	before := len(p.names)
	p.add(text)
	if len(p.names) == before && handle(text) {
		p.one(text)
	}
}
