package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// NearHeadline returns the first block in which a byline is looked for, and the
// one behind the last. There must be a headline.
func NearHeadline(p *heuristics.Page) (from, to int) {
	const before, behind = 4, 14 // blocks
	return max(p.Headline-before, 0), min(p.Headline+behind, len(p.Blocks))
}

// How long, in words, a block with a link to an author's page and the name may
// be, and the name in bytes: it is compared with every place that begins as it does.
const (
	longByline   = 14
	shortName    = 2
	longName     = 4
	maxNameBytes = 100
)

// linkedAuthors returns the names that stand beside the headline as links to an
// author's page: with them pages say who has written them where their metadata
// do not.
func (w *walker) linkedAuthors(p *heuristics.Page) (names []string) {
	if p.Headline < 0 {
		return nil
	}
	from, to := NearHeadline(p)
	for i := from; i < to; i++ {
		b := &p.Blocks[i]
		if b.Hidden || b.LinkTo&heuristics.LinkAuthor == 0 || b.Links > 1 || b.Words > longByline {
			continue
		}
		if name := w.linked(i); isName(name) && !isSite(p, name) {
			names = append(names, name)
		}
	}
	return names
}

// linked returns the text of block i that stands in its first link.
func (w *walker) linked(i int) string {
	text, r := w.blocks[i].Text, &w.ranges[i]
	spans := w.spans[r.spanStart:r.spanEnd]
	for j := range spans {
		if spans[j].Kinds&lexicon.InLink == 0 {
			continue
		}
		end := len(text)
		for _, s := range spans[j+1:] {
			if s.Kinds&lexicon.InLink == 0 {
				end = min(s.Pos, end)
				break
			}
		}
		return strings.TrimSpace(text[min(spans[j].Pos, end):end])
	}
	return ""
}

// isName tells whether a text looks like a person's name: two to four words that
// begin with a capital letter, or with a letter of a script that has none, and
// particles between them.
func isName(s string) bool {
	const particle = 3 // letters of the longest: von, van, del
	if len(s) > maxNameBytes {
		return false
	}
	words := strings.Fields(s)
	for i, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case strings.IndexFunc(word, unicode.IsDigit) >= 0 || !unicode.IsLetter(first):
			return false
		case unicode.IsLower(first) && (i == 0 || i == len(words)-1 || len(word) > particle):
			return false
		}
	}
	return len(words) >= shortName && len(words) <= longName
}
