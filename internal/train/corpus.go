package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/decode"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// doc is a page cut into blocks, with what its ground truth says of them.
type doc struct {
	eval.Page
	set     string // "wcxb", "snippets", "readability"
	group   string // registered domain
	fold    int
	page    *heuristics.Page
	role    []int // by block; unknown where no label says
	body    []int // by block: 1, 0 or unknown
	more    blockRoles
	hard    []bool // by block: the label is one of more
	altered bool   // a copy that is not judged
	kind    scorer.Kind
	levels  *scorer.Levels // of the first look
}

// load reads all data sets under dir and joins what they say of the same page.
func load(dir string) ([]*doc, error) {
	labelled, err := eval.Roles(filepath.Join(dir, "roles"))
	if err != nil {
		return nil, err
	}
	labels := map[string][]eval.Label{}
	for _, p := range labelled {
		labels[string(p.HTML)] = p.Labels
	}
	more, err := readMore(moreLabels)
	if err != nil {
		return nil, err
	}
	kinds, err := readKinds(moreKinds)
	if err != nil {
		return nil, err
	}
	var docs []*doc
	add := func(set string, pages []eval.Page, err error) error {
		for _, p := range pages {
			p.Labels = labels[string(p.HTML)]
			key := set + "/" + p.ID
			docs = append(docs, &doc{Page: p, set: set, more: more[key], kind: kinds[key]})
		}
		return err
	}
	pages, err := eval.WCXB(filepath.Join(dir, "wcxb", "dev"))
	if err := add("wcxb", pages, err); err != nil {
		return nil, err
	}
	pages, err = eval.SnippetSet(filepath.Join(dir, "snippets"))
	if err := add("snippets", pages, err); err != nil {
		return nil, err
	}
	pages, err = eval.Readability(filepath.Join(dir, "readability"))
	if err := add("readability", pages, err); err != nil {
		return nil, err
	}
	return docs, nil
}

// limits are those of an extractor, without which a page would be parsed
// otherwise than it is when it is judged.
var limits = parse.Limits{Nodes: extract.DefaultNodes, Depth: extract.DefaultDepth, Attributes: extract.DefaultAttributes}

// prepare cuts all pages into blocks and aligns them with their ground truth.
func prepare(docs []*doc) error {
	return each(docs, func(d *doc) (err error) {
		if d.page, err = cut(d.HTML, d.URL, func(*html.Node) {}); err != nil {
			return err
		}
		d.group = d.Domain()
		d.align()
		return nil
	})
}

// cut parses a page, makes a change to its tree, and cuts it into blocks.
func cut(page []byte, url string, change func(root *html.Node)) (*heuristics.Page, error) {
	root, _, err := parse.Document(decode.UTF8(page, ""), limits)
	if err != nil {
		return nil, err
	}
	change(root)
	p, _, _ := segment.Tree([]*html.Node{root}, segment.Options{URL: url})
	return p, nil
}

func (d *doc) align() {
	n := len(d.page.Blocks)
	d.fold = d.Fold(folds)
	d.role, d.body = filled(n), filled(n)
	if d.Kind != "" {
		d.kind, _ = scorer.ParseKind(d.Kind)
	}
	if d.Labels != nil {
		d.alignLabels(d.Labels)
		if d.kind == scorer.None {
			d.kind = scorer.Article
		}
		return
	}
	switch d.set {
	case "wcxb":
		d.body = alignReference(d.page.Blocks, d.Reference)
	case "snippets":
		d.alignSnippets()
	}
	d.alignMore()
}

// knownShare is the share of a page's blocks that must have a label where the
// page is taken as a whole.
const knownShare = 0.8

// known tells whether next to all blocks have a label.
func (d *doc) known() bool {
	n := 0
	for _, r := range d.role {
		if r != unknown {
			n++
		}
	}
	return n > 0 && float64(n) >= knownShare*float64(len(d.role))
}

// alignLabels gives blocks the roles of labels, and what is body by them.
func (d *doc) alignLabels(labels []eval.Label) {
	d.role = alignLabels(d.page.Blocks, labels)
	d.body = filled(len(d.role))
	for i, r := range d.role {
		if r != unknown {
			d.body[i] = bodyIf(heuristics.Role(r))
		}
	}
}

// bodyIf is what a label says of whether a block is body.
func bodyIf(r heuristics.Role) int {
	if r == heuristics.Body {
		return 1
	}
	return 0
}

// alignSnippets marks the blocks that hold a snippet.
func (d *doc) alignSnippets() {
	for i := range d.page.Blocks {
		text := eval.Fold(d.page.Blocks[i].Text)
		for _, s := range d.With {
			if strings.Contains(text, eval.Fold(s)) {
				d.body[i] = 1
			}
		}
		for _, s := range d.Without {
			if strings.Contains(text, eval.Fold(s)) {
				d.body[i] = 0
			}
		}
	}
}

// forget leaves nothing to learn from a document; it is still judged.
func (d *doc) forget() {
	n := len(d.page.Blocks)
	d.role, d.body, d.kind = filled(n), filled(n), scorer.None
}

func filled(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = unknown
	}
	return list
}

// each calls f for every document, two at a time.
func each(docs []*doc, f func(*doc) error) error {
	_, err := ofEach(docs, func(d *doc) (struct{}, error) { return struct{}{}, f(d) })
	return err
}

// ofEach is what f makes of every document, two at a time.
func ofEach[T any](docs []*doc, f func(*doc) (T, error)) ([]T, error) {
	list, errs := make([]T, len(docs)), make([]error, len(docs))
	parallel(len(docs), func(i int) {
		var err error
		if list[i], err = f(docs[i]); err != nil {
			errs[i] = fmt.Errorf("%s: %w", docs[i].ID, err)
		}
	})
	return list, cmp.Or(errs...)
}
