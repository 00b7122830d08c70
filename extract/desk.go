package extract

import (
	"sync"
	"sync/atomic"
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

// keptDesks is how many goroutines always find their memory again. The
// collector takes what a pool has, and with small pages it comes every few.
const keptDesks = 8

// desks keeps the memory between calls: some desks always, and as many as
// there were goroutines for a while.
var desks struct {
	kept [keptDesks]atomic.Pointer[desk]
	more sync.Pool
}

func takeDesk() *desk {
	for i := range desks.kept {
		if d := desks.kept[i].Load(); d != nil && desks.kept[i].CompareAndSwap(d, nil) {
			return d
		}
	}
	if d, ok := desks.more.Get().(*desk); ok {
		return d
	}
	return &desk{}
}

// clear forgets the page and puts the desk back. A large one is not kept for
// ever.
func (d *desk) clear() {
	const large = 4 << 20 // bytes of text
	size := d.cut.Reset()
	d.judged.Reset()
	if size <= large {
		for i := range desks.kept {
			if desks.kept[i].CompareAndSwap(nil, d) {
				return
			}
		}
	}
	desks.more.Put(d)
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
