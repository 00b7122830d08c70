package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// ContextMeasure sorts a block into levels by what surrounds it.
type ContextMeasure struct {
	Name    string
	Doc     string // a reason for a person: what is looked at
	Levels  int
	Measure func(v *View, i int) h.Level
}

// appendContext appends the rows of all levels that block i has among others,
// as appendRows does of those that it has alone.
func appendContext(rows []uint16, st *stage, v *View, i int) []uint16 {
	n := len(rows)
	rows = roomFor(rows, len(Context))
	for j := range Context {
		m := &Context[j]
		level := uint16(m.Measure(v, i))
		rows[n] = uint16(st.first[j]) + level
		if int(level) < m.Levels { // silence is far above
			n++
		}
	}
	return rows[:n]
}

// pSteps sort probabilities.
func pSteps(p float64) h.Level { return steps(p, 0.02, 0.1, 0.3, 0.6, 0.85, 0.97) }

const pLevels = 7

// Context is the list of context measures in the order in which they speak.
var Context = []ContextMeasure{
	{"context-neighbours", "how sure the blocks on both sides are body", pLevels * pLevels, func(v *View, i int) h.Level {
		near := (2*v.bodyAt(i-1) + 2*v.bodyAt(i+1) + v.bodyAt(i-2) + v.bodyAt(i+2)) / 6
		return pSteps(v.bodyAt(i))*pLevels + pSteps(near)
	}},
	{"context-window", "the share of body among ten blocks around", 1 + 2*pLevels, func(v *View, i int) h.Level {
		lo, hi := max(0, i-5), min(len(v.Likely), i+6)
		words := 0
		if hi > lo {
			first, last := &v.Page.Blocks[lo], &v.Page.Blocks[hi-1]
			words = last.Before + last.Words - first.Before
		}
		b := &v.Page.Blocks[i]
		rest := float64(words - b.Words)
		if rest <= 0 {
			return 0
		}
		body := v.before[hi] - v.before[lo] - (v.before[i+1] - v.before[i])
		level := 1 + pSteps(body/rest)
		if b.Words >= 12 {
			level += pLevels
		}
		return level
	}},
	{"context-container", "how much of the likely text stands in the boxes around", 25, func(v *View, i int) h.Level {
		if v.Page.Plain || v.Body < 1 {
			return h.Silent
		}
		b := &v.Page.Blocks[i]
		return v.bodyShare(b, 1)*5 + v.bodyShare(b, 3)
	}},
	{"context-purity", "how much of the parent is likely text", 36, func(v *View, i int) h.Level {
		if v.Page.Plain {
			return h.Silent
		}
		b := &v.Page.Blocks[i]
		return v.purity(b, 1)*6 + v.purity(b, 2)
	}},
	{"context-section", "how much of the wider box is likely text", 36, func(v *View, i int) h.Level {
		if v.Page.Plain {
			return h.Silent
		}
		b := &v.Page.Blocks[i]
		return v.purity(b, 3)*6 + v.purity(b, 5)
	}},
	{"context-template", "what blocks of the same shape are likely to be", 3 * h.NumRoles, func(v *View, i int) h.Level {
		b := &v.Page.Blocks[i]
		if b.Template < 0 || v.Page.Templates[b.Template].Blocks < 2 {
			return h.Silent
		}
		role, share := v.Templates[b.Template].best()
		return h.Level(role)*3 + steps(share, 0.5, 0.85)
	}},
	{"context-template-body", "how much text blocks of the same shape hold", 4 * pLevels, func(v *View, i int) h.Level {
		b := &v.Page.Blocks[i]
		if b.Template < 0 {
			return h.Silent
		}
		body := float64(v.Templates[b.Template][h.Body])
		return steps(body/(v.Body+1), 0.01, 0.1, 0.4)*pLevels + pSteps(body/float64(1+v.Page.Templates[b.Template].Words))
	}},
	{"context-sure", "how far sure paragraphs are before and behind", 25, func(v *View, i int) h.Level {
		return steps(float64(v.sureBack[i]), 2, 4, 9, 25)*5 + steps(float64(v.sureOn[i]), 2, 4, 9, 25)
	}},
	{"context-mass", "how much of the likely text stands before and behind", 50, func(v *View, i int) h.Level {
		if v.Body < 1 {
			return h.Silent
		}
		before := v.before[i] / v.Body
		behind := (v.before[len(v.before)-1] - v.before[i+1]) / v.Body
		share := func(x float64) h.Level { return steps(x, 0.01, 0.05, 0.2, 0.8) }
		level := share(before)*5 + share(behind)
		if v.Page.Blocks[i].Words >= 12 {
			level += 25
		}
		return level
	}},
	{"context-before", "what the block before is likely to be", 2 * h.NumRoles, func(v *View, i int) h.Level { return v.roleAt(i - 1) }},
	{"context-behind", "what the block behind is likely to be", 2 * h.NumRoles, func(v *View, i int) h.Level { return v.roleAt(i + 1) }},
	{"context-heading", "what the heading above is likely to be", 2 * h.NumRoles, func(v *View, i int) h.Level {
		above := v.Page.Blocks[i].Above
		if above < 0 {
			return h.Silent
		}
		return h.Level(v.Likely[above].Role)*2 + steps(float64(i-above), 4)
	}},
	{"context-headed", "what a heading heads is likely to be", 2 * h.NumRoles, func(v *View, i int) h.Level {
		if v.Page.Blocks[i].Heading == 0 && !v.Page.Plain || v.Page.Blocks[i].Words > 20 {
			return h.Silent
		}
		var sum Share
		for j := i + 1; j < len(v.Likely) && j <= i+6; j++ {
			b := &v.Page.Blocks[j]
			if b.Above != i {
				break
			}
			sum[v.Likely[j].Role] += float32(b.Words)
		}
		role, share := sum.best()
		if share == 0 {
			return h.Silent
		}
		return h.Level(role)*2 + steps(share, 0.7)
	}},
	{"context-parent", "what the parent holds most of", 3 * h.NumRoles, func(v *View, i int) h.Level { return v.boxRole(i, 1) }},
	{"context-grandparent", "what the box around the parent holds most of", 3 * h.NumRoles, func(v *View, i int) h.Level { return v.boxRole(i, 2) }},
	{"context-outer", "what the box further out holds most of", 3 * h.NumRoles, func(v *View, i int) h.Level { return v.boxRole(i, 4) }},
	{"context-run", "how much of the likely text stands outside of the run of boxes", 2 * 4 * 8, func(v *View, i int) h.Level {
		run, e := v.run(i)
		if run == nil || v.Body < 1 {
			return h.Silent
		}
		outside := 1 - float64(v.Shares[run.Index][h.Body])/v.Body
		level := v.boxType(e)*4 + steps(outside, 0.1, 0.5, 0.9)
		if v.Page.Blocks[i].Words >= 12 {
			level += 32
		}
		return level
	}},
	{"context-run-kind", "what such a box is on this kind of page", 2 * NumGroups * 8, func(v *View, i int) h.Level {
		run, e := v.run(i)
		if run == nil {
			return h.Silent
		}
		level := h.Level(v.Kind.Group())*8 + v.boxType(e)
		if v.Page.Blocks[i].Words >= 12 {
			level += NumGroups * 8
		}
		return level
	}},
	{"context-run-role", "what the run of boxes holds most of", 3 * h.NumRoles, func(v *View, i int) h.Level {
		run, _ := v.run(i)
		if run == nil {
			return h.Silent
		}
		role, share := v.Shares[run.Index].best()
		return h.Level(role)*3 + steps(share, 0.5, 0.85)
	}},
	{"context-kind", "what such a block is on this kind of page", NumKinds * h.NumRoles, func(v *View, i int) h.Level {
		return h.Level(v.Kind)*h.NumRoles + h.Level(v.Likely[i].Role)
	}},
	{"context-kind-length", "the kind of page and the length of the block", 12 * NumKinds, func(v *View, i int) h.Level {
		b := &v.Page.Blocks[i]
		return h.Level(v.Kind)*12 + steps(b.LinkDensity(), 0.1, 0.7)*4 + steps(float64(b.Words), 3, 8, 20)
	}},
}

