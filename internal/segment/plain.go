package segment

import (
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Text cuts plain text into blocks: paragraphs where lines are wrapped,
// otherwise lines. Of the options, only More and Limits mean anything here.
func Text(text string, opt Options) *heuristics.Page {
	page := *new(Memory).Text(text, opt) // which alone is kept
	return &page
}

// Text is like the function [Text], in memory that is used again.
func (m *Memory) Text(text string, opt Options) *heuristics.Page {
	if opt.Limits == nil {
		opt.Limits = none()
	}
	w := &m.shown
	w.limits, w.more = opt.Limits, opt.More
	wrapped := isWrapped(text)
	for line := range strings.Lines(validText(text)) {
		if w.over(nil) {
			break
		}
		blank := strings.TrimSpace(line) == ""
		if blank || !wrapped {
			w.flushPlain()
		}
		w.space = true
		w.addText(line)
	}
	w.flushPlain()
	w.hurry()
	p := w.read("")
	p.Plain = true
	for i := range p.Blocks {
		p.Blocks[i].Template = -1
	}
	w.relate(p)
	return p
}

// flushPlain is flush for a block that stands in no element.
func (w *walker) flushPlain() {
	if len(w.text) > w.start {
		if !w.join(false, false) {
			var b *heuristics.Block
			w.blocks, b = next(w.blocks)
			b.Index, b.Element = len(w.blocks)-1, -1
			w.ranges = append(w.ranges, textRange{start: w.start, end: len(w.text)})
		}
		w.part()
	}
	w.draft = draft{}
	w.start, w.space, w.newline = len(w.text), false, false
}

// Text is taken as wrapped if it has blank lines, and most lines that are
// followed by another one end between these widths, in bytes.
const (
	minWrap      = 50
	maxWrap      = 100
	wrappedShare = 0.6
)

func isWrapped(text string) bool {
	followed, full, blank := 0, 0, 0
	before := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			blank++
		} else if before != "" {
			followed++
			if len(before) >= minWrap && len(before) <= maxWrap {
				full++
			}
		}
		before = line
	}
	return blank > 0 && followed > 0 && float64(full) >= wrappedShare*float64(followed)
}
