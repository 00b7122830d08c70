package extract

import (
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

func (d *describer) subtitle() (string, Provenance) {
	for i := range d.r.Blocks {
		if b := &d.r.Blocks[i]; b.Role == heuristics.Dek && !b.Hidden() && (d.page.Headline < 0 || i > d.page.Headline) {
			return strings.Join(strings.Fields(b.Text), " "), FromText
		}
	}
	return first(claim{d.storyText("alternativeHeadline"), FromJSONLD}, claim{d.prop("alternativeHeadline"), FromMicrodata})
}

func (d *describer) description() (string, Provenance) {
	return first(claim{d.meta("description"), FromMeta}, claim{d.meta("og:description"), FromOpenGraph}, claim{d.storyText("description"), FromJSONLD},
		claim{d.meta("twitter:description"), FromTwitter}, claim{d.meta("dc.description"), FromDublinCore})
}

func (d *describer) license() (string, Provenance) {
	for _, l := range d.data.Links {
		if l.Rel == "license" || l.Rel == "a license" {
			if link := d.link(l.Href); link != "" {
				return link, FromMarkup
			}
		}
	}
	return first(claim{d.licence(d.storyText("license")), FromJSONLD}, claim{d.licence(d.meta("dcterms.license")), FromDublinCore},
		claim{d.licence(d.meta("dc.rights.license")), FromDublinCore})
}

// licence is the address of a licence, or its name, which stays as it is: "CC BY
// 4.0". An address has a slash or a colon, and no space.
func (d *describer) licence(value string) string {
	switch {
	case strings.ContainsAny(value, "/:") && !strings.Contains(value, " "):
		return d.link(value)
	case safe.Name(value):
		return value
	}
	return ""
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
		if d.wall(i) {
			return true, FromText
		}
	}
	return false, ""
}

// wall tells whether block i is a wall that is seen: by its role, and by its
// wording or a name around it, since the role is that of few blocks, and what is
// like nothing else has it now and then.
func (d *describer) wall(i int) bool {
	b := &d.page.Blocks[i]
	if d.r.Blocks[i].Role != heuristics.Paywall || b.Hidden {
		return false
	}
	e := d.page.Element(b)
	return b.Cues[heuristics.CuePaywall] > 0 || e != nil && e.All&heuristics.MarkPaywall != 0
}

// wordsPerMinute is how fast adults read prose to themselves: the mean of 190
// studies (Brysbaert 2019).
const wordsPerMinute = 238

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
