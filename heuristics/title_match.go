package heuristics

// titleMatch compares the block with what the page says of itself.
//
// Signal: the block is the title, the description or an author's name, as
// <title>, og:title, JSON-LD and the description give them.
// Why: metadata is written by the same system as the page, for machines.
// Unit and range: kind of match, with heading and length.
// Source: measured; the title anchor is as in Wu et al., "Automatic Web
// Content Extraction by Combination of Learning and Grouping" (2015).
// Blind spot: teasers that repeat the story's own headline.
var titleMatch = Heuristic{
	Name: "title-match", Doc: "agreement with the page's metadata",
	Levels: []string{"a heading that is the page's title", "the page's title, not in a heading", "a link that is the page's title",
		"a heading that is part of the title", "part of the title", "begins as the description does", "a short block with the author's name",
		"a longer block with the author's name", "begins with the author's name", "the h1, though not the title", "the title again", "is nothing that metadata names"},
	Measure: func(p *Page, b *Block) Level {
		linked := b.Words > 0 && b.LinkWords == b.Words
		first := p.Headline == b.Index
		switch b.TitleMatch {
		case MatchTitle, MatchTitlePart:
			switch {
			case first:
				return 0
			case linked:
				return 2
			case b.TitleMatch == MatchTitle && p.Headline >= 0 && b.Index > p.Headline:
				return 10
			case b.TitleMatch == MatchTitle && b.Heading == 0:
				return 1
			case b.Heading > 0:
				return 3
			}
			return 4
		case MatchDescription:
			return 5
		case MatchAuthor:
			return 6
		case MatchAuthorLong:
			return 7
		case MatchAuthorFirst:
			return 8
		}
		if first || b.Heading == 1 {
			return 9
		}
		return 11
	},
}
