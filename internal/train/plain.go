package main

import (
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// plainDocs makes plain text of pages, a line a block. Labelled pages are
// taken whole, and as extractors of different weakness would leave them; of
// other articles it is known which lines are body, and what little of the
// rest an extractor would keep.
func plainDocs(docs []*doc) []*doc {
	furniture := []heuristics.Role{heuristics.Nav, heuristics.Other, heuristics.Share, heuristics.Legal}
	with := func(more ...heuristics.Role) []heuristics.Role { return append(furniture[:4:4], more...) }
	var list []*doc
	for _, d := range docs {
		switch {
		case d.Labels != nil:
			list = append(list,
				labelledText(d, nil, false),
				labelledText(d, furniture, false),
				labelledText(d, furniture, true),
				labelledText(d, with(heuristics.Tags, heuristics.Caption, heuristics.Comment), false),
				labelledText(d, with(heuristics.Related, heuristics.Title, heuristics.Byline), false))
		case d.set == "wcxb" && d.kind == scorer.Article:
			list = append(list, blockText(d))
		}
	}
	return list
}

// labelledText makes plain text of the labels, those of some roles dropped;
// with bullets, a line with a dash stands before each teaser, as lists come
// out of some extractors.
func labelledText(d *doc, drop []heuristics.Role, bullets bool) *doc {
	var t lines
	for _, l := range d.Labels {
		if slices.Contains(drop, l.Role) {
			continue
		}
		if bullets && l.Role == heuristics.Related {
			t.add("-", int(l.Role), 0)
		}
		body := 0
		if l.Role == heuristics.Body {
			body = 1
		}
		t.add(l.Text, int(l.Role), body)
	}
	return t.doc(d)
}

// blockText makes plain text of the blocks that most extractors would keep:
// all but short ones that are mostly links.
func blockText(d *doc) *doc {
	const short, linked = 8, 0.5
	var t lines
	for i := range d.page.Blocks {
		b := &d.page.Blocks[i]
		if !b.Hidden && (b.Words >= short || b.LinkDensity() < linked) {
			t.add(b.Text, unknown, d.body[i])
		}
	}
	return t.doc(d)
}

// lines is plain text with what is known of each line.
type lines struct {
	text strings.Builder
	role []int
	body []int
}

func (t *lines) add(text string, role, body int) {
	if text = strings.Join(strings.Fields(text), " "); text != "" {
		t.text.WriteString(text + "\n")
		t.role, t.body = append(t.role, role), append(t.body, body)
	}
}

func (t *lines) doc(d *doc) *doc {
	p := &doc{Page: d.Page, set: d.set, group: d.group, fold: d.fold, kind: scorer.Article, role: t.role, body: t.body}
	p.Labels = nil
	p.page = segment.Text(t.text.String(), segment.Options{})
	if len(p.page.Blocks) != len(p.role) { // a line of nothing but invisible characters, or wrapped lines
		p.page, p.role, p.body = segment.Text("", segment.Options{}), nil, nil
	}
	return p
}
