// Package eval scores extracted text against ground truth, with the measures
// that the public data sets define, and reads those data sets in their own
// layouts.
//
// A [Dataset] is read into pages, an [Extract] turns each [Page] into an
// [Output], and [Run] scores these. Every figure of a [Report] is computed
// from the counts of single pages, so that pages can be drawn anew for its
// interval, and two reports can be compared page by page.
package eval

// Bag counts words.
type Bag map[string]int

// BagOf counts the words of a text.
func BagOf(text string) Bag {
	bag := Bag{}
	for _, w := range Words(text) {
		bag[w]++
	}
	return bag
}

// Size is the number of words in the bag.
func (b Bag) Size() (n int) {
	for _, c := range b {
		n += c
	}
	return n
}

// Common is the number of words that two bags share.
func (b Bag) Common(other Bag) (n int) {
	for w, c := range b {
		n += min(c, other[w])
	}
	return n
}

// PRF are precision, recall and their harmonic mean, 0 to 1.
type PRF struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// WordF1 compares bags of words as WCXB does: an empty reference scores 1 for
// empty output, else 0.
func WordF1(output, reference string) PRF {
	out, ref := BagOf(output), BagOf(reference)
	return prf(out.Common(ref), out.Size(), ref.Size())
}

func prf(common, out, ref int) PRF {
	if ref == 0 || out == 0 {
		if ref == out {
			return PRF{1, 1, 1}
		}
		return PRF{}
	}
	return harmonic(float64(common)/float64(out), float64(common)/float64(ref))
}

func harmonic(precision, recall float64) PRF {
	s := PRF{Precision: precision, Recall: recall}
	if precision+recall > 0 {
		s.F1 = 2 * precision * recall / (precision + recall)
	}
	return s
}

// mean is a running mean.
type mean struct {
	sum float64
	n   int
}

func (m *mean) add(x float64) { m.sum += x; m.n++ }

// value is 0 if nothing was added.
func (m *mean) value() float64 { return m.sum / float64(max(1, m.n)) }
