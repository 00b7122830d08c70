package extract

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// describer holds what is needed while metadata is made.
type describer struct {
	r        *Result
	page     *heuristics.Page
	data     *metadata.Data
	address  string
	now      time.Time
	language string

	graph *metadata.Graph
	story metadata.Object // the page's article in JSON-LD, nil if there is none
	web   metadata.Object // the page itself

	siteNames   []string // in letters
	siteShort   string   // initials of its name
	linkedKey   string   // in letters: the headline in linked data
	front       bool     // the page is the first of its site
	sections    []string // in letters: what the page is in
	crumb       string   // what the way to the page calls it
	headingKeys []string // of headings of the first level, in letters
	slug        []string // words of the last part of the address
	whole       string   // in letters: what the page is a part of, "" if that is not known
	datedBlocks []int    // in which dates are looked for; nil: not gathered yet
	sources     map[string]Provenance
}

// describe makes the metadata of a result whose blocks have their roles.
func describe(r *Result, page *heuristics.Page, data *metadata.Data, src *Source) Metadata {
	if data == nil {
		data = &metadata.Data{}
	}
	d := &describer{r: r, page: page, data: data, address: src.URL, now: src.now(), graph: data.Graph(), sources: make(map[string]Provenance, usualSources)}
	d.story, d.web = d.objects()
	d.gatherNames()
	d.gatherWay()
	d.findWhole()
	m := noMetadata()
	m.Language = d.languageOf()
	d.language = m.Language
	m.Title = note(d, "title", d.title)
	m.Subtitle = note(d, "subtitle", d.subtitle)
	if names := note(d, "authors", d.authors); names != nil {
		m.Authors = names
	}
	m.Published = note(d, "published", dateText(d.publishedDate))
	m.Modified = note(d, "modified", dateText(d.modifiedDate))
	m.SiteName = note(d, "site_name", d.siteName)
	m.Canonical = note(d, "canonical", d.canonical)
	m.Description = note(d, "description", d.description)
	m.Image = note(d, "image", d.image)
	m.Section = note(d, "section", d.section)
	if tags := note(d, "tags", d.tags); tags != nil {
		m.Tags = tags
	}
	m.License = note(d, "license", d.license)
	m.Paywalled = note(d, "paywalled", d.paywalled)
	m.Favicon = note(d, "favicon", d.favicon)
	m.Next = note(d, "next", d.next)
	m.Words = d.wordCount()
	m.Minutes = int(math.Ceil(float64(m.Words) / wordsPerMinute))
	m.Sources = d.sources
	return m
}

// usualSources is how many of a page's values have a source, at most.
const usualSources = 16

// note keeps where a value came from.
func note[T any](d *describer, name string, find func() (T, Provenance)) T {
	value, source := find()
	if source != "" {
		d.sources[name] = source
	}
	return value
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
	for _, o := range d.graph.Objects {
		switch {
		case list && o.Is("Question"):
		case page == nil && o.Is("WebPage", "ItemPage", "AboutPage", "ProfilePage"):
			page = o
		case !o.Story() || o.Text("headline", "name", "datePublished") == "":
		case story == nil, d.ownAddress(o) && !d.ownAddress(story):
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
