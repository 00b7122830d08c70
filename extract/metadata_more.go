package extract

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// storyText returns properties of the story in JSON-LD.
func (d *describer) storyText(keys ...string) string {
	if d.story == nil {
		return ""
	}
	return d.story.Text(keys...)
}

func (d *describer) publisher() string {
	if d.story != nil {
		for _, o := range d.graph.Things(d.story["publisher"]) {
			return o.Text("name")
		}
	}
	return ""
}

func (d *describer) subtitle() (string, Provenance) {
	for i := range d.r.Blocks {
		if b := &d.r.Blocks[i]; b.Role == heuristics.Dek && !b.Hidden() && (d.page.Headline < 0 || i > d.page.Headline) {
			return strings.Join(strings.Fields(b.Text), " "), FromText
		}
	}
	return first(d.storyText("alternativeHeadline"), FromJSONLD, d.prop("alternativeHeadline"), FromMicrodata)
}

func (d *describer) siteName() (string, Provenance) {
	site := ""
	for _, o := range d.graph.Objects {
		if o.Is("WebSite") {
			site = o.Text("name")
			break
		}
	}
	return first(d.meta("og:site_name"), FromOpenGraph, d.meta("application-name"), FromMeta, d.publisher(), FromJSONLD, site, FromJSONLD)
}

// canonical returns the address that the page gives itself. A page deep in a
// site that calls itself the home page is not believed.
func (d *describer) canonical() (string, Provenance) {
	for _, c := range []struct {
		ref    string
		source Provenance
	}{{d.data.Canonical, FromMarkup}, {d.data.Meta["og:url"], FromOpenGraph}} {
		link := d.link(c.ref)
		u, err := url.Parse(link)
		if link == "" || err != nil || d.address != "" && strings.Trim(u.Path, "/") == "" && deep(d.address) {
			continue
		}
		return link, c.source
	}
	return "", ""
}

func deep(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.Count(strings.Trim(u.Path, "/"), "/") > 0
}

// path returns the path of the page's address.
func (d *describer) path() string {
	for _, ref := range []string{d.address, d.data.Canonical, d.data.Meta["og:url"]} {
		if u, err := url.Parse(ref); err == nil && u.Host != "" {
			return u.Path
		}
	}
	return ""
}

func (d *describer) description() (string, Provenance) {
	return first(d.meta("description"), FromMeta, d.meta("og:description"), FromOpenGraph, d.storyText("description"), FromJSONLD,
		d.meta("twitter:description"), FromTwitter, d.meta("dc.description"), FromDublinCore)
}

// image returns the picture that the page gives of itself, or else the first
// that goes with its text.
func (d *describer) image() (Image, Provenance) {
	if url := d.picture(metadata.Clean(firstOf(d.data.Meta, "og:image:secure_url", "og:image", "og:image:url"))); url != "" {
		return Image{URL: url, Alt: d.meta("og:image:alt"), Width: size(d.meta("og:image:width")), Height: size(d.meta("og:image:height")), Block: -1, Caption: -1}, FromOpenGraph
	}
	if d.story != nil {
		for _, o := range d.graph.Things(d.story["image"]) {
			if url := d.picture(o.Text("url", "contentUrl", "name")); url != "" {
				return Image{URL: url, Alt: o.Text("caption", "description"), Width: number(o["width"]), Height: number(o["height"]), Block: -1, Caption: -1}, FromJSONLD
			}
		}
	}
	if url := d.picture(firstOf(d.data.Meta, "twitter:image", "twitter:image:src")); url != "" {
		return Image{URL: url, Alt: d.meta("twitter:image:alt"), Block: -1, Caption: -1}, FromTwitter
	}
	for _, img := range d.r.Images() {
		if !img.Video {
			return img, FromMarkup
		}
	}
	return noImage, ""
}

func firstOf(m map[string]string, keys ...string) string {
	for _, key := range keys {
		if m[key] != "" {
			return m[key]
		}
	}
	return ""
}

// size reads a number of pixels.
func size(s string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(s), "px"))
	const most = 1 << 15
	if err != nil || n < 0 || n > most {
		return 0
	}
	return n
}

