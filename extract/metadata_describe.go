package extract

import (
	"math"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// describer holds what is needed while metadata is made.
type describer struct {
	r        *Result
	page     *heuristics.Page
	data     *metadata.Data
	address  string
	now      time.Time
	late     func() bool // tells whether to end: what is not found then stays empty
	language string
	region   string // language, with the country that the address is of

	graph *metadata.Graph
	story metadata.Object // the page's article in JSON-LD, nil if there is none
	web   metadata.Object // the page itself

	siteNames   []string        // in letters
	siteShort   string          // initials of its name
	linkedKey   string          // in letters: the headline in linked data
	front       bool            // the page is the first of its site
	sections    []string        // in letters: what the page is in
	crumb       string          // what the way to the page calls it
	headingKeys []string        // of headings of the first level, in letters
	slug        []string        // words of the last part of the address
	whole       string          // in letters: what the page is a part of, "" if that is not known
	datedBlocks []int           // in which dates are looked for; nil: not gathered yet
	eventDays   map[string]bool // on which events begin and end; nil: not gathered yet

	authorElements parse.Once[bool]
	nameless       map[*html.Node]bool // of these, those in which no name was found
	tagLinks       parse.Once[bool]
	times          parse.Once[timeElement]

	sources map[string]Provenance
}

// describe makes the metadata of a result whose blocks have their roles, as far
// as there is time for it.
func describe(r *Result, page *heuristics.Page, data *metadata.Data, src *Source, late func() bool) Metadata {
	if data == nil {
		data = &metadata.Data{}
	}
	d := &describer{r: r, page: page, data: data, address: src.URL, now: src.now(), late: late, graph: data.Graph(), sources: make(map[string]Provenance, usualSources)}
	d.story, d.web = d.objects()
	d.gatherNames()
	d.gatherWay()
	d.findWhole()
	m := noMetadata()
	m.Language = d.languageOf()
	d.language = m.Language
	d.region = d.regionOf()
	note(d, "title", &m.Title, d.title)
	note(d, "subtitle", &m.Subtitle, d.subtitle)
	note(d, "authors", &m.Authors, d.authors)
	note(d, "published", &m.Published, dateText(d.publishedDate))
	note(d, "modified", &m.Modified, dateText(d.modifiedDate))
	note(d, "site_name", &m.SiteName, d.siteName)
	note(d, "canonical", &m.Canonical, d.canonical)
	note(d, "description", &m.Description, d.description)
	note(d, "image", &m.Image, d.image)
	note(d, "section", &m.Section, d.section)
	note(d, "tags", &m.Tags, d.tags)
	note(d, "license", &m.License, d.license)
	note(d, "paywalled", &m.Paywalled, d.paywalled)
	note(d, "favicon", &m.Favicon, d.favicon)
	note(d, "next", &m.Next, d.next)
	m.Words = d.wordCount()
	m.Minutes = int(math.Ceil(float64(m.Words) / wordsPerMinute))
	m.Sources = d.sources
	return m
}

// usualSources is how many of a page's values have a source, at most.
const usualSources = 16

// note looks for a value, if there is time, and keeps it with where it came from.
func note[T any](d *describer, name string, value *T, find func() (T, Provenance)) {
	if d.late() {
		return
	}
	if found, source := find(); source != "" {
		*value, d.sources[name] = found, source
	}
}

func dateText(find func() (dated, bool)) func() (string, Provenance) {
	return func() (string, Provenance) {
		found, ok := find()
		if !ok {
			return "", ""
		}
		return found.date.String(), found.source
	}
}

// claim is a value and where it was found.
type claim struct {
	value  string
	source Provenance
}

// first returns the first value that is not empty.
func first(list ...claim) (string, Provenance) {
	for _, s := range list {
		if s.value != "" {
			return s.value, s.source
		}
	}
	return "", ""
}

// meta returns a <meta> by its name in small letters.
func (d *describer) meta(name string) string {
	value := d.data.Meta[name]
	if value == "" {
		return ""
	}
	return metadata.Clean(value)
}

// prop returns microdata.
func (d *describer) prop(name string) string {
	for i := range d.data.Props {
		if d.data.Props[i].Name == name {
			return metadata.Clean(d.data.Props[i].Value())
		}
	}
	return ""
}

// storyText returns properties of the story in JSON-LD.
func (d *describer) storyText(keys ...string) string {
	if d.story == nil {
		return ""
	}
	return d.story.Text(keys...)
}

// objects returns the story and the page in JSON-LD: the story that names the
// page's address, or else the first. A question of a list of such is none.
func (d *describer) objects() (story, page metadata.Object) {
	isList := func(o metadata.Object) bool { return o.Is("FAQPage") }
	list := slices.ContainsFunc(d.graph.Objects, isList)
	own := false // the story names the page's address
	for _, o := range d.graph.Objects {
		if d.late() {
			break
		}
		switch {
		case list && o.Is("Question"):
		case page == nil && o.Is("WebPage", "ItemPage", "AboutPage", "ProfilePage"):
			page = o
		case !o.Story() || o.Text("headline", "name", "datePublished") == "":
		case story == nil, !own && d.ownAddress(o):
			own = d.ownAddress(o)
			story = o
		}
	}
	return story, page
}

func (d *describer) ownAddress(o metadata.Object) bool {
	for _, key := range []string{"url", "mainEntityOfPage", "@id"} {
		for _, ref := range []string{o.Text(key), objectID(o[key])} {
			if ref != "" && (strings.TrimSuffix(ref, "/") == strings.TrimSuffix(d.data.Canonical, "/") || ref == d.address) {
				return true
			}
		}
	}
	return false
}

func objectID(value any) string {
	if o, ok := value.(map[string]any); ok {
		return metadata.Object(o).Text("@id", "url")
	}
	return ""
}
