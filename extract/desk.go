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

// outline is the tags of the elements that hold blocks, parents first.
type outline struct {
	tags  []string // each once
	steps []step
}

type step struct {
	tag    int32 // index into tags
	parent int32 // -1 for the root
}

func outlineOf(p *heuristics.Page) *outline {
	const usual = 24 // tags of a page
	o := &outline{tags: make([]string, 0, usual), steps: make([]step, len(p.Elements))}
	var known [1 << 8]int32 // by length and ends of the name: the index of the last such tag, plus one
	for i := range p.Elements {
		e := &p.Elements[i]
		k := &known[0]
		if n := len(e.Tag); n > 0 {
			k = &known[uint8(16*n)^uint8(n>>4)^e.Tag[0]^e.Tag[n-1]<<3]
		}
		if *k == 0 || o.tags[*k-1] != e.Tag {
			*k = o.tag(e.Tag) + 1
		}
		o.steps[i] = step{*k - 1, int32(e.Parent)}
	}
	return o
}

// tag returns the index of a tag. Pages use few, and what is beyond some dozens
// is not worth the look.
func (o *outline) tag(name string) int32 {
	const most = 64
	for i, t := range o.tags[max(0, len(o.tags)-most):] {
		if t == name {
			return int32(max(0, len(o.tags)-most) + i)
		}
	}
	o.tags = append(o.tags, valid(name))
	return int32(len(o.tags) - 1)
}

// length is the length of the path of element i, and one more if it has one.
func (o *outline) length(i int32) (size int) {
	for ; i >= 0 && o.steps[i].parent >= 0; i = o.steps[i].parent {
		size += len(">") + len(o.tags[o.steps[i].tag])
	}
	return size
}

// path returns the tags down to element i, but for the root's.
func (o *outline) path(i int32) string {
	size := o.length(i)
	if size == 0 {
		return ""
	}
	path := make([]byte, size) // written from its end
	for ; i >= 0 && o.steps[i].parent >= 0; i = o.steps[i].parent {
		tag := o.tags[o.steps[i].tag]
		size -= len(tag)
		copy(path[size:], tag)
		size--
		path[size] = '>'
	}
	return string(path[len(">"):])
}

// end returns the tag of element i, with a mark for what is above it.
func (o *outline) end(i int32) string {
	if i < 0 || o.steps[i].parent < 0 {
		return ""
	}
	return "…>" + o.tags[o.steps[i].tag]
}
