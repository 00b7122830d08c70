package heuristics

// linkTarget sorts blocks by where their links lead.
//
// Signal: the look of the addresses: author page, tag page, story, share
// service, mail, another host.
// Why: a block's links tell what it wants of the reader.
// Unit and range: the most telling kind of target, 13 levels.
// Source: measured on the labelled pages.
// Blind spot: sites whose addresses are numbers only; script-driven links.
var linkTarget = Heuristic{
	Name: "link-target", Doc: "where the block's links lead",
	Levels: []string{"leads to an author's page", "leads to a tag or category page", "leads to a share service", "leads to legal pages",
		"leads to sign-in, sign-up or cart", "opens mail or telephone", "jumps within the page", "runs a script",
		"leads to a story", "leads to another page of the site", "leads elsewhere", "leads to stories, and is long", "leads elsewhere, and is long"},
	Measure: func(p *Page, b *Block) Level {
		if b.Links == 0 {
			return Silent
		}
		long := b.Words >= proseWords
		for i, kind := range []LinkKind{LinkAuthor, LinkTag, LinkShare, LinkLegal, LinkAccount, LinkMail, LinkFragment, LinkScript} {
			if b.LinkTo&kind != 0 && !(long && b.LinkDensity() < proseLinkDensity) {
				return Level(i)
			}
		}
		story := b.LinkTo&LinkStory != 0
		switch {
		case story && long:
			return 11
		case long:
			return 12
		case story:
			return 8
		case b.LinkTo&LinkSite != 0:
			return 9
		}
		return 10
	},
}
