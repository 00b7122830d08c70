package lexicon_test

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

func TestFingerprint(t *testing.T) {
	for _, c := range []struct{ reason, text, want string }{
		{"letters in lower case", "The Slow Lantern", "theslowlantern"},
		{"digits stay", "Covid-19, 2.0", "covid1920"},
		{"an underscore is no letter", "snake_case", "snakecase"},
		{"letters with marks", "Łódź naïve É", "łódźnaïveé"},
		{"marks that combine", "cafe\u0301 नौका", "cafe\u0301नौका"},
		{"Cyrillic", "«Северный МЕРИДИАН»", "северныймеридиан"},
		{"signs are left out", "渡轮，恢复！★", "渡轮恢复"},
		{"what is no UTF-8 is left out", "a\xffb", "ab"},
	} {
		assert.Equal(t, c.want, lexicon.Fingerprint(c.text), c.reason)
	}
}

// TestFingerprintOfAll holds that of all characters that there are just those
// are kept that the standard library takes for letters, marks or digits.
func TestFingerprintOfAll(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		stays := unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
		kept := lexicon.Fingerprint(string(r)) != ""
		if stays != kept && (stays || unicode.IsGraphic(r)) {
			assert.Failf(t, "another choice", "U+%04X is kept: %v", r, kept)
			return
		}
	}
}
