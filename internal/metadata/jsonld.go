package metadata

import (
	"html"
	"strings"
)

// LinkedData is what the page's JSON-LD says that is of use here.
type LinkedData struct {
	Types       []string // every @type, without its address
	Headline    string
	Description string
	Published   string
	Publisher   string
	Authors     []string
	Body        string // articleBody
}

// maxLinkedDepth bounds how deep objects are followed.
const maxLinkedDepth = 12

// storyTypes are the types whose headline, author and date are the page's.
var storyTypes = map[string]bool{
	"Article": true, "NewsArticle": true, "BlogPosting": true, "ReportageNewsArticle": true, "TechArticle": true,
	"OpinionNewsArticle": true, "AnalysisNewsArticle": true, "LiveBlogPosting": true, "Report": true, "Review": true,
	"ScholarlyArticle": true, "AdvertiserContentArticle": true, "BackgroundNewsArticle": true, "ReviewNewsArticle": true,
	"SocialMediaPosting": true, "DiscussionForumPosting": true, "Recipe": true, "HowTo": true, "QAPage": true,
	"Question": true, "MedicalWebPage": true,
}

func (ld *LinkedData) visit(value any, depth int) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			ld.visit(item, depth+1)
		}
	case map[string]any:
		story := false
		for _, t := range texts(v["@type"]) {
			t = typeName(t)
			ld.Types = append(ld.Types, t)
			story = story || storyTypes[t]
		}
		if story {
			ld.story(v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed"} {
			ld.visit(v[key], depth+1)
		}
	}
}

func (ld *LinkedData) story(v map[string]any) {
	set := func(field *string, keys ...string) {
		for _, key := range keys {
			if s := text(v[key]); *field == "" && s != "" {
				*field = Fold(html.UnescapeString(clip(s)))
			}
		}
	}
	set(&ld.Headline, "headline", "name")
	set(&ld.Description, "description")
	set(&ld.Published, "datePublished", "dateCreated")
	if len(ld.Authors) == 0 {
		ld.Authors = names(v["author"])
		if len(ld.Authors) == 0 {
			ld.Authors = names(v["creator"])
		}
	}
	if list := names(v["publisher"]); ld.Publisher == "" && len(list) > 0 {
		ld.Publisher = list[0]
	}
	if ld.Body == "" {
		ld.Body = text(v["articleBody"])
	}
}

// maxTexts bounds how many strings of a list are looked at: types, keywords and
// the like are some dozens at most.
const maxTexts = 1000

// texts returns a value that should be a string, or a list of strings, as a
// list.
func texts(value any) []string {
	switch v := value.(type) {
	case string:
		if strings.TrimSpace(v) != "" {
			return []string{v}
		}
	case []any:
		var list []string
		for _, item := range v {
			if len(list) == maxTexts {
				break
			}
			if s, ok := item.(string); ok && strings.TrimSpace(s) != "" {
				list = append(list, s)
			}
		}
		return list
	}
	return nil
}

// text returns the first of what texts returns, "" if there is none.
func text(value any) string {
	if s, ok := value.(string); ok {
		if strings.TrimSpace(s) == "" {
			return ""
		}
		return s
	}
	return first(texts(value)...)
}

// names returns the names of a person, an organisation or a list of them.
func names(value any) []string {
	switch v := value.(type) {
	case string:
		return texts(v)
	case []any:
		var list []string
		for _, item := range v {
			list = append(list, names(item)...)
		}
		return list
	case map[string]any:
		var list []string
		for _, s := range texts(v["name"]) {
			list = append(list, Fold(html.UnescapeString(clip(s))))
		}
		return list
	}
	return nil
}
