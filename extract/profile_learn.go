package extract

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Learner learns the [Profile] of a site from its pages: five at least, twenty
// to fifty of different sections are better. The zero value is ready to use, by
// one goroutine at a time.
type Learner struct {
	// Extractor says by its Scope, Skip and Limits how pages are read. Nil means
	// the zero value.
	Extractor *Extractor

	pages int
	seen  map[uint64]bool // pages by all of their text
	texts map[blockText]int
	boxes map[string]map[blockText]int // by shape and text
	ever  map[string]int               // pages that a shape stands on
}

// ErrFewPages says that a site cannot be told from so few pages.
var ErrFewPages = errors.New("too few different pages of the site")

// Limits of what is learned. Set by hand, on the safe side: a text lost is
// worse than a box kept.
const (
	minPages    = 5   // fewer say nothing about most pages
	mostPages   = 0.5 // share of pages beyond which a text stands on most
	boxRepeated = 0.9 // share of a shape's blocks whose text stands on a second page, for little in it to be new
)

// AddBytes learns from an HTML page. A page whose text was added before is not
// counted again, lest two addresses of one story pass for two.
func (l *Learner) AddBytes(page []byte, src Source) error {
	var saw sightings
	if _, err := l.reader(&saw).FromBytes(page, src); err != nil {
		return err
	}
	l.add(&saw)
	return nil
}

// AddText learns from plain text.
func (l *Learner) AddText(text string, src Source) error {
	var saw sightings
	if _, err := l.reader(&saw).FromText(text, src); err != nil {
		return err
	}
	l.add(&saw)
	return nil
}

// sighting is a block of a page.
type sighting struct {
	shape string
	text  blockText
}

type sightings []sighting

// reader returns an extractor whose only heuristic has no opinion, and writes
// down what it is asked about: every block of the page, once.
func (l *Learner) reader(saw *sightings) *Extractor {
	var e Extractor
	if l.Extractor != nil {
		e = Extractor{Scope: l.Extractor.Scope, Skip: l.Extractor.Skip, Limits: l.Extractor.Limits}
	}
	e.Heuristics = []heuristics.Heuristic{{Name: profileName, Doc: "looks on", Judge: func(p *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
		if !b.Hidden {
			*saw = append(*saw, sighting{shapeOf(p, b), textOf(b)})
		}
		return nil
	}}}
	return &e
}

func (l *Learner) add(saw *sightings) {
	if l.seen == nil {
		l.seen, l.texts = map[uint64]bool{}, map[blockText]int{}
		l.boxes, l.ever = map[string]map[blockText]int{}, map[string]int{}
	}
	sum := fnv.New64a()
	for _, s := range *saw {
		io.WriteString(sum, s.text.start+"\n")
	}
	if l.seen[sum.Sum64()] {
		return
	}
	l.seen[sum.Sum64()] = true
	l.pages++
	texts, shapes := map[blockText]bool{}, map[string]bool{}
	for _, s := range *saw {
		if !texts[s.text] {
			texts[s.text] = true
			l.texts[s.text]++
		}
		if !shapes[s.shape] {
			shapes[s.shape] = true
			l.ever[s.shape]++
		}
		if l.boxes[s.shape] == nil {
			l.boxes[s.shape] = map[blockText]int{}
		}
		l.boxes[s.shape][s.text]++
	}
}

// Profile returns what was learned. The error is [ErrFewPages].
func (l *Learner) Profile() (*Profile, error) {
	if l.pages < minPages {
		return nil, fmt.Errorf("extract: %w: %d, want %d at least", ErrFewPages, l.pages, minPages)
	}
	s := &Profile{pages: l.pages, texts: map[blockText]int{}, shapes: map[string]turnover{}}
	for text, pages := range l.texts {
		if l.most(pages) && text.words > 0 {
			s.texts[text] = pages
		}
	}
	for shape, texts := range l.boxes {
		t := turnover{pages: l.ever[shape]}
		for text, blocks := range texts {
			t.blocks += blocks
			if l.texts[text] > 1 {
				t.repeated += blocks
			}
		}
		if l.most(t.pages) && float64(t.repeated) >= boxRepeated*float64(t.blocks) {
			s.shapes[shape] = t
		}
	}
	return s, nil
}

func (l *Learner) most(pages int) bool { return float64(pages) > mostPages*float64(l.pages) }
