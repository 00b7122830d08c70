package segment_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHeadline(t *testing.T) {
	const board = "<title>Swarm in the organ - The Upright Comb - The board of those who keep bees</title>"
	for _, c := range []struct{ reason, page, want string }{
		{"the heading that is the title", "<title>Swarm in the organ</title><h1>Bees</h1><h2>Swarm in the organ</h2>", "Swarm in the organ"},
		{"a heading of the first level before another", "<title>Swarm in the organ</title><h2>Swarm in the organ</h2><h1>Swarm in the organ</h1><p>x", "Swarm in the organ"},
		{"a title most of which is the board's: the heading that it begins with", board + "<h1>Beekeepers</h1><h2>Swarm in the organ</h2>", "Swarm in the organ"},
		{"in any case of letters", board + "<h1>Beekeepers</h1><h2>SWARM IN THE ORGAN</h2>", "SWARM IN THE ORGAN"},
		{"one word may be the name of a section", "<title>Swarm - The Upright Comb - The board of those who keep bees</title><h1>Beekeepers</h1><h2>Swarm</h2>", "Beekeepers"},
		{"so may what stands far down", board + "<h1>Beekeepers</h1><h4>Swarm in the organ</h4>", "Beekeepers"},
		{"a title that goes on without a separator is another", "<title>Swarm in the organ of the old church on the hill, and what became of it</title><h1>Beekeepers</h1><h2>Swarm in the organ</h2>", "Beekeepers"},
		{"the name of the site is no headline", `<meta property="og:site_name" content="Upright Comb"><title>Upright Comb - what those who keep bees have to say about it</title><h1>Beekeepers</h1><h2>Upright Comb</h2>`, "Beekeepers"},
	} {
		p := tree(t, c.page)
		if assert.GreaterOrEqual(t, p.Headline, 0, c.reason) {
			assert.Equal(t, c.want, p.Blocks[p.Headline].Text, c.reason)
		}
	}
}

func TestLinkedAuthors(t *testing.T) {
	const head, link = "<h1>The boats came home</h1>", `<a href="/author/ines-quay">Ines Quay</a>`
	for _, c := range []struct {
		reason, page string
		want         []string
	}{
		{"beside the headline", head + "<p>By " + link + ", 3 May</p>", []string{"Ines Quay"}},
		{"glued to the date", head + "<p>" + link + "3 May</p>", []string{"Ines Quay"}},
		{"two of them, one with a particle", head + `<p>` + link + `</p><p><a rel="author" href="/x">Tom van Mole</a></p>`, []string{"Ines Quay", "Tom van Mole"}},
		{"without case", head + `<p><a rel="author" href="/x">田中 花子</a></p>`, []string{"田中 花子"}},
		{"metadata know better", `<meta name="author" content="Ada Pell">` + head + "<p>By " + link + "</p>", []string{"Ada Pell"}},
		{"no name", head + `<p><a href="/author/staff">all our 12 authors</a></p>`, nil},
		{"the site is no author", `<meta property="og:site_name" content="Harbour Post">` + head + `<p><a href="/author/hp">Harbour Post</a></p>`, nil},
		{"in a sentence of the text", head + "<p>The boats came home, " + link + " writes, long after the storm had gone by and the mole was dark and empty.</p>", nil},
		{"no headline", "<p>By " + link + "</p>", nil},
	} {
		assert.Equal(t, c.want, tree(t, c.page).Authors, c.reason)
	}
}