// bodyShare is how much of the page's likely text stands in the nth ancestor.
func (v *View) bodyShare(b *h.Block, up int) h.Level {
	e := v.chain(b.Index)[up]
	return steps(float64(v.Shares[e.Index][h.Body])/v.Body, 0.02, 0.15, 0.5, 0.9)
}

// purity is how much of the nth ancestor is likely text, the block aside.
func (v *View) purity(b *h.Block, up int) h.Level {
	e := v.chain(b.Index)[up]
	rest := float64(e.Words - b.Words)
	if rest <= 0 {
		return 0
	}
	body := float64(v.Shares[e.Index][h.Body]) - float64(b.Words)*float64(v.Likely[b.Index].Body)
	return 1 + steps(body/rest, 0.05, 0.25, 0.6, 0.9)
}

func (v *View) roleAt(i int) h.Level {
	if i < 0 || i >= len(v.Likely) {
		return h.Silent
	}
	return h.Level(v.Likely[i].Role)*2 + steps(float64(v.Likely[i].P), 0.8)
}

// boxRole is the role that most words of the nth ancestor are likely to have,
// the block itself left out.
func (v *View) boxRole(i, up int) h.Level {
	if v.Page.Plain {
		return h.Silent
	}
	b := &v.Page.Blocks[i]
	e := v.chain(b.Index)[up]
	sum := v.Shares[e.Index]
	sum[v.Likely[i].Role] -= float32(b.Words) * v.Likely[i].P
	role, share := sum.best()
	if share <= 0 {
		return h.Silent
	}
	return h.Level(role)*3 + steps(share, 0.5, 0.85)
}

// run returns the nearest run of boxes that block i stands in: the element
// that holds them all, and the box.
func (v *View) run(i int) (run, box *h.Element) {
	p := v.Page
	if e := p.Element(&p.Blocks[i]); e != v.runOf { // most that ask do so of the same block
		v.runOf = e
		v.runIs, v.boxIs = nil, p.Item(&p.Blocks[i])
		if v.boxIs != nil {
			v.runIs = p.Parent(v.boxIs)
		}
	}
	return v.runIs, v.boxIs
}

// boxType tells whether a box holds headings, links and pictures, as bits.
func (v *View) boxType(e *h.Element) (t h.Level) {
	if e.Headings > 0 {
		t |= 1
	}
	if e.Links > 0 {
		t |= 2
	}
	if e.Images > 0 {
		t |= 4
	}
	return t
}
