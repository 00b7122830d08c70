package extract

import (
	"strings"
	"time"

	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/dates"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// dated is a date that was found.
type dated struct {
	date   dates.Date
	source Provenance
}

// publishedMetas and modifiedMetas are the names of <meta> that give a date,
// the most reliable first.
var publishedMetas = []named{{"article:published_time", FromOpenGraph}, {"og:published_time", FromOpenGraph}, {"datepublished", FromMicrodata},
	{"dc.date.issued", FromDublinCore}, {"dcterms.issued", FromDublinCore}, {"dcterms.created", FromDublinCore}, {"dc.date.created", FromDublinCore}, {"dc.date", FromDublinCore},
	{"dcterms.date", FromDublinCore}, {"citation_publication_date", FromMeta}, {"citation_date", FromMeta}, {"parsely-pub-date", FromMeta}, {"sailthru.date", FromMeta},
	{"article.published", FromMeta}, {"publish-date", FromMeta}, {"publishdate", FromMeta}, {"publish_date", FromMeta}, {"publication_date", FromMeta},
	{"pubdate", FromMeta}, {"date", FromMeta}, {"cxenseparse:recs:publishtime", FromMeta}, {"published-date", FromMeta}, {"published", FromMeta}, {"date.published", FromMeta}, {"pub_date", FromMeta}, {"publisheddate", FromMeta}, {"article_date_original", FromMeta}, {"release_date", FromMeta}, {"og:article:published_time", FromOpenGraph}}

var modifiedMetas = []named{{"article:modified_time", FromOpenGraph}, {"og:updated_time", FromOpenGraph}, {"datemodified", FromMicrodata}, {"dcterms.modified", FromDublinCore},
	{"dc.date.modified", FromDublinCore}, {"last-modified", FromMeta}, {"lastmod", FromMeta}, {"revised", FromMeta}}

// named is the name of a <meta> and what family it is of.
type named struct {
	name   string
	source Provenance
}

// publishedDate returns the first date that is none of the future from: JSON-LD
// of the story, <meta>, microdata, <time> and text near the headline, the
// address, JSON-LD of the page.
func (d *describer) publishedDate() (dated, bool) {
	for _, from := range []func() (dated, bool){
		func() (dated, bool) { return d.linkedDate(d.story, "datePublished", "dateCreated", "uploadDate") },
		func() (dated, bool) { return d.metaDate(publishedMetas) },
		func() (dated, bool) { return d.propDate("datePublished") },
		d.shownDate,
		d.addressDate,
		func() (dated, bool) { return d.linkedDate(d.web, "datePublished") },
		d.anyTime,
	} {
		if found, ok := from(); ok {
			return found, true
		}
	}
	return dated{}, false
}

func (d *describer) modifiedDate() (dated, bool) {
	for _, from := range []func() (dated, bool){
		func() (dated, bool) { return d.linkedDate(d.story, "dateModified") },
		func() (dated, bool) { return d.metaDate(modifiedMetas) },
		func() (dated, bool) { return d.propDate("dateModified") },
		d.shownChange,
		func() (dated, bool) { return d.linkedDate(d.web, "dateModified") },
	} {
		if found, ok := from(); ok {
			return found, true
		}
	}
	return dated{}, false
}

// tolerance is how far ahead of our clock a date may be: a day, for those
// whose day has begun earlier.
const tolerance = 24 * time.Hour

// read reads a date and checks it.
func (d *describer) read(value string, source Provenance) (dated, bool) {
	date, ok := dates.Parse(metadata.Clean(value), d.region())
	if !ok || date.Time.After(d.now.Add(tolerance)) {
		return dated{}, false
	}
	return dated{date, source}, true
}

// region returns the language with the country of the site's address where it
// has none of its own, since English is read in countries that write the day
// first and in one that does not.
func (d *describer) region() string {
	if d.language != "en" && d.language != "" || d.r.base == nil {
		return d.language
	}
	host := d.r.base.Hostname()
	country := host[strings.LastIndexByte(host, '.')+1:]
	if len(country) != 2 || strings.Contains(noCountries, country) {
		return d.language
	}
	return "en-" + country
}

// noCountries are the codes of countries that sites of everywhere use.
const noCountries = "us io ai co me tv cc ly to fm gg so sh"

func (d *describer) linkedDate(o metadata.Object, keys ...string) (dated, bool) {
	for _, key := range keys {
		if found, ok := d.read(o.Text(key), FromJSONLD); ok {
			return found, true
		}
	}
	return dated{}, false
}

func (d *describer) metaDate(list []named) (dated, bool) {
	for _, m := range list {
		if found, ok := d.read(d.meta(m.name), m.source); ok {
			return found, true
		}
	}
	return dated{}, false
}

func (d *describer) propDate(name string) (dated, bool) {
	for i := range d.data.Props {
		if p := &d.data.Props[i]; p.Name == name {
			if found, ok := d.read(p.Value(), FromMicrodata); ok {
				return found, true
			}
		}
	}
	return dated{}, false
}

// shownDate reads the blocks near the headline, then dated lines further on.
// What says that it is of a change is left to shownChange.
func (d *describer) shownDate() (dated, bool) { return d.firstDate(false) }

func (d *describer) shownChange() (dated, bool) { return d.firstDate(true) }

// dateBlocks returns the blocks in which dates are looked for.
func (d *describer) dateBlocks() []int {
	if d.datedBlocks == nil {
		d.datedBlocks = append(d.nearDates(), d.farDates()...)
	}
	return d.datedBlocks
}

// firstDate returns the first date in the blocks: that of a <time>, or in the
// text.
func (d *describer) firstDate(changed bool) (dated, bool) {
	for _, i := range d.dateBlocks() {
		text := d.r.Blocks[i].Text
		if saysChange(text) >= 0 != changed {
			if before := beforeUpdate(text); changed || before == "" {
				continue
			} else {
				text = before
			}
		}
		for _, n := range d.r.elementsOf(i) {
			if n.DataAtom != atom.Time {
				continue
			}
			for _, a := range n.Attr {
				if a.Key == "datetime" {
					if found, ok := d.read(a.Val, FromMarkup); ok {
						return found, true
					}
				}
			}
		}
		if found, ok := d.read(text, FromText); ok {
			return found, true
		}
	}
	return dated{}, false
}

// beforeUpdate returns what stands before the words that say when a page was
// changed.
func beforeUpdate(s string) string {
	if at := saysChange(s); at >= 0 {
		return s[:at]
	}
	return s
}

// nearDates returns the short blocks near the headline that have a date.
func (d *describer) nearDates() []int {
	list := d.nearHeadline()
	if h := d.page.Headline; h >= 0 {
		for i := max(h-bylineBefore, 0); i < min(h+bylineAfter, len(d.page.Blocks)); i++ {
			if b := &d.page.Blocks[i]; b.Dates != 0 && b.Words <= maxBylineWords && !b.Hidden {
				list = append(list, i)
			}
		}
	}
	return list
}

// maxDateLine is the words of a line that is a date and little else.
const maxDateLine = 8

// farDates returns dated lines after the headline that are no part of teasers,
// comments and menus.
func (d *describer) farDates() (list []int) {
	for i := max(d.page.Headline, 0); i < len(d.page.Blocks); i++ {
		b := &d.page.Blocks[i]
		if b.Dates&(heuristics.DateMonth|heuristics.DateNumeric) == 0 || b.Words > maxDateLine || b.Hidden {
			continue
		}
		switch d.r.Blocks[i].Role {
		case heuristics.Byline:
			list = append(list, i)
		case heuristics.Body, heuristics.Other, heuristics.Tags:
			if b.Cues[heuristics.CueByline] > 0 || b.Dates&heuristics.DateYear != 0 && b.Words <= maxDateLine/2 {
				list = append(list, i)
			}
		}
	}
	return list
}

// addressDate reads /2024/03/12/ in the page's address.
func (d *describer) addressDate() (dated, bool) {
	path := d.path()
	for i := range len(path) {
		if path[i] == '/' {
			if date, ok := pathDate(path[i+1:]); ok {
				return d.read(date, FromURL)
			}
		}
	}
	return dated{}, false
}

// pathDate reads the date that a part of an address begins with, from 1900 on:
// year, month and day, with a slash, a dash or nothing between them.
func pathDate(s string) (string, bool) {
	const year, other = 4, 2 // digits
	date := make([]byte, 0, len("2024-03-12"))
	for _, digits := range [...]int{year, other, other} {
		if len(date) > 0 {
			date = append(date, '-')
			if s != "" && (s[0] == '/' || s[0] == '-') {
				s = s[1:]
			}
		}
		if len(s) < digits {
			return "", false
		}
		for i := range digits {
			if s[i] < '0' || s[i] > '9' {
				return "", false
			}
		}
		date, s = append(date, s[:digits]...), s[digits:]
	}
	century, month, day := string(date[:2]), string(date[5:7]), string(date[8:])
	ok := (century == "19" || century == "20") && month >= "01" && month <= "12" && day >= "01" && day <= "31"
	return string(date), ok && (s == "" || s[0] == '/' || s[0] == '_' || s[0] == '-')
}

// anyTime returns the first <time> of the page.
func (d *describer) anyTime() (dated, bool) {
	const most = 3 // later ones are of teasers and comments
	for i, value := range d.data.Times {
		if i == most {
			break
		}
		if found, ok := d.read(value, FromMarkup); ok {
			return found, true
		}
	}
	return dated{}, false
}
