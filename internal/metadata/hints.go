package metadata

import (
	"net/url"
	"strings"

	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

var typeHints = map[string]h.Hint{
	"Article": h.HintArticleType, "NewsArticle": h.HintArticleType, "BlogPosting": h.HintArticleType,
	"ReportageNewsArticle": h.HintArticleType, "OpinionNewsArticle": h.HintArticleType, "LiveBlogPosting": h.HintArticleType,
	"TechArticle": h.HintDocType, "APIReference": h.HintDocType, "HowTo": h.HintDocType,
	"Product": h.HintProductType, "ProductGroup": h.HintProductType, "Offer": h.HintProductType,
	"DiscussionForumPosting": h.HintForumType, "QAPage": h.HintForumType,
	"CollectionPage": h.HintListType, "ItemList": h.HintListType, "SearchResultsPage": h.HintListType, "OfferCatalog": h.HintListType,
	"WebSite": h.HintWebsiteType, "WebPage": h.HintWebsiteType,
	"Service": h.HintServiceType, "LocalBusiness": h.HintServiceType, "FAQPage": h.HintServiceType, "ProfessionalService": h.HintServiceType,
	"Course": h.HintServiceType, "MedicalBusiness": h.HintServiceType, "SoftwareApplication": h.HintServiceType,
	"Recipe": h.HintRecipeType,
}

var segmentHints = map[string]h.Hint{
	"forum": h.HintForumPath, "forums": h.HintForumPath, "thread": h.HintForumPath, "threads": h.HintForumPath, "t": h.HintForumPath,
	"questions": h.HintForumPath, "question": h.HintForumPath, "topic": h.HintForumPath, "community": h.HintForumPath,
	"viewtopic.php": h.HintForumPath, "showthread.php": h.HintForumPath, "discussion": h.HintForumPath, "discussions": h.HintForumPath,
	"r": h.HintForumPath, "comments": h.HintForumPath,
	"product": h.HintProductPath, "products": h.HintProductPath, "p": h.HintProductPath, "dp": h.HintProductPath, "item": h.HintProductPath,
	"shop": h.HintProductPath, "buy": h.HintProductPath, "produkt": h.HintProductPath, "store": h.HintProductPath,
	"category": h.HintListPath, "categories": h.HintListPath, "collections": h.HintListPath, "collection": h.HintListPath,
	"tag": h.HintListPath, "tags": h.HintListPath, "search": h.HintListPath, "page": h.HintListPath, "archive": h.HintListPath,
	"directory": h.HintListPath, "jobs": h.HintListPath, "events": h.HintListPath, "browse": h.HintListPath, "c": h.HintListPath,
	"docs": h.HintDocPath, "documentation": h.HintDocPath, "manual": h.HintDocPath, "reference": h.HintDocPath, "api": h.HintDocPath,
	"guide": h.HintDocPath, "doc": h.HintDocPath, "help": h.HintDocPath, "tutorial": h.HintDocPath, "tutorials": h.HintDocPath, "wiki": h.HintDocPath,
	"blog": h.HintBlogPath, "news": h.HintBlogPath, "article": h.HintBlogPath, "articles": h.HintBlogPath, "story": h.HintBlogPath,
	"posts": h.HintBlogPath, "stories": h.HintBlogPath, "blogs": h.HintBlogPath, "magazine": h.HintBlogPath, "opinion": h.HintBlogPath,
	"services": h.HintServicePath, "service": h.HintServicePath, "about": h.HintServicePath, "pricing": h.HintServicePath,
	"solutions": h.HintServicePath, "about-us": h.HintServicePath, "programs": h.HintServicePath, "features": h.HintServicePath,
}

var generatorHints = []struct {
	name string
	hint h.Hint
}{
	{"discourse", h.HintForumEngine}, {"vbulletin", h.HintForumEngine}, {"phpbb", h.HintForumEngine}, {"xenforo", h.HintForumEngine},
	{"docusaurus", h.HintDocType}, {"mkdocs", h.HintDocType}, {"sphinx", h.HintDocType}, {"gitbook", h.HintDocType},
	{"mediawiki", h.HintDocType}, {"hugo-book", h.HintDocType}, {"vitepress", h.HintDocType}, {"antora", h.HintDocType},
	{"woocommerce", h.HintShopEngine}, {"shopify", h.HintShopEngine}, {"prestashop", h.HintShopEngine}, {"magento", h.HintShopEngine},
}

// Hints gathers what address and metadata say about the kind of page.
func (d *Data) Hints(address string) h.Hint {
	var hints h.Hint
	for _, t := range d.LD.Types {
		hints |= typeHints[t]
	}
	switch t := strings.ToLower(d.Meta["og:type"]); {
	case strings.HasPrefix(t, "article"), strings.HasPrefix(t, "blog"):
		hints |= h.HintArticleType
	case strings.HasPrefix(t, "product"), strings.HasPrefix(t, "og:product"):
		hints |= h.HintProductType
	case strings.HasPrefix(t, "website"):
		hints |= h.HintWebsiteType
	}
	generator := strings.ToLower(d.Meta["generator"])
	for _, g := range generatorHints {
		if strings.Contains(generator, g.name) {
			hints |= g.hint
		}
	}
	if d.Published() != "" {
		hints |= h.HintHasDate
	}
	if len(d.LD.Authors)+len(d.Authors) > 0 {
		hints |= h.HintHasAuthor
	}
	if address == "" {
		address = first(d.Canonical, d.Meta["og:url"])
	}
	return hints | pathHints(address)
}

func pathHints(address string) h.Hint {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return 0
	}
	path := strings.Trim(u.Path, "/")
	if path == "" {
		return h.HintHomePath
	}
	var hints h.Hint
	count, last := 0, ""
	for segment := range strings.SplitSeq(path, "/") {
		count++
		last = segment
		hints |= segmentHints[strings.ToLower(segment)]
		if len(segment) == len("2024") && (strings.HasPrefix(segment, "19") || strings.HasPrefix(segment, "20")) {
			hints |= h.HintDatePath
		}
	}
	if strings.HasPrefix(u.Host, "docs.") || strings.HasPrefix(u.Host, "help.") || strings.HasPrefix(u.Host, "support.") {
		hints |= h.HintDocPath
	}
	if strings.HasPrefix(u.Host, "forum") || strings.HasPrefix(u.Host, "community.") || strings.HasPrefix(u.Host, "discuss") {
		hints |= h.HintForumPath
	}
	if strings.HasPrefix(u.Host, "blog.") || strings.HasPrefix(u.Host, "news.") {
		hints |= h.HintBlogPath
	}
	words := 1 + strings.Count(last, "-") + strings.Count(last, "_")
	if words >= slugWords {
		hints |= h.HintSlugPath
	}
	if count == 1 && words < slugWords {
		hints |= h.HintShortPath
	}
	digits := 0
	for i := 0; i < len(last); i++ {
		if last[i] >= '0' && last[i] <= '9' {
			digits++
		}
	}
	if digits >= numberDigits {
		hints |= h.HintNumberPath
	}
	return hints
}

// A slug that names a story has four words or more; an article's number has
// four digits or more.
const (
	slugWords    = 4
	numberDigits = 4
)
