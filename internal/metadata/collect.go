package metadata

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// Collector is shown every element of a page in document order.
type Collector struct {
	Limits Limits
	Cut    bool // JSON was left out because of them

	// Affords tells whether there is time to read JSON of so many bytes. Nil:
	// always. Late says that it was asked once too often.
	Affords func(bytes int) bool
	Late    bool

	data    Data
	scripts []string
	bytes   int // of scripts
}

// Limits bound the JSON that is read.
type Limits struct {
	Script int // bytes of one script
	Total  int // bytes of all
	Depth  int // of arrays and objects, one in the other
}

// usualMetas is room for the <meta> of most pages.
const usualMetas = 16

// See looks at one element.
func (c *Collector) See(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		if c.data.Lang == "" {
			c.data.Lang = parse.Attr(n, "lang")
			if c.data.Lang == "" {
				c.data.Lang = parse.Attr(n, "xml:lang")
			}
		}
	case atom.Title:
		if c.data.TitleTag == "" && n.Namespace == "" {
			c.data.TitleTag = childText(n)
		}
	case atom.Meta:
		c.meta(n)
	case atom.Link:
		c.link(n)
		if c.data.Canonical == "" && hasWord(parse.Attr(n, "rel"), "canonical") {
			c.data.Canonical = address(parse.Attr(n, "href"))
		}
	case atom.Base:
		if c.data.Base == "" {
			c.data.Base = address(parse.Attr(n, "href"))
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(parse.Attr(n, "type")), "ld+json") && n.FirstChild != nil {
			c.script(n.FirstChild.Data)
		}
	case atom.Time:
		if v := parse.Attr(n, "datetime"); v != "" {
			c.data.Times = append(c.data.Times, v)
		}
		c.props(n)
	default:
		c.props(n)
	}
}

func (c *Collector) meta(n *html.Node) {
	var content string
	var names [2]string
	for _, a := range n.Attr {
		switch a.Key {
		case "name":
			names[0] = a.Val
		case "property", "itemprop":
			names[1] = a.Val
		case "content":
			content = a.Val
		}
	}
	content = Fold(clip(content))
	if content == "" {
		return
	}
	for _, field := range names {
		for name := range distinctNames(field) {
			name = strings.ToLower(name)
			if len(c.data.Authors) < maxMetas && isAuthor(name) {
				c.data.Authors = append(c.data.Authors, content)
			}
			if c.data.Meta == nil {
				c.data.Meta = make(map[string]string, usualMetas)
				c.data.Metas = make([]Named, 0, usualMetas)
			}
			if len(c.data.Metas) < maxMetas {
				c.data.Metas = append(c.data.Metas, Named{name, content})
			}
			if _, seen := c.data.Meta[name]; !seen && len(c.data.Meta) < maxMetaNames {
				c.data.Meta[name] = content
			}
		}
	}
}

// isAuthor tells whether a name of <meta> is that of an author.
func isAuthor(name string) bool {
	return name == "author" || name == "article:author" || name == "parsely-author" || name == "dc.creator" || name == "sailthru.author"
}

// linkKinds are the rels of <link> that are kept.
var linkKinds = map[string]bool{"icon": true, "shortcut icon": true, "apple-touch-icon": true, "license": true, "next": true}

func (c *Collector) link(n *html.Node) {
	rel := strings.ToLower(Fold(clip(parse.Attr(n, "rel"))))
	if linkKinds[rel] && len(c.data.Links) < maxLinks {
		c.data.Links = append(c.data.Links, Link{Rel: rel, Href: address(parse.Attr(n, "href"))})
	}
}

// propKinds are the itemprops that are kept.
var propKinds = map[string]bool{"author": true, "datePublished": true, "dateModified": true, "headline": true, "articleSection": true,
	"keywords": true, "license": true, "creator": true, "isAccessibleForFree": true, "alternativeHeadline": true}

// props keeps elements with microdata and links by rel.
func (c *Collector) props(n *html.Node) {
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "itemprop":
			for name := range distinctNames(a.Val) {
				if propKinds[name] && len(c.data.Props) < maxProps {
					c.data.Props = append(c.data.Props, Prop{name, n})
				}
			}
		case "rel":
			c.relation(n, a.Val)
		}
	}
}

func (c *Collector) relation(n *html.Node, rel string) {
	if hasWord(rel, "author") && len(c.data.Props) < maxProps {
		c.data.Props = append(c.data.Props, Prop{"rel=author", n})
	}
	for _, kind := range []string{"license", "next"} {
		if hasWord(rel, kind) && len(c.data.Links) < maxLinks {
			c.data.Links = append(c.data.Links, Link{Rel: "a " + kind, Href: address(parse.Attr(n, "href"))})
		}
	}
}

// Data reads the JSON-LD that was seen, as far as there is time for it, and
// returns everything.
func (c *Collector) Data() *Data {
	for _, s := range c.scripts {
		if c.Affords != nil && !c.Affords(len(s)) {
			c.Late = true
			continue
		}
		values, ok := decodeLinked(s)
		if ok {
			c.data.LD.visit(values[0], 0)
		}
		c.data.linked = append(c.data.linked, values...)
	}
	c.scripts = nil
	return &c.data
}
