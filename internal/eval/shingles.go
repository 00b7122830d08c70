package eval

import "strings"

// shingleWords is the length of the runs of words that the Article Extraction
// Benchmark compares.
const shingleWords = 4

// shingles counts the runs of words of a text, in their own case; a text
// shorter than one run is a run.
func shingles(text string) Bag {
	words := Tokens(text)
	bag := Bag{}
	if len(words) == 0 {
		return bag
	}
	for i := range max(1, len(words)-shingleWords+1) {
		bag[strings.Join(words[i:min(len(words), i+shingleWords)], " ")]++
	}
	return bag
}

// Shingles counts, for one page, the runs of words in both texts and those in
// one of them.
type Shingles struct {
	Common int `json:"common"`
	Got    int `json:"got"`
	Want   int `json:"want"`
}

// CountShingles compares an output with its reference.
func CountShingles(output, reference string) Shingles {
	got, want := shingles(output), shingles(reference)
	return Shingles{Common: got.Common(want), Got: got.Size(), Want: want.Size()}
}

// PRF turns counts into precision, recall and F1.
func (s Shingles) PRF() PRF { return prf(s.Common, s.Got, s.Want) }

// meanShingles is the mean of precision over the pages that gave any text,
// the mean of recall over those that should, and F1 of the two means.
func meanShingles(pages []*PageScore) PRF {
	var p, r mean
	for _, page := range pages {
		s := page.Shingles
		if s.Got > 0 {
			p.add(float64(s.Common) / float64(s.Got))
		}
		if s.Want > 0 {
			r.add(float64(s.Common) / float64(s.Want))
		}
	}
	return harmonic(p.value(), r.value())
}
