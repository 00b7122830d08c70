package main

import (
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// plainDocs makes plain text of the labelled pages, a line a block: whole
// pages, and what extractors of different weakness would leave of them.
func plainDocs(docs []*doc) []*doc {
	leave := [][]heuristics.Role{
		nil,
		{heuristics.Nav, heuristics.Other, heuristics.Share, heuristics.Legal},
		{heuristics.Nav, heuristics.Other, heuristics.Share, heuristics.Legal, heuristics.Tags, heuristics.Caption, heuristics.Comment},
		{heuristics.Nav, heuristics.Other, heuristics.Share, heuristics.Legal, heuristics.Related, heuristics.Title, heuristics.Byline},
	}
	var list []*doc
	for _, d := range docs {
		if d.Labels == nil {
			continue
		}
		for _, drop := range leave {
			list = append(list, plainDoc(d, drop, false))
		}
		list = append(list, plainDoc(d, leave[1], true))
	}
	return list
}

// plainDoc makes a document of the labels, those of some roles dropped; with
// bullets, a line with a dash stands before each teaser, as lists come out of
// some extractors.
func plainDoc(d *doc, drop []heuristics.Role, bullets bool) *doc {
	dropped := map[heuristics.Role]bool{}
	for _, r := range drop {
		dropped[r] = true
	}
	var b strings.Builder
	p := &doc{Page: d.Page, set: d.set, group: d.group, fold: d.fold, kind: scorer.Article}
	for _, l := range d.Labels {
		line := strings.Join(strings.Fields(l.Text), " ")
		if dropped[l.Role] || line == "" {
			continue
		}
		if bullets && l.Role == heuristics.Related {
			b.WriteString("-\n")
			p.role = append(p.role, int(l.Role))
		}
		b.WriteString(line + "\n")
		p.role = append(p.role, int(l.Role))
	}
	p.page = segment.Text(b.String())
	if len(p.page.Blocks) != len(p.role) { // a line of nothing but invisible characters
		p.page = segment.Text("")
		p.role = nil
	}
	p.Labels = nil
	for _, r := range p.role {
		body := 0
		if heuristics.Role(r) == heuristics.Body {
			body = 1
		}
		p.body = append(p.body, body)
	}
	return p
}
