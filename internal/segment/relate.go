package segment

import (
	"math"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// relate computes what one block is to the others: totals of elements, runs
// of siblings, headings above, repeats, templates, distances to prose, and
// how blocks match with what the page says of itself. Every step is linear.
func (w *walker) relate(p *heuristics.Page) {
	w.total(p)
	w.runs(p)
	headings(p)
	w.repeats(p)
	w.templates(p)
	prose(p)
	w.matchTitles(p)
}

// total sums up blocks by element. Children come after their parents, so that
// one pass from the back carries sums all the way up.
func (w *walker) total(p *heuristics.Page) {
	crumbs := w.crumbs(p)
	for i := range p.Blocks {
		b := &p.Blocks[i]
		b.Before = p.Words
		if crumbs == nil || !crumbs(i) {
			p.Words += b.Words
		}
		if b.Element < 0 {
			continue
		}
		e := &p.Elements[b.Element]
		e.Words += b.Words
		e.LinkWords += b.LinkWords
		e.Links += b.Links
		if b.Heading > 0 {
			e.Headings++
		}
	}
	for i := len(p.Elements) - 1; i > 0; i-- {
		e := &p.Elements[i]
		up := &p.Elements[e.Parent]
		up.Words += e.Words
		up.LinkWords += e.LinkWords
		up.Links += e.Links
		up.Headings += e.Headings
	}
}

// runs counts the siblings that share tag and classes.
func (w *walker) runs(p *heuristics.Page) {
	w.tally.reset(len(p.Elements))
	for i := range p.Elements {
		e := &p.Elements[i]
		lead := w.tally.at(mix(e.Signature, uint64(e.Parent)))
		if *lead == 0 {
			*lead = int32(i + 1)
		}
		e.Lead = int(*lead - 1)
		p.Elements[e.Lead].Run++
	}
	for i := range p.Elements {
		p.Elements[i].Run = p.Elements[p.Elements[i].Lead].Run
	}
}

// maxHeading is the longest text, in words, that is taken for a heading when
// no markup says so.
const maxHeading = 12

// headings finds the heading that each block stands under: the last heading
// before it. In plain text a short line without an end mark before a longer
// one is a heading.
func headings(p *heuristics.Page) {
	last := -1
	for i := range p.Blocks {
		b := &p.Blocks[i]
		b.Above = last
		if isHeading(p, b) {
			last = i
		}
	}
}

func isHeading(p *heuristics.Page, b *heuristics.Block) bool {
	if !p.Plain {
		return b.Heading > 0
	}
	next := p.Next(b, 1)
	return b.Words <= maxHeading && b.End != heuristics.CharStop && next != nil && next.Words > 2*b.Words
}

// repeats counts blocks with the same text.
func (w *walker) repeats(p *heuristics.Page) {
	w.tally.reset(len(p.Blocks))
	for i := range p.Blocks {
		first := w.tally.text(p.Blocks[i].Text)
		if *first == 0 {
			*first = int32(i + 1)
		}
		p.Blocks[i].Template = int(*first - 1) // for the moment
		p.Blocks[*first-1].Repeats++
	}
	for i := range p.Blocks {
		p.Blocks[i].Repeats = p.Blocks[p.Blocks[i].Template].Repeats
	}
}

// templates groups blocks by the signatures of their element and its parent.
func (w *walker) templates(p *heuristics.Page) {
	w.tally.reset(len(p.Blocks))
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Element < 0 {
			b.Template = -1
			continue
		}
		e := &p.Elements[b.Element]
		key := e.Signature
		if e.Parent >= 0 {
			key = mix(key, p.Elements[e.Parent].Signature)
		}
		t := w.tally.at(key)
		if *t == 0 {
			p.Templates = append(p.Templates, heuristics.Template{})
			*t = int32(len(p.Templates))
		}
		b.Template = int(*t - 1)
		sum := &p.Templates[b.Template]
		sum.Blocks++
		sum.Words += b.Words
		sum.LinkWords += b.LinkWords
		if b.Prose() {
			sum.Prose++
		}
	}
}

// prose measures, in blocks, how far the nearest prose is on either side.
func prose(p *heuristics.Page) {
	far := math.MaxInt16
	distance := far
	for i := range p.Blocks {
		b := &p.Blocks[i]
		distance = min(distance+1, far)
		if b.Prose() {
			distance = 0
		}
		b.ProseBefore = distance
	}
	distance = far
	for i := len(p.Blocks) - 1; i >= 0; i-- {
		b := &p.Blocks[i]
		distance = min(distance+1, far)
		if b.Prose() {
			distance = 0
		}
		b.ProseAfter = distance
	}
}
