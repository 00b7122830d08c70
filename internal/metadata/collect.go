package metadata

import (
	"html"
	"strings"

	xhtml "golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// Bounds on what is kept of a page.
const (
	maxMetas = 500
	maxLinks = 100
	maxProps = 200
)

// linkKinds are the rels of <link> that are kept.
var linkKinds = map[string]bool{"icon": true, "shortcut icon": true, "apple-touch-icon": true, "license": true, "next": true}

func (c *Collector) link(n *xhtml.Node) {
	rel := strings.ToLower(Fold(attr(n, "rel")))
	if linkKinds[rel] && len(c.data.Links) < maxLinks {
		c.data.Links = append(c.data.Links, Link{Rel: rel, Href: strings.TrimSpace(attr(n, "href"))})
	}
}

// propKinds are the itemprops that are kept.
var propKinds = map[string]bool{"author": true, "datePublished": true, "dateModified": true, "headline": true, "articleSection": true,
	"keywords": true, "license": true, "creator": true, "isAccessibleForFree": true, "alternativeHeadline": true}

// props keeps elements with microdata and links by rel.
func (c *Collector) props(n *xhtml.Node) {
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "itemprop":
			for name := range strings.FieldsSeq(a.Val) {
				if propKinds[name] && len(c.data.Props) < maxProps {
					c.data.Props = append(c.data.Props, Prop{name, n})
				}
			}
		case "rel":
			c.relation(n, a.Val)
		}
	}
}

func (c *Collector) relation(n *xhtml.Node, rel string) {
	if hasWord(rel, "author") && len(c.data.Props) < maxProps {
		c.data.Props = append(c.data.Props, Prop{"rel=author", n})
	}
	for _, kind := range []string{"license", "next"} {
		if hasWord(rel, kind) && len(c.data.Links) < maxLinks {
			c.data.Links = append(c.data.Links, Link{Rel: "a " + kind, Href: strings.TrimSpace(attr(n, "href"))})
		}
	}
}

// Value returns what an element with an itemprop says: its content, datetime
// or address, or else its text.
func (p *Prop) Value() string {
	for _, key := range []string{"content", "datetime"} {
		if v := Fold(attr(p.Node, key)); v != "" {
			return v
		}
	}
	return TextOf(p.Node)
}

// maxText bounds how much text of an element is taken for a value, in bytes.
const maxText = 500

// TextOf returns the text in an element, white space folded, without what is
// no text. It looks at the first few hundred bytes and does not recurse.
func TextOf(n *xhtml.Node) string {
	var b strings.Builder
	for m := n; m != nil && b.Len() < maxText; {
		skip := m.Type == xhtml.ElementNode && (m.Data == "script" || m.Data == "style" || m.Data == "svg" || m.Data == "noscript")
		if m.Type == xhtml.TextNode {
			b.WriteString(m.Data)
		} else {
			b.WriteByte(' ')
		}
		m = parse.Next(m, n, !skip)
	}
	return Fold(b.String())
}

// Clean returns a value as text: entities read, tags taken out, white space
// folded. Values are written by machines that do not always know which of the
// two they write.
func Clean(s string) string {
	s = html.UnescapeString(s)
	if strings.IndexByte(s, '<') >= 0 || strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(untag(s))
	}
	return Fold(s)
}

// untag takes out what looks like a tag.
func untag(s string) string {
	var b strings.Builder
	for {
		start := strings.IndexByte(s, '<')
		if start < 0 || start+1 >= len(s) {
			break
		}
		end := strings.IndexByte(s[start:], '>')
		if end < 0 {
			break
		}
		if c := s[start+1]; c != '/' && c != '!' && (c|0x20 < 'a' || c|0x20 > 'z') {
			b.WriteString(s[:start+1])
			s = s[start+1:]
			continue
		}
		b.WriteString(s[:start])
		s = s[start+end+1:]
	}
	b.WriteString(s)
	return b.String()
}
