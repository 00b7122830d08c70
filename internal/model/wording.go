package model

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Wording is what the words of a block speak for: for each of some roles, a
// weight for each bucket that words are hashed into, so that a table of a few
// kilobytes holds words of all languages (Weinberger et al.: Feature Hashing
// for Large Scale Multitask Learning, 2009). Words that share a bucket share
// its weight; few of them are frequent.
type Wording struct {
	Roles   []heuristics.Role
	Weights []int8 // by bucket, then by role, in units of wordUnit
}

// WordBuckets is the number of buckets, chosen on pages not fitted on: twice
// as many, for words and pairs of words, gain nothing.
const WordBuckets = 1 << 13

// wordUnit is the unit of a weight, in nats.
const wordUnit = 0.1

// mostWords is how many words of a block are looked at: what it is like, its
// beginning tells.
const mostWords = 300

// AppendWords appends the buckets of the words of a text, at most 300 of them
// and the sign behind the last. A word is a run of letters, marks and digits, in
// any case; a sign of money or of per cent and the marks that end a call or a
// question are words, too. Tables are fitted with these words: to change what
// they are takes another fit.
func AppendWords(buckets []uint16, text string) []uint16 {
	const basis, prime = 2166136261, 16777619 // of FNV-1a
	most := len(buckets) + mostWords
	hash, folded := uint32(basis), folded()
	for i := 0; i < len(text); {
		// Most of the time goes by here, a byte of a word at a time.
		for ; i < len(text); i++ {
			lower := folded.ascii[text[i]]
			if lower == 0 {
				break
			}
			hash = (hash ^ uint32(lower)) * prime
		}
		if i == len(text) {
			break
		}
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
			if lower := folded.of(r); lower != 0 {
				hash = (hash ^ uint32(lower)) * prime
				i += size
				continue
			}
		}
		i += size
		if hash != basis {
			buckets, hash = append(buckets, bucketOf(hash)), basis
		}
		if sign(r) {
			buckets = append(buckets, bucketOf(uint32(r)))
		}
		if len(buckets) >= most {
			return buckets
		}
	}
	if hash != basis {
		buckets = append(buckets, bucketOf(hash))
	}
	return buckets
}

// folds tells the lower case of what words are made of, and 0 of all else.
type folds struct {
	ascii [256]uint8     // by byte; 0 of what begins a longer character
	runes [0x1000]uint16 // of scripts with cases, those of Europe and its neighbours, and of those of South and South-East Asia
}

var folded = sync.OnceValue(func() *folds {
	f := &folds{}
	for r := range rune(len(f.runes)) {
		f.runes[r] = uint16(foldRune(r))
	}
	for c := range utf8.RuneSelf {
		f.ascii[c] = uint8(f.runes[c])
	}
	return f
})

func (f *folds) of(r rune) rune {
	switch {
	case int(r) < len(f.runes):
		return rune(f.runes[r])
	case r >= '一' && r <= '鿿', r >= '가' && r <= '힣':
		return r // ideographs and Hangul: frequent, all of them letters, and without a case
	case r >= 'ぁ' && r <= 'ゖ', r >= 'ァ' && r <= 'ヺ', r == 'ー':
		return r // so is Kana
	}
	return foldRune(r)
}

func foldRune(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
		return unicode.ToLower(r)
	}
	return 0
}

func sign(r rune) bool {
	switch r {
	case '$', '%', '!', '?', '€', '£':
		return true
	}
	return false
}

// bucketOf spreads hashes over buckets (Knuth: The Art of Computer Programming,
// volume 3, section 6.4).
func bucketOf(hash uint32) uint16 {
	const golden, bits = 2654435769, 13
	return uint16(hash * golden >> (32 - bits))
}

// Like fills in, for each role of the wording, how much more the words sound
// like it than like body, in nats. The root of their number is what they are
// divided by: words of a text tell much the same.
func (w *Wording) Like(out []float32, words []uint16) {
	clear(out)
	n := len(w.Roles)
	if n == 0 || len(words) == 0 {
		return
	}
	for _, b := range words {
		for j, x := range w.Weights[int(b)*n : int(b)*n+n] {
			out[j] += float32(x)
		}
	}
	scale := float32(wordUnit / math.Sqrt(float64(len(words))))
	for j := range out {
		out[j] *= scale
	}
}

// SetWeight rounds the weight of a bucket for the jth role.
func (w *Wording) SetWeight(bucket, j int, x float64) {
	n := math.Round(x / wordUnit)
	w.Weights[bucket*len(w.Roles)+j] = int8(min(max(n, -math.MaxInt8), math.MaxInt8))
}

// NewWording has a weight of 0 for each word and role.
func NewWording(roles ...heuristics.Role) *Wording {
	return &Wording{Roles: roles, Weights: make([]int8, WordBuckets*len(roles))}
}

// Pack writes the wording: a line with its roles, then the weights, a byte
// each.
func (w *Wording) Pack(out io.Writer) error {
	names := make([]string, len(w.Roles))
	for i, r := range w.Roles {
		names[i] = r.String()
	}
	b := []byte(strings.Join(names, " ") + "\n")
	for _, x := range w.Weights {
		b = append(b, byte(x))
	}
	_, err := out.Write(b)
	return err
}

// UnpackWording reads what [Wording.Pack] has written.
func UnpackWording(packed []byte) (*Wording, error) {
	head, rest, _ := bytes.Cut(packed, []byte("\n"))
	var roles []heuristics.Role
	for _, name := range strings.Fields(string(head)) {
		r, err := heuristics.ParseRole(name)
		if err != nil {
			return nil, fmt.Errorf("model: %w", err)
		}
		roles = append(roles, r)
	}
	w := NewWording(roles...)
	if len(rest) != len(w.Weights) {
		return nil, fmt.Errorf("model: %d weights of words, want %d", len(rest), len(w.Weights))
	}
	for i, x := range rest {
		w.Weights[i] = int8(x)
	}
	return w, nil
}
