package main

import (
	"slices"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// alteredCopies makes copies of pages that blocks alone and among others are
// fitted on, too: short ones, and ones without names. What they teach is not to
// lean on what is true of the data and of few other pages.
func alteredCopies(docs []*doc) ([]*doc, error) {
	var stories, named []*doc
	for i, d := range docs {
		labelled := d.Labels != nil || len(d.more) > 0
		if d.kind == scorer.Article || d.set != "wcxb" && d.kind == scorer.None {
			stories = append(stories, d)
		}
		if labelled || d.set == "wcxb" && i%2 == 0 { // half of the pages of which only the text is known, for time
			named = append(named, d)
		}
	}
	short, err := copies(stories, shortCopy)
	if err != nil {
		return nil, err
	}
	nameless, err := copies(named, namelessCopy)
	return append(short, nameless...), err
}

// copies makes a copy of each document but those of which there is none.
func copies(docs []*doc, from func(*doc) (*doc, error)) ([]*doc, error) {
	list, err := ofEach(docs, from)
	return slices.DeleteFunc(list, func(d *doc) bool { return d == nil }), err
}

// namelessCopy makes a copy whose elements have no class and no id, as if its
// site called them by names that nobody else does. It returns nil where blocks
// come out otherwise without them.
func namelessCopy(d *doc) (*doc, error) {
	page, err := cut(d.HTML, d.URL, func(root *html.Node) {
		for n := range root.Descendants() {
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" || a.Key == "id" })
		}
	})
	if err != nil || len(page.Blocks) != len(d.page.Blocks) {
		return nil, err
	}
	return &doc{Page: d.Page, set: d.set, group: d.group, fold: d.fold, page: page, role: d.role, body: d.body, hard: d.hard, altered: true}, nil
}
