package extract

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

func (d *describer) linkedAuthors() []string {
	if d.story == nil {
		return nil
	}
	var persons, others people
	for _, key := range []string{"author", "creator"} {
		for _, o := range d.graph.Things(d.story[key]) {
			switch name := o.Text("name"); {
			case !o.Is("Organization", "NewsMediaOrganization", "Corporation"):
				persons.add(name)
			case isName(name):
				others.one(name) // "Center for Research and Evaluation" is one
			default:
				others.add(name)
			}
		}
		if len(persons.names) > 0 {
			return persons.names
		}
	}
	return others.names
}

// authorMetas are the names of <meta> that give an author.
var authorMetas = map[string]bool{"author": true, "article:author": true, "parsely-author": true, "dc.creator": true, "dcterms.creator": true,
	"sailthru.author": true, "citation_author": true, "article:author_name": true, "twitter:creator:name": true, "byl": true, "authors": true}

func (d *describer) metaAuthors() []string {
	var p people
	first := ""
	for _, m := range d.data.Metas {
		if !authorMetas[m.Name] || first != "" && m.Name != first || d.late() {
			continue
		}
		before := len(p.names)
		value := metadata.Clean(m.Value)
		if m.Name == "citation_author" || m.Name == "dc.creator" || m.Name == "dcterms.creator" {
			value = forenameFirst(value)
		}
		p.add(value)
		if len(p.names) > before {
			first = m.Name
		}
	}
	return p.names
}

// forenameFirst turns "Ito, Aya" round, as libraries write names.
func forenameFirst(s string) string {
	last, first, ok := strings.Cut(s, ",")
	if !ok || strings.Contains(first, ",") || strings.ContainsAny(s, ";&") || len(strings.Fields(last)) > 2 {
		return s
	}
	return strings.TrimSpace(first) + " " + strings.TrimSpace(last)
}

// cardAuthors reads the labels that posts are shown with on Twitter and Slack.
func (d *describer) cardAuthors() []string {
	for _, n := range []string{"1", "2"} {
		switch strings.ToLower(d.meta("twitter:label" + n)) {
		case "written by", "verfasst von", "écrit par", "escrito por", "scritto da", "geschreven door", "napisane przez", "автор", "author", "by", "yazan":
			var p people
			p.add(d.meta("twitter:data" + n))
			return p.names
		}
	}
	return nil
}

func (d *describer) propAuthors(name string) []string {
	var p people
	for i := range d.data.Props {
		prop := &d.data.Props[i]
		if prop.Name != name || inComment(prop.Node) || d.late() {
			continue
		}
		p.add(propName(prop.Node))
		if len(p.names) > 0 && name == "rel=author" {
			break // the others are links to all that the same person wrote
		}
	}
	return p.names
}

// inComment tells whether an element stands in a reader's comment.
func inComment(n *html.Node) bool {
	const reach = 12 // elements up
	for range reach {
		if n = n.Parent; n == nil {
			return false
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "itemprop":
				if a.Val == "comment" {
					return true
				}
			case "itemtype":
				if strings.HasSuffix(a.Val, "Comment") || strings.HasSuffix(a.Val, "UserComments") || strings.HasSuffix(a.Val, "/Answer") {
					return true
				}
			}
		}
	}
	return false
}

// propName returns the name in an element that is the author: that of its own
// itemprop=name, or its text.
func propName(n *html.Node) string {
	const most = 200 // nodes that are looked at; there may be as many such elements, one in the other
	for m, k := parse.Next(n, n, true), 1; m != nil && k < most; m, k = parse.Next(m, n, true), k+1 {
		if parse.Attr(m, "itemprop") == "name" {
			prop := metadata.Prop{Node: m}
			return prop.Value()
		}
	}
	prop := metadata.Prop{Node: n}
	return prop.Value()
}
