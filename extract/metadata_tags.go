package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

func (d *describer) section() (string, Provenance) {
	return first(claim{d.storyText("articleSection"), FromJSONLD}, claim{d.meta("article:section"), FromOpenGraph}, claim{d.prop("articleSection"), FromMicrodata},
		claim{d.meta("parsely-section"), FromMeta}, claim{d.meta("section"), FromMeta})
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
	if list = d.linkedTags(); len(list) > 0 {
		return list, FromMarkup
	}
	return nil, ""
}

// linkedTags are the texts of links to tags, but those of other stories and of
// pages that list them.
func (d *describer) linkedTags() (list tagList) {
	switch d.r.Verdict.Kind {
	case KindListing, KindCollection, KindProduct, KindService:
		return nil
	}
	for i := range d.r.Blocks {
		if r := d.r.Blocks[i].Role; r == heuristics.Related || r == heuristics.Comment || d.page.Blocks[i].LinkTo&heuristics.LinkTag == 0 {
			continue
		}
		if len(list) == maxTags || d.late() {
			break
		}
		for _, n := range d.r.elementsOf(i) {
			if d.tagLinks.Of(n, relTag) {
				list.split(strings.TrimPrefix(metadata.TextOf(n), "#"))
			}
		}
	}
	return list
}

// relTag tells whether an element is a link to a tag, and to no category, by
// its rel (microformats.org, rel-tag).
func relTag(n *html.Node) bool {
	if n.DataAtom != atom.A {
		return false
	}
	rel := strings.Fields(strings.ToLower(parse.Attr(n, "rel")))
	return slices.Contains(rel, "tag") && !slices.Contains(rel, "category")
}

// tagList is a list of keywords, each once.
type tagList []string

func (list *tagList) split(s string) {
	for tag := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '、' || r == '،' }) {
		if len(*list) == maxTags {
			return
		}
		tag = strings.TrimSpace(tag)
		if tag == "" || len(tag) > longestTag {
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
