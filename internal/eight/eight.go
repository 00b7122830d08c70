// Package eight looks at eight bytes of text at once, as the bytes of one
// machine word, the first of them lowest (Lamport, Multiple Byte Processing
// with Full-Word Instructions, 1975). What is told of each byte is told in its
// highest bit.
package eight

import (
	"encoding/binary"
	"math/bits"
)

// Size is how many bytes there are in a block.
const Size = 8

// The lowest and the highest bit of each byte. Times Ones, a number below 256
// stands in each.
const (
	Ones  = 0x0101010101010101
	Highs = 0x8080808080808080
)

// At returns the bytes of s from i on, which must not be beyond its end, with
// zeros for those behind it.
func At(s string, i int) uint64 {
	if len(s)-i >= Size {
		return load(s[i:])
	}
	if len(s) >= Size {
		return load(s[len(s)-Size:]) >> (Size * (Size - (len(s) - i)))
	}
	var block uint64
	for j := len(s) - 1; j >= i; j-- {
		block = block<<8 | uint64(s[j])
	}
	return block
}

func load(s string) uint64 { return binary.LittleEndian.Uint64([]byte(s)) }

// Are tells which bytes are c.
func Are(block uint64, c byte) uint64 {
	other := block ^ uint64(c)*Ones
	return ^((other&^Highs + (Highs - Ones)) | other) & Highs
}

// UpTo tells which bytes are ASCII and no larger than c, which must be below
// 127.
func UpTo(block uint64, c byte) uint64 {
	return ^(block | Highs - uint64(c+1)*Ones) &^ block & Highs
}

// First returns the place of the first byte of which anything is told, Size if
// there is none.
func First(told uint64) int { return bits.TrailingZeros64(told) / 8 }
