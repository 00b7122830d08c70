package heuristics_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// TestOnAllPages holds what must be true of every built-in heuristic and
// every block of every page: a level that exists and has a name, the same
// when asked again, and silence where the heuristic has said that it need not
// be asked.
func TestOnAllPages(t *testing.T) {
	names, err := filepath.Glob("../testdata/pages/*.*")
	require.NoError(t, err)
	spoken := map[string]bool{}
	for _, name := range names {
		ext := filepath.Ext(name)
		if ext != ".html" && ext != ".txt" {
			continue
		}
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		p := page(t, string(text), ext == ".txt")
		for i := range p.Blocks {
			b := &p.Blocks[i]
			for _, h := range heuristics.Default() {
				if h.Measure == nil {
					continue
				}
				level := h.Measure(p, b)
				require.True(t, level >= heuristics.Silent && int(level) < len(h.Levels), "%s: %s has no level %d", name, h.Name, level)
				require.Equal(t, level, h.Measure(p, b), "%s: %s", name, h.Name)
				if level == heuristics.Silent {
					continue
				}
				spoken[h.Name] = true
				require.NotEmpty(t, h.Levels[level], "%s: level %d of %s occurs and has no name", name, level, h.Name)
				require.True(t, asked(h, p, b), "%s: %s speaks of %q, though it asked not to be asked", name, h.Name, b.Text)
			}
		}
	}
	for _, h := range heuristics.Default() {
		assert.True(t, h.Measure == nil || spoken[h.Name], "%s never speaks on any page of testdata", h.Name)
	}
}

// asked tells whether what a heuristic needs is there.
func asked(h heuristics.Heuristic, p *heuristics.Page, b *heuristics.Block) bool {
	if h.Needs != 0 {
		marks := b.Marks
		if e := p.Element(b); e != nil {
			marks |= e.All
		}
		return marks&h.Needs != 0
	}
	if h.Wording != 0 {
		return b.CueSet&h.Wording != 0
	}
	if h.Heading != 0 {
		above := p.Above(b)
		return above != nil && above.CueSet&h.Heading != 0
	}
	if h.Nearby != 0 {
		var set heuristics.CueSet
		for _, n := range []int{-2, -1, 1, 2} {
			if o := p.Next(b, n); o != nil {
				set |= o.CueSet
			}
		}
		return set&h.Nearby != 0
	}
	return true
}

// TestReadOnly holds that a page is the same after all heuristics have
// looked at it: they are only given it to read.
func TestReadOnly(t *testing.T) {
	const markup = "<h1>Boats</h1>" + prose + "<div class=newsletter><h3>Our newsletter</h3><p>Once a week</p><form><input type=email></form></div>"
	p, untouched := page(t, markup, false), page(t, markup, false)
	for i := range p.Blocks {
		for _, h := range heuristics.Default() {
			levels(h, p, &p.Blocks[i])
		}
	}
	assert.Equal(t, untouched, p)
	list := heuristics.Default()
	list[0].Name = strings.ToUpper(list[0].Name)
	assert.NotEqual(t, list[0].Name, heuristics.Default()[0].Name, "the list is the caller's own")
}
