package show

import (
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// Judge marks the blocks of a document that the ground truth of its page says
// are wrong. Kept are the roles that make up the text.
func (d *Document) Judge(p *eval.Page, kept []heuristics.Role) {
	truth := newTruth(p, kept)
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Hidden {
			continue
		}
		want, known := truth.wants(b)
		switch {
		case known && b.Kept && !want:
			b.Mark = WronglyKept
			d.WronglyKept++
		case known && !b.Kept && want:
			b.Mark = WronglyGone
			d.WronglyGone++
		}
	}
}

// truth answers whether a block belongs into the text.
type truth struct {
	labels   map[string]heuristics.Role // by words
	clash    map[string]bool            // words with several roles
	kept     map[heuristics.Role]bool
	lines    map[string]bool // of the reference
	shingles map[string]bool // of the reference
	with     []string
	without  []string
}

// shingle is how many words in a row must stand in the reference: those of one
// line are hardly those of another by accident.
const shingle = 4

// mostly is the share of a block's shingles that must stand in the reference
// for the block to belong to it.
const mostly = 0.5

func newTruth(p *eval.Page, kept []heuristics.Role) *truth {
	t := &truth{labels: map[string]heuristics.Role{}, clash: map[string]bool{}, kept: map[heuristics.Role]bool{},
		lines: map[string]bool{}, shingles: map[string]bool{}}
	for _, r := range kept {
		t.kept[r] = true
	}
	for _, l := range p.Labels {
		key := folded(l.Text)
		if old, seen := t.labels[key]; seen && old != l.Role {
			t.clash[key] = true
		}
		t.labels[key] = l.Role
	}
	for line := range strings.Lines(p.Reference) {
		t.lines[folded(line)] = true
	}
	for _, s := range shinglesOf(p.Reference) {
		t.shingles[s] = true
	}
	for _, s := range p.With {
		t.with = append(t.with, squeezed(s))
	}
	for _, s := range p.Without {
		t.without = append(t.without, squeezed(s))
	}
	return t
}

// wants tells whether a block should be kept, and whether that is known.
func (t *truth) wants(b *Block) (want, known bool) {
	switch {
	case len(t.labels) > 0:
		key := folded(b.Text)
		role, ok := t.labels[key]
		if !ok || t.clash[key] {
			return false, false
		}
		if role != b.Role {
			b.Want = role.String()
		}
		return t.kept[role], true
	case len(t.lines) > 0:
		return t.inReference(b.Text)
	}
	text := squeezed(b.Text)
	for _, s := range t.with {
		if strings.Contains(text, s) {
			return true, true
		}
	}
	for _, s := range t.without {
		if strings.Contains(text, s) {
			return false, true
		}
	}
	return false, false
}

// inReference looks for most of a text in the reference. A text of few words
// may stand anywhere: it must be a line, and that it is none says little.
func (t *truth) inReference(text string) (in, known bool) {
	list := shinglesOf(text)
	if len(list) == 0 {
		in = t.lines[folded(text)]
		return in, in
	}
	found := 0
	for _, s := range list {
		if t.shingles[s] {
			found++
		}
	}
	return float64(found) >= mostly*float64(len(list)), true
}

func shinglesOf(text string) []string {
	words := eval.Words(text)
	var list []string
	for i := shingle; i <= len(words); i++ {
		list = append(list, strings.Join(words[i-shingle:i], " "))
	}
	return list
}

func folded(text string) string { return strings.Join(eval.Words(text), " ") }

func squeezed(text string) string { return strings.Join(strings.Fields(text), " ") }
