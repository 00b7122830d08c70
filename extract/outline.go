package extract

import "github.com/seed-1beecd1b/bodycopy/heuristics"

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

// length is the length of the path of element i, and one more if it has one. A
// block that no page has has no outline, and no path.
func (o *outline) length(i int32) (size int) {
	if o == nil {
		return 0
	}
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
	if o == nil || i < 0 || o.steps[i].parent < 0 {
		return ""
	}
	return "…>" + o.tags[o.steps[i].tag]
}
