package heuristics

// containerDensity looks at the elements around the block: how much there is
// to read in them, and how much of it is links.
//
// Signal: words and link density of an ancestor.
// Why: a text's paragraphs share a parent with much reading and few links; a
// promo's box has little reading, a menu's many links.
// Unit and range: five steps of words times four of link density; one
// heuristic each for the parent, its parent, and two further up.
// Source: Gottron, "Content Code Blurring" (2008), on the tree in place of
// the character stream.
// Blind spot: pages where everything shares one parent.
func containerDensity(name, doc string, up int) Heuristic {
	return Heuristic{
		Name: name, Doc: doc,
		Levels: []string{
			"few words around, no links", "few words around, few links", "few words around, many links", "few words around, all links",
			"some words around, no links", "some words around, few links", "some words around, many links", "some words around, all links",
			"many words around, no links", "many words around, few links", "many words around, many links", "many words around, all links",
			"most words around, no links", "most words around, few links", "most words around, many links", "most words around, all links",
			"a text's words around, no links", "a text's words around, few links", "a text's words around, many links", "a text's words around, all links"},
		Measure: func(p *Page, b *Block) Level {
			e := p.Up(b, up)
			if e == nil {
				return Silent
			}
			return step(float64(e.Words), 15, 60, 200, 600)*4 + step(e.LinkDensity(), 0.02, 0.2, 0.6)
		},
	}
}
