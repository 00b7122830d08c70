package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// View is a page with what its blocks are likely to be, each judged alone,
// and the sums that context measures look at.
type View struct {
	Page       *h.Page
	Kind       Kind
	Confidence float64           // of Kind
	kinds      [NumKinds]float32 // how likely each kind is
	bare       bool              // nothing stands beside the text
	lines      bool              // bare, and nothing on the page is long enough to be a text
	moved      Sums              // by how much the border moves roles
	wording    *model.Wording    // nil before the third look
	words      []uint16          // of the block last described
	naming     naming            // empty before the third look

	Likely    []Likely // by block
	Shares    []Share  // by element
	Templates []Share
	RoleWords [h.NumRoles]float64 // expected words by role on the page
	Body      float64             // expected words of body text on the page
	sums      []Sums              // what the view was made of
	chance    []Share             // by block: how likely each role is
	before    []float64           // expected body words before each block
	sureBack  []int32             // blocks back to a sure paragraph of text
	sureOn    []int32
	upTo      []upTo         // by block, plus one; empty where there is no table
	inTable   []bool         // by block: completes a table that is text
	looked    []h.Role       // what the second look has made of the blocks
	named     []namedSection // by element: what its section is named after
	teasers   []bool         // by element: a box of a run of teasers
	another   []bool         // by block: it stands in another story; empty where there is none
	runs      []run          // by element that leads a run
	sections  []section      // by the block of their heading, plus one; the first is under none
	namingOn  []float32      // expected body words in blocks that name the site, from each block on
	offersOn  []float32      // expected cues of promos in body, from each block on

	// Of the block last asked about, see chain and run.
	links               [chainLength]*h.Element
	runOf, runIs, boxIs *h.Element
}

// Likely is what a block is likely to be.
type Likely struct {
	Role h.Role
	P    float32 // probability of Role against the other roles
	Body float32 // probability of body
}

// Share sums up expected words by role.
type Share [h.NumRoles]float32

// A sure paragraph is body with at least this probability and length.
const (
	sureBody  = 0.9
	sureWords = 15
)

// NewView computes the sums. Work grows linearly with the page.
func NewView(p *h.Page, sums []Sums) *View {
	v := &View{}
	v.fill(p, len(sums), func(i int, table *logisticTable, chance *Share) Likely {
		return chance.outOf(table.of(&sums[i], chance), sums[i].Best())
	})
	return v
}

// fill is NewView in the memory of a view that is not needed any more, of so
// many blocks, given what each is likely to be.
func (v *View) fill(p *h.Page, blocks int, likely func(i int, table *logisticTable, chance *Share) Likely) {
	*v = View{Page: p, Likely: zeros(v.Likely, blocks), Shares: zeros(v.Shares, len(p.Elements)),
		Templates: zeros(v.Templates, len(p.Templates)), before: zeros(v.before, blocks+1),
		sums: v.sums[:0], chance: zeros(v.chance, blocks),
		sureBack: zeros(v.sureBack, blocks), sureOn: zeros(v.sureOn, blocks),
		looked: v.looked[:0], upTo: v.upTo[:0], inTable: v.inTable[:0], named: v.named[:0], teasers: v.teasers[:0], another: v.another[:0], runs: v.runs[:0],
		words: v.words[:0], naming: v.naming.emptied(), sections: v.sections[:0], namingOn: v.namingOn[:0], offersOn: v.offersOn[:0]}
	table := logistic()
	var plain Share // of blocks that stand in no element and have no template
	for i := range blocks {
		b := &p.Blocks[i]
		v.Likely[i] = likely(i, table, &v.chance[i])
		v.before[i+1] = v.before[i]
		if b.Hidden {
			continue
		}
		element, template := &plain, &plain
		if b.Element >= 0 {
			element = &v.Shares[b.Element]
		}
		if b.Template >= 0 {
			template = &v.Templates[b.Template]
		}
		words := float32(b.Words)
		for r, chance := range &v.chance[i] {
			share := float32(chance * words)
			v.RoleWords[r] += float64(share)
			element[r] += share
			template[r] += share
		}
		v.before[i+1] += float64(float32(v.chance[i][h.Body] * words))
	}
	for i := len(p.Elements) - 1; i > 0; i-- {
		v.Shares[p.Elements[i].Parent].add(&v.Shares[i])
	}
	v.Body = v.RoleWords[h.Body]
	v.distances()
}

// zeros returns a slice of n zeros, in the same memory if that will do.
func zeros[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

func (s *Share) add(t *Share) {
	for r := range s {
		s[r] += t[r]
	}
}

func (v *View) distances() {
	const far = 1 << 14
	d := int32(far)
	for i := range v.Likely {
		d++
		v.sureBack[i] = d
		if v.sure(i) {
			d = 0
		}
	}
	d = far
	for i := len(v.Likely) - 1; i >= 0; i-- {
		d++
		v.sureOn[i] = d
		if v.sure(i) {
			d = 0
		}
	}
}

func (v *View) sure(i int) bool {
	return v.Likely[i].Body >= sureBody && v.Page.Blocks[i].Words >= sureWords
}

// bodyAt returns the probability of body at block i, 0 beyond the page.
func (v *View) bodyAt(i int) float64 {
	if i < 0 || i >= len(v.Likely) {
		return 0
	}
	return float64(v.Likely[i].Body)
}
