// Package sanitise is the judge of rendered HTML: what comes out of a rendering
// has to go through it unchanged. Only tests use it; nothing that is given out
// depends on it.
package sanitise

import (
	"regexp"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

// Elements and attributes that may be given out: those that carry text and
// its structure. No form, no frame, no foreign content, no id and no name
// (they would shadow variables of the page that shows the text), no style and
// no class, but for what code, formulas, notes and footnotes need.
var (
	elements = []string{
		"p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
		"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption", "img",
		"div", "section", "article", "aside", "header", "footer", "main", "address",
		"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
		"ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
	}
	transparent = []string{"object", "frame", "frameset"} // left out themselves, not what is in them
)

var policy = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(elements...)
	p.AllowNoAttrs().OnElements(elements...)
	p.AllowElementsContent(transparent...)
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("rel").Matching(regexp.MustCompile("^" + safe.Rel + "$")).OnElements("a")
	p.AllowAttrs("src", "alt").OnElements("img")
	p.AllowAttrs("cite").OnElements("blockquote", "q", "del", "ins")
	p.AllowAttrs("title").Globally()
	p.AllowAttrs("lang").Matching(regexp.MustCompile(`^[A-Za-z0-9-]{1,35}$`)).Globally() // RFC 5646 asks for room for 35
	p.AllowAttrs("dir").Matching(regexp.MustCompile(`^(?i:ltr|rtl|auto)$`)).Globally()
	p.AllowAttrs("width", "height").Matching(regexp.MustCompile(`^[0-9]{1,5}$`)).OnElements("img")
	p.AllowAttrs("colspan", "rowspan").Matching(regexp.MustCompile(`^[0-9]{1,4}$`)).OnElements("td", "th")
	p.AllowAttrs("scope").Matching(regexp.MustCompile(`^(?i:row|col|rowgroup|colgroup)$`)).OnElements("th")
	p.AllowAttrs("start", "value").Matching(regexp.MustCompile(`^-?[0-9]{1,9}$`)).OnElements("ol", "li")
	p.AllowAttrs("reversed").Matching(regexp.MustCompile(`^$`)).OnElements("ol")
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^language-[a-z0-9+#_-]{1,24}$`)).OnElements("code")
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^math (?:inline|display)$`)).OnElements("span")
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^(?:note|tip|important|warning|caution)$`)).OnElements("aside")
	p.AllowAttrs("id").Matching(regexp.MustCompile(`^(?:fn|fnref)-[0-9]{1,4}$`)).OnElements("li", "sup") // no name of a variable has a hyphen
	p.AllowAttrs("datetime").Matching(regexp.MustCompile(`^[0-9A-Za-z:.+ -]{1,40}$`)).OnElements("time", "del", "ins")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(true)
	p.AllowURLSchemes("http", "https", "mailto", "tel")
	return p
})

// HTML returns the part of a piece of HTML that is safe to show. Sanitising
// twice changes nothing. Tags are not balanced: what was so stays so.
func HTML(markup string) string {
	return policy().Sanitize(addresses(markup))
}

// addresses puts every address in its normal form or takes it out, gives
// links their rel, and takes out attributes that are there twice. Whatever it
// lets through is looked at again by the policy, which has the last word.
func addresses(markup string) string {
	var b strings.Builder
	b.Grow(len(markup))
	z := html.NewTokenizer(strings.NewReader(markup))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			t.Attr = attributes(t)
			b.WriteString(t.String())
		default:
			b.Write(z.Raw())
		}
	}
}

func attributes(t html.Token) []html.Attribute {
	var kept []html.Attribute
	link := false
	seen := make(map[string]bool, len(t.Attr))
	for _, a := range t.Attr {
		if seen[a.Key] {
			continue
		}
		seen[a.Key] = true
		ok := true
		switch a.Key {
		case "href", "cite":
			a.Val, ok = safe.Link(a.Val)
			link = link || ok && t.Data == "a" && a.Key == "href"
		case "src":
			a.Val, ok = safe.Image(a.Val)
		case "rel":
			ok = false
		}
		if ok {
			kept = append(kept, a)
		}
	}
	if link {
		kept = append(kept, html.Attribute{Key: "rel", Val: safe.Rel})
	}
	return kept
}
