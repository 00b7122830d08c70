package extract

import (
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// desk is the memory that a page is worked on in. A call has one to itself;
// what it returns holds on to nothing of it.
type desk struct {
	cut    segment.Memory
	judged scorer.Memory
}

// desks keeps the memory between calls.
var desks = sync.Pool{New: func() any { return &desk{} }}

// clear forgets the page and puts the desk back.
func (d *desk) clear() {
	d.cut.Reset()
	d.judged.Reset()
	desks.Put(d)
}

// work is all that the blocks of a page come from.
type work struct {
	plain  bool
	text   string
	roots  []*html.Node
	opt    segment.Options
	scorer *scorer.Scorer
}

// blocks cuts the page.
func (w *work) blocks(m *segment.Memory) (*heuristics.Page, *metadata.Data, *segment.Origin) {
	if w.plain {
		return m.Text(w.text, w.opt), &metadata.Data{}, nil
	}
	return m.Tree(w.roots, w.opt)
}

// again returns what cuts the page and judges its blocks once more, when it is
// first asked to: a result does not hold on to all that was known of the
// blocks, since hardly anybody wants to know.
func (w work) again() func() (*scorer.Explainer, error) {
	limits := *w.opt.Limits
	limits.Deadline, limits.Stop = time.Time{}, nil // the call is over
	w.opt.Limits = &limits
	return sync.OnceValues(func() (*scorer.Explainer, error) {
		d := &desk{}
		page, _, _ := w.blocks(&d.cut)
		scored, err := w.scorer.Score(page, &d.judged)
		if err != nil {
			return nil, err
		}
		return w.scorer.Explain(scored), nil
	})
}

// outline is the tags of the elements that hold blocks, parents first.
type outline []step

type step struct {
	tag    string
	parent int32 // -1 for the root
}

func outlineOf(p *heuristics.Page) outline {
	o := make(outline, len(p.Elements))
	for i := range p.Elements {
		o[i] = step{p.Elements[i].Tag, int32(p.Elements[i].Parent)}
	}
	return o
}

// path returns the tags down to element i, but for the root's.
func (o outline) path(i int32) string {
	var tags []string
	for ; i >= 0 && o[i].parent >= 0; i = o[i].parent {
		tags = append(tags, o[i].tag)
	}
	slices.Reverse(tags)
	return strings.Join(tags, ">")
}
