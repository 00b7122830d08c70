package segment

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

// TestUnseen holds that spaces and invisible characters are known by their bytes.
func TestUnseen(t *testing.T) {
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		s := string(r)
		if textBytes[s[0]] != special {
			assert.False(t, Invisible(r), "%U", r)
			continue
		}
		size, space := unseen(s + "a")
		seen := !Invisible(r) && !wide(r)
		if seen != (size == 0) || !seen && (size != len(s) || space != wide(r)) {
			assert.Fail(t, "another character", "%U", r)
		}
	}
	for _, cut := range []string{"\xC2", "\xE2", "\xE2\x80", "\xE3\x80", "\xEF\xBB"} {
		size, _ := unseen(cut)
		assert.Zero(t, size, "%x", cut)
	}
}

// wide tells whether a character beyond ASCII is a space. The Ogham one is a
// stroke in most fonts.
func wide(r rune) bool { return unicode.IsSpace(r) && r != '\u1680' }
