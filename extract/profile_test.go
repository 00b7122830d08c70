package extract_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// The site that profiles are tested on: pages with the same promo, written as
// prose among the paragraphs, the same line before the story, and the same
// headings in it.
const (
	sitePages = 20

	sitePromo = "For thirty years the Harbour Post has sent its reporters out in all weathers, to the quays and the council rooms alike, and it is the readers who make that possible. Those who stand by the paper for the price of a coffee a month keep it going for the next thirty."
	siteLine  = "Every story on these pages is read by two people before it is printed, and once more by a third when it is about money."
)

// siteStory returns the paragraphs of a story, which no other page has.
func siteStory(n int) []string {
	towns := []string{"Aldmouth", "Brackwell", "Cawton", "Dunstead", "Elmsea", "Farrow", "Gorsley", "Hexcombe", "Inverlee", "Jarrowby"}
	things := []string{"the slipway", "the library", "a footbridge", "the fish market", "its lido", "the signal box", "a windmill", "the old mint", "its allotments", "the ferry"}
	reasons := []string{"after a winter of storms", "though money is short", "as had been promised in the spring", "against the advice of the surveyor", "once the lease has run out"}
	town, thing, reason := towns[n%10], things[(n*7+n/10)%10], reasons[(n*3+n/10)%5]
	return []string{
		fmt.Sprintf("The council of %s will rebuild %s %s, it was decided on the evening of the %dth by %d votes to %d.", town, thing, reason, n+3, n+9, n+2),
		fmt.Sprintf("Work is to begin within %d weeks. \"We have talked about %s for long enough,\" said the chair of the committee, who has lived in %s all her life and remembers when it was last done.", n+2, thing, town),
		fmt.Sprintf("The bill comes to %d thousand pounds, of which the county bears a third. Neighbours of the site in %s had asked for a wall to be kept, and for lorries to come by the lower road.", 40+n, town),
		fmt.Sprintf("Whether %s will be open again by next summer is uncertain: the firm that won the contract has two other jobs in the region, and %d of its people are on loan.", thing, n+4),
	}
}

func sitePage(n int, promo bool) string {
	story := siteStory(n)
	var b strings.Builder
	fmt.Fprintf(&b, `<html lang="en"><head><title>Story %d of the town | Harbour Post</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<main><article class="post-%d"><h1>Story %d of the town</h1><p>%s</p><p>%s</p><h2>What was decided</h2>`, n, n, n, siteLine, story[0])
	for i, p := range story[1:] {
		if promo && i == 1 {
			fmt.Fprintf(&b, "<p>%s</p>", sitePromo)
		}
		if i == 2 {
			b.WriteString("<h2>What it costs</h2>")
		}
		fmt.Fprintf(&b, "<p>%s</p>", p)
	}
	b.WriteString(`</article></main><footer><p>© Harbour Post. All rights reserved.</p></footer></body></html>`)
	return b.String()
}

// learned returns the profile of the first pages of the site.
func learned(t testing.TB, pages int) *extract.Profile {
	t.Helper()
	var l extract.Learner
	for n := range pages {
		require.NoError(t, l.AddBytes([]byte(sitePage(n, true)), extract.Source{}))
	}
	p, err := l.Profile()
	require.NoError(t, err)
	return p
}

// TestProfile is the case that profiles are for: a promo that nothing on its
// page tells from the story.
func TestProfile(t *testing.T) {
	without := extract.Extractor{}
	with := extract.Extractor{Profile: learned(t, sitePages)}
	kept, dropped, lost, headings := 0, 0, 0, 0
	for n := range sitePages + 5 { // the last five were not learned from
		page := []byte(sitePage(n, true))
		before, err := without.FromBytes(page, extract.Source{})
		require.NoError(t, err)
		after, err := with.FromBytes(page, extract.Source{})
		require.NoError(t, err)
		if strings.Contains(before.Text(), sitePromo) {
			kept++
		}
		if !strings.Contains(after.Text(), sitePromo) && !strings.Contains(after.Text(), siteLine) {
			dropped++
		}
		for _, p := range siteStory(n) {
			if !strings.Contains(after.Text(), p) {
				lost++
			}
		}
		for _, h := range []string{"What was decided", "What it costs"} {
			if strings.Contains(before.Text(), h) && !strings.Contains(after.Text(), h) {
				headings++
			}
		}
	}
	t.Logf("%d pages: promo kept without profile on %d, dropped with it on %d; paragraphs lost %d, headings %d", sitePages+5, kept, dropped, lost, headings)
	assert.Equal(t, sitePages+5, kept, "without a profile the promo is kept")
	assert.Equal(t, sitePages+5, dropped, "with it, it is dropped")
	assert.Zero(t, lost, "no paragraph of a story is lost")
	assert.Zero(t, headings, "nor a heading that stands in every story")
}

