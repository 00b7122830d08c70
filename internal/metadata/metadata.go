// Package metadata reads what a page says of itself: <title>, <meta>, <link>,
// JSON-LD and marked-up times and authors.
package metadata

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/publicsuffix"
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

// Collector is shown every element of a page in document order.
type Collector struct {
	Limits Limits
	Cut    bool // JSON was left out because of them

	data    Data
	scripts []string
	bytes   int // of scripts
}

// Limits bound the JSON that is read.
type Limits struct {
	Script int // bytes of one script
	Total  int // bytes of all
	Depth  int // of arrays and objects, one in the other
}

// usualMetas is room for the <meta> of most pages.
const usualMetas = 16

// maxMeta bounds the number of <meta> names that are kept.
const maxMeta = 200

// See looks at one element.
func (c *Collector) See(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		if c.data.Lang == "" {
			c.data.Lang = attr(n, "lang")
			if c.data.Lang == "" {
				c.data.Lang = attr(n, "xml:lang")
			}
		}
	case atom.Title:
		if c.data.TitleTag == "" && n.Namespace == "" {
			c.data.TitleTag = childText(n)
		}
	case atom.Meta:
		c.meta(n)
	case atom.Link:
		c.link(n)
		if c.data.Canonical == "" && hasWord(attr(n, "rel"), "canonical") {
			c.data.Canonical = strings.TrimSpace(attr(n, "href"))
		}
	case atom.Base:
		if c.data.Base == "" {
			c.data.Base = strings.TrimSpace(attr(n, "href"))
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
			c.script(n.FirstChild.Data)
		}
	case atom.Time:
		if v := attr(n, "datetime"); v != "" {
			c.data.Times = append(c.data.Times, v)
		}
		c.props(n)
	default:
		c.props(n)
	}
}

// script keeps JSON that is within the limits.
func (c *Collector) script(json string) {
	if len(json) > c.Limits.Script || c.bytes+len(json) > c.Limits.Total || tooDeep(json, c.Limits.Depth) {
		c.Cut = true
		return
	}
	c.bytes += len(json)
	c.scripts = append(c.scripts, json)
}

func (c *Collector) meta(n *html.Node) {
	var content string
	var names [2]string
	for _, a := range n.Attr {
		switch a.Key {
		case "name":
			names[0] = a.Val
		case "property", "itemprop":
			names[1] = a.Val
		case "content":
			content = a.Val
		}
	}
	content = Fold(content)
	if content == "" {
		return
	}
	for _, field := range names {
		for name := range strings.FieldsSeq(field) {
			name = strings.ToLower(name)
			if name == "author" || name == "article:author" || name == "parsely-author" || name == "dc.creator" || name == "sailthru.author" {
				c.data.Authors = append(c.data.Authors, content)
			}
			if c.data.Meta == nil {
				c.data.Meta = make(map[string]string, usualMetas)
				c.data.Metas = make([]Named, 0, usualMetas)
			}
			if len(c.data.Metas) < maxMetas {
				c.data.Metas = append(c.data.Metas, Named{name, content})
			}
			if _, seen := c.data.Meta[name]; !seen && len(c.data.Meta) < maxMeta {
				c.data.Meta[name] = content
			}
		}
	}
}

// Data reads the JSON-LD that was seen and returns everything.
func (c *Collector) Data() *Data {
	for _, s := range c.scripts {
		values, ok := decodeLinked(s)
		if ok {
			c.data.LD.visit(values[0], 0)
		}
		c.data.linked = append(c.data.linked, values...)
	}
	c.scripts = nil
	return &c.data
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
				part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "By "))
				if len(names) < maxAuthors && plausibleName(part) && !containsFold(names, part) {
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

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func containsFold(list []string, s string) bool {
	for _, t := range list {
		if strings.EqualFold(t, s) {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func childText(n *html.Node) string {
	if c := n.FirstChild; c != nil && c == n.LastChild && c.Type == html.TextNode {
		return Fold(c.Data)
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return Fold(b.String())
}

// Fold makes one space of white space, and none at the ends.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// folded tells whether there is nothing to fold in s, which is so in nearly
// all values.
func folded(s string) bool {
	space := true // one may not stand first
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' || c == ' ' && space:
			return false
		case c == 0xC2 || c >= 0xE1 && c <= 0xE3: // all spaces beyond ASCII begin with one of these
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				return false
			}
		}
		space = s[i] == ' '
	}
	return !space || s == ""
}
