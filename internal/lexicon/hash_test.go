package lexicon

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// units cuts a text and returns each unit's hash.
func units(text string) (hashes []uint64) {
	s := scanner{text: text, runes: runes()}
	for s.next() {
		hashes = append(hashes, s.hash)
	}
	return hashes
}

func TestHash(t *testing.T) {
	for _, c := range []struct {
		reason, one, other string
		same               bool
	}{
		{"case does not matter", "Harbour", "hARBOUR", true},
		{"nor beyond ASCII", "ÜBER", "über", true},
		{"nor where it leads into ASCII", "İlgili", "ilgili", true},
		{"a soft hyphen is not there", "Hafen\u00admeister", "hafenmeister", true},
		{"of digits only that they are there", "covid19", "covid2019", true},
		{"eight letters, taken at once, and their beginning", "newslett", "newslet", false},
		{"the ninth letter counts", "newslette", "newsletto", false},
		{"at the end of a text and before it", "newsletters", "newsletters  and all that", true},
		{"U+6D65 is not em, whose letters are 65 and 6D", "浥", "em", false},
		{"letters in another order", "era", "are", false},
	} {
		assert.Equal(t, c.same, units(c.one)[0] == units(c.other)[0], c.reason)
	}
}

// TestHashes holds that no two words of the tables have the same hash.
func TestHashes(t *testing.T) {
	names, err := fs.Glob(os.DirFS("."), "data/*.txt")
	require.NoError(t, err)
	byHash := map[uint64]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		s := scanner{text: string(text), runes: runes()}
		for s.next() {
			unit := strings.ToLower(strings.ReplaceAll(s.text[s.start:s.pos], string(softHyphen), ""))
			unit = strings.TrimRight(unit, "')]\n ") // which may have been passed over
			if unit[0] >= '0' && unit[0] <= '9' {
				continue // any number is as good as any other
			}
			before, ok := byHash[s.hash]
			require.True(t, !ok || before == unit, "%s and %s", before, unit)
			byHash[s.hash] = unit
		}
	}
	assert.Greater(t, len(byHash), 10_000)
}
