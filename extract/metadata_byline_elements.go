package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// elementsOf returns the elements inside block i: those that its text stands
// in below the block-level element, and those that stand in it. One in which
// only the next block begins is not of them.
func (r *Result) elementsOf(i int) (list []*html.Node) {
	if r.origin == nil {
		return nil
	}
	const most = 200 // nodes; a byline has fewer
	first := r.origin.First[i]
	var end *html.Node
	if i+1 < len(r.origin.First) {
		end = r.origin.First[i+1]
	}
	for up := first.Parent; up != nil && len(list) < 4; up = up.Parent {
		list = append(list, up)
		if r.origin.Flow(up) != segment.FlowInline {
			break
		}
	}
	within := len(list)
	for n, k := parse.Next(first, nil, true), 0; n != nil && n != end && k < most; n, k = parse.Next(n, nil, true), k+1 {
		if n.Type == html.ElementNode {
			list = append(list, n)
		}
	}
	if end == nil {
		return list
	}
	const high = 8 // elements that a text may stand in, and in none of which another does
	for up, k := end.Parent, 0; up != nil && k < high; up, k = up.Parent, k+1 {
		if at := slices.Index(list[within:], up); at >= 0 {
			list = slices.Delete(list, within+at, within+at+1)
		}
	}
	return list
}

// authorElement tells whether an element inside a text is the author's name.
func authorElement(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "rel":
			if strings.Contains(a.Val, "author") {
				return true
			}
		case "itemprop":
			if a.Val == "author" || a.Val == "name" {
				return true
			}
		case "class":
			for c := range strings.FieldsSeq(a.Val) {
				if authorClasses[strings.ToLower(c)] {
					return true
				}
			}
		case "href":
			if n.DataAtom == atom.A && authorPath(a.Val) {
				return true
			}
		}
	}
	return false
}

var authorClasses = map[string]bool{"author": true, "author-name": true, "authorname": true, "byline-name": true, "byline__name": true,
	"byline-author": true, "post-author": true, "entry-author": true, "fn": true, "username": true, "author_name": true, "byline__author": true,
	"author__name": true, "article-author": true, "p-author": true, "contributor": true, "contributor-name": true, "user-name": true, "hnuser": true,
	"posted-by": true, "post-author-name": true, "author-link": true, "meta-author": true, "blog-author": true, "topic-author": true, "creator": true}

// authorPath tells whether an address is that of a person's page.
func authorPath(href string) bool {
	for part := range strings.SplitSeq(strings.ToLower(href), "/") {
		switch part {
		case "author", "authors", "profile", "profiles", "contributor", "contributors", "people", "user", "users", "member", "members", "u", "autor",
			"auteur", "writers", "journalist", "journalists", "byline", "team", "staff", "by", "autoren", "autores", "auteurs":
			return true
		}
	}
	return false
}
