package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// section sums up the blocks that stand under one heading. What a site says of
// itself at the end of a story is seldom one block: it has a heading, names
// the site, speaks of "we" and to "you", and ends in an offer.
type section struct {
	first, last          int // blocks
	blocks, words        int
	naming               int // blocks that name the site
	offers, weSay, toYou int // cues
}

// divide sums up sections, and what names the site or offers something from
// each block to the end of the page.
func (v *View) divide() {
	p := v.Page
	v.sections = zeros(v.sections, len(p.Blocks)+1)
	v.namingOn, v.offersOn = zeros(v.namingOn, len(p.Blocks)+1), zeros(v.offersOn, len(p.Blocks)+1)
	for i := len(p.Blocks) - 1; i >= 0; i-- {
		b := &p.Blocks[i]
		v.namingOn[i], v.offersOn[i] = v.namingOn[i+1], v.offersOn[i+1]
		if b.Hidden {
			continue
		}
		v.sectionOf(b).add(b)
		body := v.Likely[i].Body
		v.offersOn[i] += body * float32(b.Cues[h.CuePromo])
		if b.NamesSite {
			v.namingOn[i] += body * float32(b.Words)
		}
	}
}

func (v *View) sectionOf(b *h.Block) *section { return &v.sections[b.Above+1] }

// add adds a block before those that were added.
func (s *section) add(b *h.Block) {
	if s.blocks == 0 {
		s.last = b.Index
	}
	s.first = b.Index
	s.blocks++
	s.words += b.Words
	s.offers += int(b.Cues[h.CuePromo])
	s.weSay += int(b.Cues[h.CueWe])
	s.toYou += int(b.Cues[h.CueYou])
	if b.NamesSite {
		s.naming++
	}
}

var sectionNames = []string{"section-blocks", "section-words", "section-body-before", "section-body-behind", "section-names-site",
	"section-promo-cues", "section-we", "section-you", "section-blocks-left",
	"headed-by-site", "headed-by-promo-cues", "headed-by-you", "headed-by-words",
	"names-site-words", "names-site-words-on", "promo-cues-body", "promo-cues-body-on",
	"beside-names-site", "beside-promo-cues", "beside-we", "beside-you"}

func sectionFeatures(out []float32, v *View, i int) {
	p := v.Page
	b := &p.Blocks[i]
	s := v.sectionOf(b)
	body := v.Body + 1
	const hundred = 100 // words, by which cues are counted
	out[0], out[1] = float32(s.blocks), float32(s.words)
	out[2] = float32(v.before[s.first] / body)
	out[3] = float32((v.before[len(v.before)-1] - v.before[s.last+1]) / body)
	out[4], out[5] = over(s.naming, s.blocks), over(hundred*s.offers, s.words+1)
	out[6], out[7] = over(hundred*s.weSay, s.words+1), over(hundred*s.toYou, s.words+1)
	out[8] = float32(s.last - i)
	for j := 9; j < 13; j++ {
		out[j] = missing
	}
	if above := p.Above(b); above != nil {
		out[9], out[10] = bit(above.NamesSite), float32(above.Cues[h.CuePromo])
		out[11], out[12] = float32(above.Cues[h.CueYou]), float32(above.Words)
	}
	out[13], out[14] = v.namingOn[0]/float32(body), v.namingOn[i]/float32(body)
	out[15], out[16] = v.offersOn[0], v.offersOn[i]
	besideFeatures(out[17:21], p, i)
}

// besideFeatures looks at the blocks before and behind.
func besideFeatures(out []float32, p *h.Page, i int) {
	clear(out)
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(p.Blocks) {
			continue
		}
		c := &p.Blocks[j]
		out[0] += bit(c.NamesSite)
		out[1] += float32(c.Cues[h.CuePromo])
		out[2] += float32(c.Cues[h.CueWe])
		out[3] += float32(c.Cues[h.CueYou])
	}
}
