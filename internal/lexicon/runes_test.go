package lexicon

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// TestRunes holds that the table says of every character what is found by asking
// about it.
func TestRunes(t *testing.T) {
	for r, kind := range runes() {
		require.Equal(t, classify(rune(r)), kind, "%U", r)
	}
}

// TestDecode holds decode against utf8.DecodeRuneInString, with three bytes of
// every sort before others and at the end.
func TestDecode(t *testing.T) {
	seconds := []byte{0x00, 0x7F, 0x80, 0x81, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF}
	for _, rest := range []string{"", "\x80", "a"} {
		for first := range 256 {
			for _, second := range seconds {
				for _, third := range seconds {
					s := string([]byte{byte(first), second, third}) + rest
					wantRune, wantSize := utf8.DecodeRuneInString(s)
					r, size := decode(s)
					require.Equal(t, wantRune, r, "% x", s)
					require.Equal(t, wantSize, size, "% x", s)
				}
			}
		}
	}
}
