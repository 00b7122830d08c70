package extract

// Metadata is what the page says of itself. What it does not say is empty.
//
// Where sources disagree the first that passes its check wins, in this order:
// JSON-LD of the story, OpenGraph, Twitter, Dublin Core, other <meta>,
// microdata, markup near the headline, text, the address. The title alone is
// chosen by votes, since its sources are right about equally often: <title>,
// OpenGraph, linked data and headings of the first level have one each, the way
// to the page in linked data has half a one, and the words of the address count
// too. Of several headings, one has no vote alone if its role is not title or
// <title> has none of its words. What is proven to be the site's name or
// section is taken off before, and from the chosen title what follows a bar, if
// most words of the address are of what stands before it and none is of what
// follows. Where there is no such source, as in plain text, the block with that
// role is the title. Checks: a date must be one, from 1990 on, and not of the future; an
// author must look like a name and not be the site, unless there is no other;
// an address must be http or https; a language must agree with the words of the
// text.
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
