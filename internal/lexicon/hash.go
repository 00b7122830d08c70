package lexicon

import (
	"math/bits"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/internal/eight"
)

// hasher makes the hash of a word of its characters, each in lower case. It
// takes as many at a time as there is room for in 64 bits: eight of ASCII, or
// two others.
type hasher struct {
	sum   uint64 // of what is not in block any more
	block uint64
	used  uint // bits of block
}

// Bits that a character takes in a block. One that is not ASCII has its highest
// bit set, so that no two words give the same blocks.
const (
	asciiWidth = 8
	wideWidth  = 24
	wideMark   = 1 << (wideWidth - 1)
)

func (h *hasher) put(char rune) {
	width := uint(asciiWidth)
	if char >= utf8.RuneSelf {
		char, width = char|wideMark, wideWidth
	}
	if h.used+width > 64 {
		h.sum, h.block, h.used = mix(h.sum, h.block), 0, 0
	}
	h.block |= uint64(char) << h.used
	h.used += width
}

func (h *hasher) end() uint64 { return mix(h.sum, h.block) }

// mix adds a block to a hash, as wyhash does (Wang Yi, 2019): the two halves of
// a product depend on all bits between them.
func mix(sum, block uint64) uint64 {
	const odd = 0x9E3779B97F4A7C15 // 2^64 over the golden ratio
	high, low := bits.Mul64(sum^block^odd>>1, odd)
	return high ^ low
}

// letters returns the ASCII letters that stand at text[i:], eight at most, as a
// block of small ones, and how many they are.
func letters(text string, i int) (block uint64, n int) {
	block = eight.At(text, i)
	small := (block | caseBit*eight.Ones) &^ eight.Highs
	from, beyond := small+eight.Ones*(0x80-'a'), small+eight.Ones*(0x7F-'z') // the highest bit of a byte is set from 'a' on, and beyond 'z'
	n = eight.First(^(from &^ beyond &^ block) & eight.Highs)
	return small & (1<<(8*n) - 1), n
}
