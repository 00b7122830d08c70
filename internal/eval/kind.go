package eval

import (
	"cmp"
	"maps"
	"slices"
)

// KindVerdict is what an extractor says of the kind of a page.
type KindVerdict struct {
	Want       string  `json:"want"`
	Got        string  `json:"got"`
	Confidence float64 `json:"confidence"` // probability that Got is right, 0 to 1
}

func (k *KindVerdict) right() bool { return k.Want == k.Got }

// KindReport is how the kinds of pages were told, over the pages that did not
// fail.
type KindReport struct {
	Confusion   []Confusion `json:"confusion"`   // by kinds, none that are zero
	Reliability []Bin       `json:"reliability"` // by confidence
}

// Confusion counts the pages of one kind that were taken for another, or for
// what they are.
type Confusion struct {
	Want  string `json:"want"`
	Got   string `json:"got"`
	Pages int    `json:"pages"`
}

// Bin holds the pages whose confidence is at least From and below To. Where
// confidence means what it says, Right is near Mean.
type Bin struct {
	From  float64 `json:"from"`
	To    float64 `json:"to"`
	Pages int     `json:"pages"`
	Mean  float64 `json:"mean"`  // mean confidence
	Right float64 `json:"right"` // share of the pages whose kind is right
}

// bins is the number of bins of confidence, all of one width.
const bins = 10

// kindReport is nil if no page has a verdict.
func kindReport(pages []*PageScore) *KindReport {
	pages = slices.DeleteFunc(slices.Clone(pages), func(p *PageScore) bool { return p.Kind == nil })
	if len(pages) == 0 {
		return nil
	}
	counts := map[Confusion]int{}
	var confidence, right [bins]mean
	for _, p := range pages {
		counts[Confusion{Want: p.Kind.Want, Got: p.Kind.Got}]++
		b := min(bins-1, max(0, int(p.Kind.Confidence*bins)))
		confidence[b].add(p.Kind.Confidence)
		right[b].add(share(p.Kind.right()))
	}
	r := &KindReport{}
	for _, c := range slices.SortedFunc(maps.Keys(counts), compareConfusion) {
		c.Pages = counts[c]
		r.Confusion = append(r.Confusion, c)
	}
	for b := range bins {
		r.Reliability = append(r.Reliability, Bin{From: float64(b) / bins, To: float64(b+1) / bins,
			Pages: confidence[b].n, Mean: confidence[b].value(), Right: right[b].value()})
	}
	return r
}

func compareConfusion(a, b Confusion) int {
	return cmp.Or(cmp.Compare(a.Want, b.Want), cmp.Compare(a.Got, b.Got))
}
