package golden

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

func TestMoves(t *testing.T) {
	const was = "# article 1.0\nbody       0.9 length                 One story\nbody       0.8 length                 Share\nbody       0.7 length                 Share\n"
	for _, c := range []struct{ reason, was, is, want string }{
		{"no difference", was, was, ""},
		{"a role, of the second block with these words", was, strings.Replace(was, "body       0.7 length ", "share      0.7 length ", 1),
			"1 block moved body → share:\n    0.7        Share   length\n"},
		{"the kind of page", was, strings.Replace(was, "article", "forum", 1), "kind of page: article 1.0 → forum 1.0\n"},
		{"a score", was, strings.Replace(was, "0.9", "0.8", 1), "1 block with the same role, another score or heaviest reason:\n    body       0.9 → 0.8  One story   length\n"},
		{"a block more", was, was + "nav        0.9 tag                    Home\n", "1 block new:\n    nav        Home\n"},
		{"blocks fewer", was, "# article 1.0\n", "3 blocks gone:\n    body       One story\n    body       Share\n    body       Share\n"},
		{"another order", "# a 1\nbody 1.0 - x\nbody 1.0 - y\n", "# a 1\nbody 1.0 - y\nbody 1.0 - x\n", "the same blocks in another order\n"},
		{"not written by Decisions", "nonsense\n", "", "1 block gone:\n               nonsense\n"},
	} {
		assert.Equal(t, c.want, Moves(c.was, c.is), c.reason)
	}
	many := strings.Repeat("nav 0.9 tag Home\n", 2*maxListed)
	assert.Contains(t, Moves("", many), fmt.Sprintf("… and %d more", maxListed), "long lists are cut")
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct{ reason, was, is, want string }{
		{"no difference", "a\n\nb\n", "a\n\nb\n", ""},
		{"one lost, one come", "a\n\nb\n", "a\n\nc\n", "    - b\n    + c\n"},
		{"one of two alike is lost", "a\n\na\n", "a\n", "    - a\n"},
		{"order", "a\nb\n", "b\na\n", "the same paragraphs in another order\n"},
	} {
		assert.Equal(t, c.want, Paragraphs(c.was, c.is), c.reason)
	}
}

// TestLabels writes labels of a result and reads them again: they say what the
// result says.
func TestLabels(t *testing.T) {
	long := strings.Repeat("twelve words ", 12)
	r := &extract.Result{Blocks: []extract.Block{
		{Role: heuristics.Nav, Text: "Home"},
		{Role: heuristics.Body, Text: long},
		{Role: heuristics.Share, Text: "Home"},
		{Role: heuristics.Body, Text: "# no comment"},
		{Role: heuristics.Body, Text: strings.Repeat("x", 59) + " cut at a space"},
	}}
	labels, err := ParseLabels(Labels("a.html", r))
	require.NoError(t, err)
	truth, lost := Labelled(labels, r)
	assert.Empty(t, lost)
	for i := range truth {
		assert.True(t, truth[i].Known, "%d", i)
		assert.Equal(t, r.Blocks[i].Role, truth[i].Role, "%d", i)
	}

	truth, lost = Labelled([]Label{{heuristics.Nav, "Home"}, {heuristics.Nav, "Away"}}, r)
	assert.Equal(t, []Label{{heuristics.Nav, "Away"}}, lost)
	assert.False(t, truth[2].Known, "a block without a label is not looked at")

	_, err = ParseLabels("body fine\nnovel Words\n")
	assert.ErrorContains(t, err, "line 2")
}

// TestWanted has marks in places where a parser or a block may lose them.
func TestWanted(t *testing.T) {
	const page = `<body data-want="body"><p>One paragraph.</p><div data-want="nav"><a>Home</a><div data-want="share">Share</div></div><p>Share</p><script>no text</script></body>`
	var e extract.Extractor
	r, err := e.FromBytes([]byte(page), extract.Source{})
	require.NoError(t, err)
	truth, err := Wanted([]byte(page), r, false)
	require.NoError(t, err)
	got := map[string]string{}
	for i := range r.Blocks {
		if truth[i].Known {
			got[r.Blocks[i].Text] = truth[i].Role.String()
		}
	}
	assert.Equal(t, map[string]string{"One paragraph.": "body", "Home": "nav"}, got,
		"the same text in two roles is not known")

	deep := strings.Repeat("<div>", 100_000) + "words"
	_, err = Wanted([]byte(deep), r, false)
	assert.Error(t, err, "beyond what the parser takes: an error, no crash")
}
