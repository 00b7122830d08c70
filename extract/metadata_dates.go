package extract

import (
	"strings"
	"time"

	"github.com/seed-1beecd1b/bodycopy/internal/dates"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// dated is a date that was found.
type dated struct {
	date   dates.Date
	source Provenance
}

// named is the name of a <meta> and what family it is of.
type named struct {
	name   string
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
	if value == "" {
		return dated{}, false
	}
	date, ok := dates.Parse(metadata.Clean(value), d.region)
	if !ok || date.Time.After(d.now.Add(tolerance)) {
		return dated{}, false
	}
	return dated{date, source}, true
}

// regionOf returns the language with the country of the site's address where it
// has none of its own, since English is read in countries that write the day
// first and in one that does not.
func (d *describer) regionOf() string {
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
