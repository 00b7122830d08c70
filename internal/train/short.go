package main

import (
	"hash/fnv"
	"io"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// Pages of a few paragraphs, written by hand or by a program, are what data sets
// of the web have none of: their shares, distances and runs are of another
// size. A short copy of a labelled page has a few blocks of each of its roles, in
// markup of one of several styles.
const (
	leastBody   = 2 // paragraphs of a copy
	leastCopied = 8 // words of a paragraph
)

// copied is how many blocks of each role a copy may have.
var copied = map[heuristics.Role]int{heuristics.Body: 6, heuristics.Title: 1, heuristics.Byline: 1, heuristics.Newsletter: 3, heuristics.Bio: 2,
	heuristics.Related: 4, heuristics.Nav: 5, heuristics.Share: 2, heuristics.Promo: 2, heuristics.Legal: 2}

// shortCopy makes a short copy of a story; it returns nil where too little is
// known of its blocks.
func shortCopy(d *doc) (*doc, error) {
	parts := partsOf(d)
	if len(parts[heuristics.Body]) < leastBody {
		return nil, nil
	}
	written := newShortPage(d.ID)
	written.write(parts)
	page, err := cut([]byte(written.text.String()), d.URL, func(*html.Node) {})
	if err != nil {
		return nil, err
	}
	c := &doc{Page: d.Page, set: d.set, group: d.group, fold: d.fold, page: page, kind: scorer.Article, altered: true}
	c.alignLabels(written.labels)
	return c, nil
}

// partsOf returns the first blocks of each role that a copy may have, nothing
// of a page whose blocks have too few labels.
func partsOf(d *doc) map[heuristics.Role][]string {
	if !d.known() {
		return nil
	}
	parts := map[heuristics.Role][]string{}
	for i, r := range d.role {
		if r == unknown {
			continue
		}
		role, b := heuristics.Role(r), &d.page.Blocks[i]
		prose := b.Words >= leastCopied && b.Heading == 0 && d.body[i] == 1
		if !b.Hidden && len(parts[role]) < copied[role] && (role != heuristics.Body || prose) {
			parts[role] = append(parts[role], strings.Join(strings.Fields(b.Text), " "))
		}
	}
	return parts
}

// style is how the parts of a short page are marked up: what stands before and
// behind each.
type style struct {
	story, paragraph, byline, newsletter, bio, related, nav, legal, box [2]string
}

var styles = [...]style{
	{ // as sites do today
		story: [2]string{"<main><article>", "</article></main>"}, paragraph: [2]string{"<p>", "</p>"}, byline: [2]string{`<p class="byline">`, "</p>"},
		newsletter: [2]string{`<div class="newsletter">`, `<form><input type="email"></form></div>`}, bio: [2]string{`<div class="author-bio">`, "</div>"},
		related: [2]string{`<aside class="related"><ul>`, "</ul></aside>"}, nav: [2]string{"<nav><ul>", "</ul></nav>"},
		legal: [2]string{"<footer>", "</footer>"}, box: [2]string{"<section>", "</section>"},
	},
	{ // boxes without names
		story: [2]string{`<div id="content">`, "</div>"}, paragraph: [2]string{"<div>", "</div>"}, byline: [2]string{"<div>", "</div>"},
		newsletter: [2]string{"<div><form>", `<input type="text" name="email"></form></div>`}, bio: [2]string{"<div>", "</div>"},
		related: [2]string{"<div><ul>", "</ul></div>"}, nav: [2]string{`<div id="menu"><ul>`, "</ul></div>"},
		legal: [2]string{`<div id="bottom">`, "</div>"}, box: [2]string{"<div>", "</div>"},
	},
	{ // next to no markup
		paragraph: [2]string{"<p>", "</p>"}, byline: [2]string{"<p><em>", "</em></p>"},
		newsletter: [2]string{"<div>", "</div>"}, bio: [2]string{"<hr><p>", "</p>"},
		related: [2]string{"<ul>", "</ul>"}, nav: [2]string{"<ul>", "</ul>"}, legal: [2]string{"<hr>", ""}, box: [2]string{"<div>", "</div>"},
	},
	{ // a blog of some years ago
		story: [2]string{`<div class="post"><div class="entry-content">`, "</div></div>"}, paragraph: [2]string{"<p>", "</p>"}, byline: [2]string{`<span class="meta">`, "</span>"},
		newsletter: [2]string{`<section class="subscribe">`, "</section>"}, bio: [2]string{`<div class="author">`, "</div>"},
		related: [2]string{`<div class="more"><ul>`, "</ul></div>"}, nav: [2]string{"<header><ul>", "</ul></header>"},
		legal: [2]string{`<div class="footer">`, "</div>"}, box: [2]string{`<div class="box">`, "</div>"},
	},
}

// shortPage writes a page, and notes what its blocks are.
type shortPage struct {
	style  *style
	choice uint32 // bits that say what the page has
	text   strings.Builder
	labels []eval.Label
}

// newShortPage chooses by a name, so that the same page has the same copy.
func newShortPage(name string) *shortPage {
	h := fnv.New32a()
	io.WriteString(h, name)
	choice := h.Sum32()
	return &shortPage{style: &styles[choice%uint32(len(styles))], choice: choice / uint32(len(styles))}
}

// pick takes a number below n from the choice.
func (c *shortPage) pick(n int) int {
	x := c.choice % uint32(n)
	c.choice /= uint32(n)
	return int(x)
}

func (c *shortPage) write(parts map[heuristics.Role][]string) {
	const item, inItem = `<li><a href="/story">`, "</a></li>"
	s, always := c.style, true
	body := parts[heuristics.Body]
	body = body[:leastBody+c.pick(len(body)-leastBody+1)]
	before := 1 + c.pick(len(body))
	c.box(always, s.nav, heuristics.Nav, parts, item, inItem)
	c.text.WriteString(s.story[0])
	c.lines(heuristics.Title, parts[heuristics.Title], "<h1>", "</h1>")
	c.lines(heuristics.Byline, parts[heuristics.Byline], s.byline[0], s.byline[1])
	c.lines(heuristics.Body, body[:before], s.paragraph[0], s.paragraph[1])
	c.box(c.pick(2) == 0, s.newsletter, heuristics.Newsletter, parts, s.paragraph[0], s.paragraph[1])
	c.lines(heuristics.Body, body[before:], s.paragraph[0], s.paragraph[1])
	c.box(c.pick(2) == 0, s.box, heuristics.Promo, parts, s.paragraph[0], s.paragraph[1])
	c.text.WriteString(s.story[1])
	c.box(c.pick(2) == 0, s.bio, heuristics.Bio, parts, s.paragraph[0], s.paragraph[1])
	c.box(c.pick(2) == 0, s.box, heuristics.Share, parts, `<a href="/share">`, "</a> ")
	c.box(c.pick(2) == 0, s.related, heuristics.Related, parts, item, inItem)
	c.box(always, s.legal, heuristics.Legal, parts, "<p>", "</p>")
}

// box writes the blocks of a role with something around them, if the page is to
// have it and there are any.
func (c *shortPage) box(has bool, around [2]string, role heuristics.Role, parts map[heuristics.Role][]string, before, after string) {
	if has && len(parts[role]) > 0 {
		c.text.WriteString(around[0])
		c.lines(role, parts[role], before, after)
		c.text.WriteString(around[1])
	}
}

func (c *shortPage) lines(role heuristics.Role, list []string, before, after string) {
	for _, text := range list {
		c.text.WriteString(before + html.EscapeString(text) + after + "\n")
		c.labels = append(c.labels, eval.Label{Role: role, Text: text})
	}
}
