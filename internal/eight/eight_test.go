package eight_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/eight"
)

// told returns in which of the eight bytes the highest bit is set.
func told(block uint64) (places []bool) {
	for i := range eight.Size {
		places = append(places, block>>(8*i+7)&1 == 1)
	}
	return places
}

// TestBytes holds that bytes are told alike one by one and eight at once:
// every byte beside every other.
func TestBytes(t *testing.T) {
	for c := range 256 {
		for d := range 256 {
			s := []byte{byte(c), byte(d), byte(d), byte(c), byte(d), byte(c), byte(c), byte(d)}
			block := eight.At(string(s), 0)
			var are, upTo []bool
			for _, b := range s {
				are = append(are, b == byte(c))
				upTo = append(upTo, b <= byte(c) && b < 0x80)
			}
			if !assert.Equal(t, are, told(eight.Are(block, byte(c))), "% x", s) {
				return
			}
			if c < 127 && !assert.Equal(t, upTo, told(eight.UpTo(block, byte(c))), "% x", s) {
				return
			}
		}
	}
}

func TestAt(t *testing.T) {
	const text = "abcdefghijklmnop"
	for n := range len(text) + 1 {
		for i := range n + 1 {
			want := text[i:min(i+eight.Size, n)]
			want += strings.Repeat("\x00", eight.Size-len(want))
			block := eight.At(text[:n], i)
			var got []byte
			for j := range eight.Size {
				got = append(got, byte(block>>(8*j)))
			}
			assert.Equal(t, want, string(got), "%s from %d on", text[:n], i)
		}
	}
}

func TestFirst(t *testing.T) {
	assert.Equal(t, eight.Size, eight.First(0), "nothing is told")
	assert.Equal(t, 2, eight.First(eight.Are(eight.At("a  b", 0), ' ')&^0x8000))
}
