package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// maxAuthors bounds how many authors are given.
const maxAuthors = 50

// authors returns the names of the first source that has any: JSON-LD, <meta>,
// microdata, rel=author, and what stands near the headline as a byline. Within
// JSON-LD people come before organisations. A name that is the site's is the
// last resort.
func (d *describer) authors() ([]string, Provenance) {
	var fallback []string
	var fallbackSource Provenance
	thread := d.r.Verdict.Kind == KindForum // whose author is who began it
	for _, s := range []struct {
		source Provenance
		names  func() []string
	}{
		{FromJSONLD, d.linkedAuthors},
		{FromMeta, d.metaAuthors},
		{FromTwitter, d.cardAuthors},
		{FromMicrodata, func() []string { return d.propAuthors("author") }},
		{FromMarkup, func() []string { return d.propAuthors("rel=author") }},
		{FromText, d.bylineAuthors},
		{FromText, d.bioAuthors},
	} {
		names := s.names()
		own := names[:0:0]
		for _, name := range names {
			if !d.isSite(name) {
				own = append(own, name)
			}
		}
		if len(own) > 1 && thread {
			own = own[:1]
		}
		if len(own) > 0 {
			return own, s.source
		}
		if fallback == nil && len(names) > 0 {
			fallback, fallbackSource = names[:1], s.source
		}
	}
	return fallback, fallbackSource
}

// people is a list of names, each once.
type people struct{ names []string }

// add adds the names in a text; several are joined by commas or by "and".
func (p *people) add(text string) {
	for _, name := range splitNames(text) {
		p.one(name)
	}
}

func (p *people) one(name string) {
	key := lettersOf(name)
	for _, old := range p.names {
		if lettersOf(old) == key {
			return
		}
	}
	const initial = 1 // letter, in the place of a portrait
	if len(key) > initial && len(p.names) < maxAuthors {
		p.names = append(p.names, name)
	}
}

func (p *people) has(text string) bool {
	key := lettersOf(text)
	for _, name := range p.names {
		if strings.Contains(key, lettersOf(name)) {
			return true
		}
	}
	return false
}

