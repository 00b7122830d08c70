package model

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// TestFolds holds that characters known by tables are what Unicode says.
func TestFolds(t *testing.T) {
	f := folded()
	for r := range rune(unicode.MaxRune) {
		require.Equal(t, foldRune(r), f.of(r), "%U", r)
	}
}
