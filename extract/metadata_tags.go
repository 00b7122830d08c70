package extract

import (
	"strings"

	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
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
