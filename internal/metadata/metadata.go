// Package metadata reads what a page says of itself: <title>, <meta>, <link>,
// JSON-LD and marked-up times and authors.
package metadata

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/publicsuffix"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// Data is what was found, each value as the page gives it, white space folded.
type Data struct {
	Lang      string // <html lang>
	TitleTag  string
	Canonical string
	Base      string
	Meta      map[string]string // by lower-case name or property; the first of a name wins
	Authors   []string          // from <meta> and rel=author, in order
	Times     []string          // datetime of <time>, in order
	LD        LinkedData

	Metas []Named // every <meta>, in order, those of the same name too
	Links []Link  // <link> of kinds that matter here
	Props []Prop  // microdata and rel=author, in order

	linked []any // JSON-LD, broken scripts mended
}

// Named is a value with the name that the page gives it, in lower case.
type Named struct{ Name, Value string }

// Link is a <link> or <a> with a rel.
type Link struct{ Rel, Href string }

// Prop is an element with an itemprop, or that is the author by rel.
type Prop struct {
	Name string
	Node *html.Node
}

// Value returns what an element with an itemprop says: its content, datetime
// or address, or else its text.
func (p *Prop) Value() string {
	for _, key := range []string{"content", "datetime"} {
		if v := Fold(clip(parse.Attr(p.Node, key))); v != "" {
			return v
		}
	}
	return TextOf(p.Node)
}

// Titles returns the candidates for the story's headline, best first and
// without doubles: JSON-LD headline, og:title, twitter:title, <title>.
func (d *Data) Titles() []string {
	all := [...]string{d.LD.Headline, d.Meta["og:title"], d.Meta["twitter:title"], d.TitleTag}
	titles := make([]string, 0, len(all))
	for _, t := range all {
		if t != "" && !containsFold(titles, t) {
			titles = append(titles, t)
		}
	}
	return titles
}

// SiteName returns the name of the site, "" if the page does not say it.
func (d *Data) SiteName() string {
	return first(d.Meta["og:site_name"], d.Meta["application-name"], d.LD.Publisher)
}

// Domain returns the name in the page's address: "example" of
// https://www.example.co.uk/page. The address is looked for in the page if
// none is given.
func (d *Data) Domain(address string) string {
	u, err := url.Parse(first(address, d.Canonical, d.Meta["og:url"]))
	if err != nil || u.Host == "" {
		return ""
	}
	name, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname())
	if err != nil {
		return ""
	}
	name, _, _ = strings.Cut(name, ".")
	return name
}

// Description returns the page's own summary.
func (d *Data) Description() string {
	return first(d.Meta["description"], d.Meta["og:description"], d.LD.Description)
}

// Published returns the date of publication as the page writes it.
func (d *Data) Published() string {
	return first(d.Meta["article:published_time"], d.LD.Published, d.Meta["datepublished"], d.Meta["parsely-pub-date"],
		d.Meta["dc.date.issued"], d.Meta["dc.date"], d.Meta["date"], d.Meta["publishdate"], d.Meta["sailthru.date"])
}

// AuthorNames returns the authors' names without doubles, addresses of
// profiles left out.
func (d *Data) AuthorNames() []string {
	var names []string
	for _, list := range [][]string{d.LD.Authors, d.Authors} {
		for _, name := range list {
			for part := range strings.SplitSeq(name, ",") {
				if len(names) == maxAuthors {
					return names
				}
				part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "By "))
				if plausibleName(part) && !containsFold(names, part) {
					names = append(names, part)
				}
			}
		}
		if len(names) > 0 {
			break
		}
	}
	return names
}

// maxNameWords and maxNameBytes bound what can be a name.
const (
	maxNameWords = 6
	maxNameBytes = 60
)

// maxAuthors bounds how many are kept: each is looked for in every block.
const maxAuthors = 30

func plausibleName(s string) bool {
	if s == "" || len(s) > maxNameBytes || strings.Contains(s, "://") || strings.Contains(s, "@") || strings.ContainsAny(s, "/<>{}") {
		return false
	}
	return len(strings.Fields(s)) <= maxNameWords && strings.IndexFunc(s, unicode.IsLetter) >= 0
}