// TestProfileEvidence holds that a profile is evidence among other evidence: it
// stands in the reasons, and they add up to the score.
func TestProfileEvidence(t *testing.T) {
	e := extract.Extractor{Profile: learned(t, sitePages)}
	r, err := e.FromBytes([]byte(sitePage(3, true)), extract.Source{})
	require.NoError(t, err)
	var zero extract.Extractor
	without, err := zero.FromBytes([]byte(sitePage(3, true)), extract.Source{})
	require.NoError(t, err)
	for i := range r.Blocks {
		if r.Blocks[i].Text != sitePromo {
			continue
		}
		assert.NotEqual(t, without.Blocks[i-1].Score, r.Blocks[i-1].Score, "its neighbours are judged in its light")
		assert.NotEqual(t, heuristics.Body, r.Blocks[i].Role, "which sort of boilerplate it is, a profile cannot tell")
		ranked, err := r.Why(i)
		require.NoError(t, err)
		for _, s := range ranked {
			if s.Role == heuristics.Body {
				assert.Contains(t, s.Reasons, heuristics.Evidence{Heuristic: "site-profile", Role: heuristics.Body, Weight: -16, Reason: "stands on 20 of 20 pages of the site"})
			}
		}
		return
	}
	t.Error("the promo is no block")
}

// TestProfileFile writes a profile and reads it again.
func TestProfileFile(t *testing.T) {
	p := learned(t, sitePages)
	var file bytes.Buffer
	_, err := p.WriteTo(&file)
	require.NoError(t, err)
	text := file.String()
	assert.Less(t, len(text), 4<<10, "it is small")
	assert.Contains(t, text, "\ntext 20 52 for thirty years the harbour post")
	again, err := extract.ReadProfile(strings.NewReader(text))
	require.NoError(t, err)
	assert.Equal(t, p, again)

	for _, c := range []struct{ reason, text, want string }{
		{"another file", "<html>", "line 1"},
		{"a later version", strings.Replace(text, "bodycopy-profile 1", "bodycopy-profile 2", 1), "line 1"},
		{"no number of pages", "bodycopy-profile 1\ntext 3 4 a b c d\n", "pages"},
		{"a number that is none", "bodycopy-profile 1\npages many\n", "line 2"},
		{"a negative number", "bodycopy-profile 1\npages 5\ntext -3 4 a\n", "line 3"},
		{"a text without words", "bodycopy-profile 1\npages 5\ntext 3 4\n", "line 3"},
		{"a line of another kind", "bodycopy-profile 1\npages 5\nlink 3 4 a\n", "line 3"},
		{"nothing", "", "pages"},
	} {
		_, err := extract.ReadProfile(strings.NewReader(c.text))
		assert.ErrorIs(t, err, extract.ErrProfile, c.reason)
		assert.ErrorContains(t, err, c.want, c.reason)
	}
}

// TestLearner has what must not be learned.
func TestLearner(t *testing.T) {
	var l extract.Learner
	_, err := l.Profile()
	assert.ErrorIs(t, err, extract.ErrFewPages)
	for range 10 {
		require.NoError(t, l.AddBytes([]byte(sitePage(1, true)), extract.Source{}))
	}
	_, err = l.Profile()
	assert.ErrorIs(t, err, extract.ErrFewPages, "one story ten times is one page")

	bad := extract.Learner{Extractor: &extract.Extractor{Scope: "main["}}
	assert.ErrorIs(t, bad.AddBytes([]byte(sitePage(1, true)), extract.Source{}), extract.ErrOptions)

	half := extract.Learner{}
	for n := range 10 {
		require.NoError(t, half.AddBytes([]byte(sitePage(n, n < 5)), extract.Source{}))
	}
	p, err := half.Profile()
	require.NoError(t, err)
	r, err := (&extract.Extractor{Profile: p}).FromBytes([]byte(sitePage(0, true)), extract.Source{})
	require.NoError(t, err)
	assert.Contains(t, r.Text(), sitePromo, "half of the pages are not most")

	var plain extract.Learner
	for n := range 6 {
		require.NoError(t, plain.AddText(strings.Join(append(siteStory(n), sitePromo), "\n\n"), extract.Source{}))
	}
	p, err = plain.Profile()
	require.NoError(t, err)
	r, err = (&extract.Extractor{Profile: p}).FromText(strings.Join(append(siteStory(9), sitePromo, siteStory(11)[1]), "\n\n"), extract.Source{})
	require.NoError(t, err)
	assert.NotContains(t, r.Text(), sitePromo, "plain text has profiles too")
	assert.Contains(t, r.Text(), siteStory(9)[1])
}

// FuzzReadProfile: what can be read can be written, and reads the same.
func FuzzReadProfile(f *testing.F) {
	f.Add("bodycopy-profile 1\npages 5\ntext 3 4 a b c d\nbox 3 4 4 div.x>p\n")
	f.Add("bodycopy-profile 1\npages 5\ntext 3 4 İ\u00a0 x\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := extract.ReadProfile(strings.NewReader(text))
		if err != nil {
			return
		}
		var file bytes.Buffer
		_, err = p.WriteTo(&file)
		require.NoError(t, err)
		again, err := extract.ReadProfile(&file)
		require.NoError(t, err)
		assert.Equal(t, p, again)
	})
}