func (d *describer) linkedAuthors() []string {
	if d.story == nil {
		return nil
	}
	var persons, others people
	for _, key := range []string{"author", "creator"} {
		for _, o := range d.graph.Things(d.story[key]) {
			if o.Is("Organization", "NewsMediaOrganization", "Corporation") {
				others.add(o.Text("name"))
			} else {
				persons.add(o.Text("name"))
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
		if !authorMetas[m.Name] || first != "" && m.Name != first {
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
		if prop.Name != name || inComment(prop.Node) {
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
	for m := range n.Descendants() {
		if m.Type == html.ElementNode {
			for _, a := range m.Attr {
				if a.Key == "itemprop" && a.Val == "name" {
					prop := metadata.Prop{Node: m}
					return prop.Value()
				}
			}
		}
	}
	prop := metadata.Prop{Node: n}
	return prop.Value()
}

// Bounds of where bylines are looked for: blocks before the headline, and
// after it until the story has begun.
const (
	bylineBefore = 4
	bylineAfter  = 14
)

// nearHeadline returns the blocks in which a byline may stand, those that are
// one by their role first.
func (d *describer) nearHeadline() []int {
	page := d.page
	from, to := 0, len(page.Blocks)
	if h := page.Headline; h >= 0 {
		from, to = max(h-bylineBefore, 0), min(h+bylineAfter, to)
	}
	var first, second []int
	prose := 0
	for i := from; i < to; i++ {
		b := &d.r.Blocks[i]
		if b.Hidden() {
			continue
		}
		block := &page.Blocks[i]
		switch {
		case b.Role == heuristics.Byline:
			first = append(first, i)
		case b.Role == heuristics.Body && block.Prose():
			prose++
		case block.Words <= maxBylineWords && (d.authorMarks(block) || block.Cues[heuristics.CueByline] > 0 || block.LinkTo&heuristics.LinkAuthor != 0):
			second = append(second, i)
		}
		if prose > 2 && page.Headline >= 0 {
			break
		}
	}
	return append(first, second...)
}

// maxBylineWords is longer than a line with names, date and reading time.
const maxBylineWords = 40

func (d *describer) authorMarks(b *heuristics.Block) bool {
	const marks = heuristics.MarkAuthor | heuristics.MarkByline | heuristics.PropAuthor
	e := d.page.Element(b)
	return b.Marks&marks != 0 || e != nil && (e.Own|e.Near)&marks != 0
}

// bylineAuthors reads the blocks near the headline: links and elements that
// are marked as the author, then texts that say so, then names that stand
// where bylines do.
func (d *describer) bylineAuthors() []string {
	list := d.nearHeadline()
	bylines := 0
	for bylines < len(list) && d.r.Blocks[list[bylines]].Role == heuristics.Byline {
		bylines++
	}
	for _, part := range [][]int{list[:bylines], list[bylines:]} {
		for _, find := range []func(p *people, i int){d.markedNames, d.saidNames, d.loneNames} {
			for _, i := range part {
				var p people
				if find(&p, i); len(p.names) > 0 {
					return p.names
				}
			}
		}
	}
	return nil
}

func (d *describer) markedNames(p *people, i int) {
	for _, n := range d.r.elementsOf(i) {
		if authorElement(n) {
			p.addName(metadata.TextOf(n))
		}
	}
}

// saidNames reads what stands behind the words of a byline, be it in the next
// block.
func (d *describer) saidNames(p *people, i int) {
	text := d.r.Blocks[i].Text
	for part := range strings.FieldsFuncSeq(text, partsByline) {
		name, ok := bylineText(strings.TrimSpace(part))
		if ok && name == "" && i+1 < len(d.r.Blocks) && d.page.Blocks[i+1].Words <= maxNameBlock {
			name = d.r.Blocks[i+1].Text
		}
		if !ok {
			name, ok = infixName(part)
		}
		if ok {
			if p.add(name); len(p.names) == 0 && d.r.Verdict.Kind == KindForum {
				p.addName(name)
			}
		}
	}
}

// loneNames reads a name without any words that say what it is: in a block
// that is a byline by its role or its own class.
func (d *describer) loneNames(p *people, i int) {
	block := &d.page.Blocks[i]
	e := d.page.Element(block)
	const marks = heuristics.MarkAuthor | heuristics.PropAuthor
	marked := block.Marks&marks != 0 || e != nil && e.Own&marks != 0
	if d.r.Blocks[i].Role != heuristics.Byline && !marked {
		return
	}
	for part := range strings.FieldsFuncSeq(d.r.Blocks[i].Text, partsByline) {
		part = untilName(part)
		if fullName(part) {
			p.add(part)
		}
	}
	if len(p.names) == 0 && marked && block.Words <= maxNameBlock {
		p.addName(d.r.Blocks[i].Text)
	}
}

// partsByline tells whether a character separates the parts of a byline.
func partsByline(r rune) bool {
	return r == '|' || r == '\n' || r == '•' || r == '·' || r == '—' || r == '–' || r == '»' || r == '/' || r == '‧' || r == '●' || r == '∙'
}

// maxNameBlock is the words of a block that is a name and nothing else.
const maxNameBlock = 5

// addName adds a text that is marked as an author's name, which may be a name
// that the author has made up.
func (p *people) addName(text string) {
	if rest, ok := bylineText(text); ok {
		text = rest
	}
	if p.has(text) {
		return
	}
	before := len(p.names)
	p.add(text)
	if len(p.names) == before && handle(text) {
		p.one(text)
	}
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

// bioAuthors reads the names in author boxes after the story.
func (d *describer) bioAuthors() []string {
	for i := range d.r.Blocks {
		b := &d.r.Blocks[i]
		if b.Role != heuristics.Bio || b.Hidden() {
			continue
		}
		var p people
		if name, ok := bylineText(b.Text); ok {
			p.add(name)
		} else if d.page.Blocks[i].Words <= maxNameBlock {
			p.add(b.Text)
		}
		if len(p.names) > 0 {
			return p.names
		}
	}
	return nil
}

// elementsOf returns the elements inside block i: those that its text stands
// in below the block-level element, and those that stand in it.
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
		if flow, _ := r.origin.Enter(up); flow != 0 {
			break
		}
	}
	for n, k := next(first), 0; n != nil && n != end && k < most; n, k = next(n), k+1 {
		if n.Type == html.ElementNode {
			list = append(list, n)
		}
	}
	return list
}

// next returns the node after n in document order.
func next(n *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for n != nil && n.NextSibling == nil {
		n = n.Parent
	}
	if n == nil {
		return nil
	}
	return n.NextSibling
}

// handle tells whether a text can be a name that somebody goes by on a site.
func handle(s string) bool {
	if s == "" || len(s) > len("a name of thirty-two characters.") || len(strings.Fields(s)) > 2 {
		return false
	}
	if strings.ContainsAny(s, ":/<>{}|@+") || notNames[strings.ToLower(s)] {
		return false
	}
	for _, f := range strings.Fields(s) {
		if strings.IndexFunc(f, unicode.IsLetter) < 0 {
			return false
		}
	}
	return true
}