// number reads a number of JSON, which may be a string or {"value": 12}.
func number(value any) int {
	switch v := value.(type) {
	case float64:
		return size(strconv.Itoa(int(min(max(v, 0), 1<<20))))
	case string:
		return size(v)
	case map[string]any:
		if _, nested := v["value"].(map[string]any); !nested {
			return number(v["value"])
		}
	}
	return 0
}

func (d *describer) section() (string, Provenance) {
	return first(d.storyText("articleSection"), FromJSONLD, d.meta("article:section"), FromOpenGraph, d.prop("articleSection"), FromMicrodata,
		d.meta("parsely-section"), FromMeta, d.meta("section"), FromMeta)
}

// Bounds of keywords: how many, and how long one is in bytes.
const (
	maxTags    = 50
	longestTag = 80
)

func (d *describer) tags() ([]string, Provenance) {
	var list tagList
	if d.story != nil {
		for _, s := range d.story.Texts("keywords") {
			list.split(s)
		}
	}
	if len(list) > 0 {
		return list, FromJSONLD
	}
	for _, m := range d.data.Metas {
		if m.Name == "article:tag" {
			list.split(metadata.Clean(m.Value))
		}
	}
	if len(list) > 0 {
		return list, FromOpenGraph
	}
	for _, name := range []string{"news_keywords", "keywords", "parsely-tags", "sailthru.tags"} {
		if list.split(d.meta(name)); len(list) > 0 {
			return list, FromMeta
		}
	}
	return nil, ""
}

// tagList is a list of keywords, each once.
type tagList []string

func (list *tagList) split(s string) {
	for tag := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '、' || r == '،' }) {
		tag = strings.TrimSpace(tag)
		if tag == "" || len(tag) > longestTag || len(*list) >= maxTags {
			continue
		}
		known := false
		for _, old := range *list {
			known = known || strings.EqualFold(old, tag)
		}
		if !known {
			*list = append(*list, tag)
		}
	}
}

func (d *describer) license() (string, Provenance) {
	for _, l := range d.data.Links {
		if l.Rel == "license" || l.Rel == "a license" {
			if link := d.link(l.Href); link != "" {
				return link, FromMarkup
			}
		}
	}
	return first(d.link(d.storyText("license")), FromJSONLD, d.meta("dcterms.license"), FromDublinCore, d.meta("dc.rights.license"), FromDublinCore)
}

// paywalled believes JSON-LD, then <meta>, then a wall that is seen.
func (d *describer) paywalled() (bool, Provenance) {
	for _, o := range []metadata.Object{d.story, d.web} {
		switch v := o["isAccessibleForFree"].(type) {
		case bool:
			return !v, FromJSONLD
		case string:
			return strings.EqualFold(strings.TrimSpace(v), "false"), FromJSONLD
		}
	}
	switch strings.ToLower(d.meta("article:content_tier")) {
	case "free":
		return false, FromOpenGraph
	case "locked", "metered":
		return true, FromOpenGraph
	}
	for i := range d.r.Blocks {
		if b := &d.r.Blocks[i]; b.Role == heuristics.Paywall && !b.Hidden() {
			return true, FromText
		}
	}
	return false, ""
}

func (d *describer) favicon() (string, Provenance) {
	for _, rel := range []string{"icon", "shortcut icon", "apple-touch-icon"} {
		for _, l := range d.data.Links {
			if l.Rel == rel {
				if link := d.picture(l.Href); link != "" {
					return link, FromMarkup
				}
			}
		}
	}
	return "", ""
}

func (d *describer) next() (string, Provenance) {
	for _, rel := range []string{"next", "a next"} {
		for _, l := range d.data.Links {
			if l.Rel == rel {
				if link := d.link(l.Href); link != "" && link != d.address {
					return link, FromMarkup
				}
			}
		}
	}
	return "", ""
}

// wordCount sums up the blocks that the extractor's policy keeps.
func (d *describer) wordCount() (words int) {
	kept, err := d.r.kept(nil)
	if err != nil {
		return 0
	}
	for i, shown := range kept {
		if shown {
			words += d.page.Blocks[i].Words
		}
	}
	return words
}
