package extract

import (
	"math"
	"strings"
	"time"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

// Metadata is what the page says of itself. What it does not say is empty.
//
// Where sources disagree the first that passes its check wins, in this order:
// JSON-LD of the story, OpenGraph, Twitter, Dublin Core, other <meta>,
// microdata, markup near the headline, text, the address. The title alone is
// chosen by points, since its sources are right about equally often; what is
// proven to be the site's name is taken off before. Checks: a date must be
// one, from 1990 on, and not of the future; an author must look like a name
// and not be the site, unless there is no other; an address must be http or
// https; a language must agree with the words of the text.
type Metadata struct {
	Title       string   `json:"title"`
	Authors     []string `json:"authors"`
	Published   string   `json:"published"` // RFC 3339 date and time, or the date, or the month, as precisely as it is known
	Modified    string   `json:"modified"`  // the same
	Subtitle    string   `json:"subtitle"`
	SiteName    string   `json:"site_name"`
	Language    string   `json:"language"`  // BCP 47: as declared, or two letters where the text says otherwise
	Canonical   string   `json:"canonical"` // absolute URL
	Description string   `json:"description"`
	Image       Image    `json:"image"` // that the page is shown with elsewhere; its Block is -1
	Section     string   `json:"section"`
	Tags        []string `json:"tags"`
	License     string   `json:"license"` // URL or name
	Paywalled   bool     `json:"paywalled"`
	Favicon     string   `json:"favicon"` // absolute URL
	Next        string   `json:"next"`    // URL of the next page
	Words       int      `json:"words"`   // amount of reading of the text by the policy, see heuristics.Block.Words
	Minutes     int      `json:"minutes"` // to read it, rounded up

	// Sources tells which source gave each value, by its name in JSON.
	Sources map[string]Provenance `json:"sources"`
}

// Provenance is where a value was found.
type Provenance string

// Sources.
const (
	FromJSONLD     Provenance = "json-ld"
	FromOpenGraph  Provenance = "opengraph"
	FromTwitter    Provenance = "twitter"
	FromDublinCore Provenance = "dublin-core"
	FromMicrodata  Provenance = "microdata"
	FromMeta       Provenance = "meta"
	FromMarkup     Provenance = "markup"
	FromURL        Provenance = "url"
	FromText       Provenance = "text"
)

// noMetadata is that of a page that says nothing.
func noMetadata() Metadata {
	return Metadata{Authors: []string{}, Tags: []string{}, Image: noImage, Sources: map[string]Provenance{}}
}

var noImage = Image{Block: -1, Caption: -1}

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
	headingKeys map[string]bool
	datedBlocks []int // in which dates are looked for; nil: not gathered yet
	sources     map[string]Provenance
}

// describe makes the metadata of a result whose blocks have their roles.
func describe(r *Result, page *heuristics.Page, data *metadata.Data, src *Source) Metadata {
	if data == nil {
		data = &metadata.Data{}
	}
	d := &describer{r: r, page: page, data: data, address: src.URL, now: src.now(), graph: data.Graph(), sources: map[string]Provenance{}}
	d.story, d.web = d.objects()
	d.gatherNames()
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

// wordsPerMinute is how fast adults read prose to themselves: the mean of 190
// studies (Brysbaert 2019).
const wordsPerMinute = 238

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

// objects returns the story and the page in JSON-LD: the story that names the
// page's address, or else the first.
func (d *describer) objects() (story, page metadata.Object) {
	for _, o := range d.graph.Objects {
		switch {
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

// languageOf returns the declared language, unless the text is plainly in
// another one that we know.
func (d *describer) languageOf() string {
	declared, source := first(d.data.Lang, FromMarkup, d.meta("content-language"), FromMeta, strings.ReplaceAll(d.meta("og:locale"), "_", "-"), FromOpenGraph)
	if d.story != nil && declared == "" {
		declared, source = first(d.story.Text("inLanguage"), FromJSONLD)
	}
	found := d.page.Lang
	primary, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(declared, "_", "-")), "-")
	known := lexicon.Default().Language(primary) >= 0
	if len(declared) > maxLanguage || primary == "" || known && found != "" && found != primary && lexicon.Default().Language(primary) != lexicon.Default().Language(found) {
		declared, source = found, FromText
	}
	if declared != "" {
		d.sources["language"] = source
	}
	return declared
}

// maxLanguage is longer than any language tag: RFC 5646 asks for room for 35.
const maxLanguage = 35

// first returns the first value that is not empty, with its source. Values and
// sources alternate.
func first(pairs ...any) (string, Provenance) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if value, _ := pairs[i].(string); value != "" {
			return value, pairs[i+1].(Provenance)
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

// link returns an address as it may be given out.
func (d *describer) link(ref string) string {
	if ref == "" {
		return ""
	}
	return d.r.absolute(ref)
}

// picture is link for pictures, which come from the web alone.
func (d *describer) picture(ref string) string {
	if _, ok := safe.Image(ref); !ok || ref == "" {
		return ""
	}
	return d.r.absolute(ref)
}
