package extract

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Profile is what repeats on the pages of one site. An [Extractor] that has it
// takes it as evidence: a block that stands on most pages of a site is none of
// the text of any of them. It is made by a [Learner] or read by [ReadProfile],
// and read-only.
type Profile struct {
	pages  int
	texts  map[blockText]int   // pages that each text stands on, of those that stand on most pages
	shapes map[string]turnover // shapes in which little is new from page to page
}

// blockText is what a text is known by from page to page.
type blockText struct {
	words int    // all of it, see heuristics.Block.Words
	start string // lower case, cut after startRunes
}

// turnover counts the blocks of a shape over all pages of a site.
type turnover struct{ pages, blocks, repeated int }

// startRunes is how much of a text is compared from page to page, besides the
// number of its words: enough that no two paragraphs have it in common by
// accident, and few enough for a profile to be read.
const startRunes = 120

func textOf(b *heuristics.Block) blockText {
	return blockText{b.Words, start(b.Text)}
}

// start folds the first characters of a text.
func start(text string) string {
	const enough = startRunes * utf8.UTFMax
	if len(text) > enough {
		text = text[:enough] // a cut character is beyond startRunes, or the last of them in any case
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	n := 0
	for i := range text {
		if n == startRunes {
			return strings.TrimSpace(text[:i])
		}
		n++
	}
	return text
}

// shapeDepth is how many elements make up a shape: the block's own and those
// around it, as far as class names say what a box is for.
const shapeDepth = 3

// shapeOf writes the innermost elements of a block with their classes:
// "section.story>div.box>p". It is "text" for plain text.
func shapeOf(p *heuristics.Page, b *heuristics.Block) string {
	var parts [shapeDepth]string
	first := shapeDepth
	for e := p.Element(b); e != nil && first > 0; e = p.Parent(e) {
		first--
		parts[first] = e.Tag + classesOf(e.Class)
	}
	if first == shapeDepth {
		return "text"
	}
	return strings.Join(parts[first:], ">")
}

// classesOf joins class names as a selector does. Digits are left out, since
// many a system numbers its boxes, and so is what a selector would have to
// escape.
func classesOf(names string) string {
	const most = 4 // more do not make a shape clearer
	var b strings.Builder
	for i, name := range strings.Fields(names) {
		if i == most {
			break
		}
		b.WriteByte('.')
		for _, c := range name {
			if c == '-' || c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
				b.WriteRune(c)
			}
		}
	}
	return b.String()
}

// Weights of a profile's evidence, in nats. They are set by hand, not fitted:
// the labelled data has hardly two pages of one site.
const (
	// ownWords is how long a text must be to be a sentence. What is shorter may
	// be a heading or a label that stands in the text of every page of a site,
	// such as "Ingredients" or "Weight".
	ownWords = 8

	repeatedBody  = -heuristics.MaxWeight // a sentence on most pages is not of the text, whatever speaks for it: amid a story up to 12 nats do
	repeatedOwn   = -4                    // nor is it a headline, a caption or a comment of this page
	repeatedProse = 3                     // running text that repeats is most often there to win somebody over
	repeatedShort = -1
	repeatedBox   = -3 // a text not seen before, where little is new from page to page
)

// profileName is the heuristic that a profile's evidence is of.
const profileName = "site-profile"

// heuristic returns the profile as one.
func (s *Profile) heuristic() heuristics.Heuristic {
	return heuristics.Heuristic{
		Name:  profileName,
		Doc:   "text and boxes that stand on most pages of the site",
		Judge: s.judge,
	}
}

func (s *Profile) judge(p *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
	if pages, ok := s.texts[textOf(b)]; ok {
		reason := fmt.Sprintf("stands on %d of %d pages of the site", pages, s.pages)
		if b.Words < ownWords {
			return evidence(repeatedShort, reason, heuristics.Body)
		}
		list := append(evidence(repeatedBody, reason, heuristics.Body),
			evidence(repeatedOwn, reason, heuristics.Title, heuristics.Dek, heuristics.Caption, heuristics.Comment)...)
		if b.Prose() {
			list = append(list, evidence(repeatedProse, reason, heuristics.Promo)...)
		}
		return list
	}
	if len(s.shapes) == 0 || b.Words < ownWords {
		return nil
	}
	if t, ok := s.shapes[shapeOf(p, b)]; ok {
		reason := fmt.Sprintf("in a box where %d of %d blocks of the site were repeated", t.repeated, t.blocks)
		return evidence(repeatedBox, reason, heuristics.Body)
	}
	return nil
}

func evidence(weight float64, reason string, roles ...heuristics.Role) []heuristics.Evidence {
	var list []heuristics.Evidence
	for _, r := range roles {
		list = append(list, heuristics.Evidence{Role: r, Weight: weight, Reason: reason})
	}
	return list
}
