// Package eval scores extracted text against ground truth, with the measures
// that the public data sets define, and reads those data sets.
package eval

import (
	"strings"
	"unicode"
)

// Words cuts text into words as Python's re does with \w+ on lower-cased
// text: runs of letters, numbers and underscores. Combining marks are not
// part of words there, so they are not here.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

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

// PRF are precision, recall and their harmonic mean.
type PRF struct{ Precision, Recall, F1 float64 }

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
	s := PRF{Precision: float64(common) / float64(out), Recall: float64(common) / float64(ref)}
	if common > 0 {
		s.F1 = 2 * s.Precision * s.Recall / (s.Precision + s.Recall)
	}
	return s
}

// Fold folds white space, for the comparison of snippets.
func Fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// Snippets counts, for one page, snippets rightly kept, wrongly dropped,
// wrongly kept and rightly dropped.
type Snippets struct{ TP, FN, FP, TN int }

// CountSnippets looks for snippets in an output.
func CountSnippets(output string, with, without []string) (s Snippets) {
	output = Fold(output)
	for _, w := range with {
		if strings.Contains(output, Fold(w)) {
			s.TP++
		} else {
			s.FN++
		}
	}
	for _, w := range without {
		if strings.Contains(output, Fold(w)) {
			s.FP++
		} else {
			s.TN++
		}
	}
	return s
}

// Add adds the counts of another page.
func (s *Snippets) Add(t Snippets) {
	s.TP += t.TP
	s.FN += t.FN
	s.FP += t.FP
	s.TN += t.TN
}

// PRF turns counts into precision, recall and F1.
func (s Snippets) PRF() PRF {
	return prf(s.TP, s.TP+s.FP, s.TP+s.FN)
}
