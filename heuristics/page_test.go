package heuristics_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPage holds what a heuristic reads off a page besides its block.
func TestPage(t *testing.T) {
	p := page(t, `<main id="m"><article class="a b"><h1>Boats</h1><p>One</p><p>Two</p></article></main><footer>Foot</footer>`, false)
	one := block(t, p, "One")
	assert.Equal(t, "html>body>main>article>p", p.Path(one))
	assert.Equal(t, "article", p.Up(one, 1).Tag)
	assert.Equal(t, "a b", p.Up(one, 1).Class)
	assert.Equal(t, "m", p.Up(one, 2).ID)
	assert.Equal(t, -1, p.Up(one, 99).Parent, "the root, where there are fewer ancestors")
	assert.Equal(t, "Two", p.Next(one, 1).Text)
	assert.Equal(t, "Boats", p.Next(one, -1).Text)
	assert.Nil(t, p.Next(one, 99))
	assert.Nil(t, p.Next(one, -99))
	assert.Equal(t, "Boats", p.Above(one).Text)
	assert.Equal(t, 3, p.Up(one, 1).NumBlocks())
	assert.Equal(t, 0, p.Headline)
	assert.Nil(t, p.Parent(&p.Elements[0]))
	assert.Nil(t, p.Parent(nil))

	plain := page(t, "One\nTwo", true)
	require.Len(t, plain.Blocks, 2)
	b := &plain.Blocks[0]
	assert.Nil(t, plain.Element(b), "plain text has no elements")
	assert.Nil(t, plain.Up(b, 2))
	assert.Empty(t, plain.Path(b))
}
