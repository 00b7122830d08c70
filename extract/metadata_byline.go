package extract

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// nearHeadline returns the blocks in which a byline may stand, until the story
// has begun, those that are one by their role first.
func (d *describer) nearHeadline() []int {
	page := d.page
	from, to := 0, len(page.Blocks)
	if page.Headline >= 0 {
		from, to = segment.NearHeadline(page)
	}
	var first, second []int
	prose := 0
	for i := from; i < to && !d.late(); i++ {
		b := &d.r.Blocks[i]
		if b.Hidden() {
			continue
		}
		block := &page.Blocks[i]
		switch {
		case d.isByline(i):
			first = append(first, i)
		case b.Role == heuristics.Body && block.Prose():
			prose++
		case block.Words <= maxBylineWords && (d.authorMarks(block) || d.saysByline(i) || block.LinkTo&heuristics.LinkAuthor != 0 || d.namesPoster(i)):
			second = append(second, i)
		}
		if prose > 2 && page.Headline >= 0 {
			break
		}
	}
	return append(first, second...)
}

// isByline tells whether block i is a byline by its role, and not a sentence of
// the text that was taken for one: "By noon the fog had gone."
func (d *describer) isByline(i int) bool {
	const leastSentence = 7 // words
	block := &d.page.Blocks[i]
	sentence := block.End == heuristics.CharStop && block.Words >= leastSentence && block.Dates == 0
	return d.r.Blocks[i].Role == heuristics.Byline && (!sentence || d.authorMarks(block))
}

// saysByline tells whether block i has the words of a byline, and not in a
// sentence of the text: "By noon the fog had gone."
func (d *describer) saysByline(i int) bool {
	block := &d.page.Blocks[i]
	return block.Cues[heuristics.CueByline] > 0 && (d.r.Blocks[i].Role != heuristics.Body || block.Sentences == 0)
}

// namesPoster tells whether an element in block i of a thread is marked as the
// name of somebody.
func (d *describer) namesPoster(i int) bool {
	return d.r.Verdict.Kind == KindForum && slices.ContainsFunc(d.r.elementsOf(i), d.isAuthor)
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
	for bylines < len(list) && d.isByline(list[bylines]) {
		bylines++
	}
	for _, part := range [][]int{list[:bylines], list[bylines:]} {
		for _, find := range []func(p *people, i int){d.markedNames, d.saidNames, d.loneNames} {
			for _, i := range part {
				if d.late() {
					return nil
				}
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
		if !d.isAuthor(n) || d.nameless[n] {
			continue
		}
		before := len(p.names)
		p.addName(metadata.TextOf(n))
		if before == 0 && len(p.names) == 0 {
			d.noteNameless(n)
		}
	}
}

// noteNameless remembers that there is no name in an element, which may stand
// round thousands of blocks.
func (d *describer) noteNameless(n *html.Node) {
	if d.nameless == nil {
		d.nameless = map[*html.Node]bool{}
	}
	d.nameless[n] = true
}

// isAuthor tells whether an element inside a text is the author's name.
func (d *describer) isAuthor(n *html.Node) bool { return d.authorElements.Of(n, authorElement) }

// saidNames reads what stands behind the words of a byline, be it in the next
// block, which is read once.
func (d *describer) saidNames(p *people, i int) {
	text := d.r.Blocks[i].Text
	byline := d.isByline(i) || d.r.Verdict.Kind == KindForum || d.authorMarks(&d.page.Blocks[i])
	next := i+1 < len(d.r.Blocks) && d.page.Blocks[i+1].Words <= maxNameBlock
	for part := range strings.FieldsFuncSeq(text, partsByline) {
		name, ok := bylineText(strings.TrimSpace(part))
		if ok && name == "" && next {
			name, next = d.r.Blocks[i+1].Text, false
		}
		if !ok {
			name, ok = infixName(part, byline)
		}
		if ok && !lowerPhrase(name) {
			if p.add(name); len(p.names) == 0 && d.r.Verdict.Kind == KindForum {
				p.addName(name)
			}
		}
	}
}

// lowerPhrase tells whether a text is words without any capital, such as "the
// sea"; a login name is one word.
func lowerPhrase(text string) bool {
	return strings.Contains(text, " ") && strings.ContainsFunc(text, unicode.IsLower) && !strings.ContainsFunc(text, unicode.IsUpper)
}

// loneNames reads a name without any words that say what it is: in a block
// that is a byline by its role or its own class.
func (d *describer) loneNames(p *people, i int) {
	block := &d.page.Blocks[i]
	e := d.page.Element(block)
	const marks = heuristics.MarkAuthor | heuristics.PropAuthor
	marked := block.Marks&marks != 0 || e != nil && e.Own&marks != 0
	if !d.isByline(i) && !marked {
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

// bioAuthors reads the names in author boxes after the story.
func (d *describer) bioAuthors() []string {
	for i := range d.r.Blocks {
		b := &d.r.Blocks[i]
		if b.Role != heuristics.Bio || b.Hidden() {
			continue
		}
		if d.late() {
			return nil
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

// farAuthors reads the bylines that stand elsewhere, as below the stories of old
// blogs: texts that begin as bylines do, before a name.
func (d *describer) farAuthors() []string {
	for i := range d.r.Blocks {
		b := &d.r.Blocks[i]
		if b.Role != heuristics.Byline || b.Hidden() || d.page.Blocks[i].Words > maxBylineWords {
			continue
		}
		if d.late() {
			return nil
		}
		name, ok := bylineText(b.Text)
		if !ok {
			continue
		}
		var p people
		if d.markedNames(&p, i); len(p.names) == 0 && fullName(name) {
			p.add(name)
		}
		if len(p.names) > 0 {
			return p.names
		}
	}
	return nil
}
