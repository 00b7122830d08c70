package show

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// TestJudge has each sort of ground truth.
func TestJudge(t *testing.T) {
	const story = "The ferry resumed its crossings on Monday after a week"
	body, nav := heuristics.Body, heuristics.Nav
	for _, c := range []struct {
		reason string
		page   eval.Page
		text   string
		role   heuristics.Role
		want   Mark
	}{
		{"in the reference and kept", eval.Page{Reference: story + "."}, story, body, Unmarked},
		{"in the reference and dropped", eval.Page{Reference: story}, story, nav, WronglyGone},
		{"kept, and not in the reference", eval.Page{Reference: story}, "Nothing of this is in the ground truth", body, WronglyKept},
		{"half of it is in the reference", eval.Page{Reference: story}, story + " and nobody minded", body, Unmarked},
		{"few words say nothing, unless they are a line", eval.Page{Reference: story + " at home"}, "Home", nav, Unmarked},
		{"a line of few words", eval.Page{Reference: "Home\n" + story}, "home", nav, WronglyGone},
		{"few words that are kept are not judged", eval.Page{Reference: story}, "Read on", body, Unmarked},
		{"a label", eval.Page{Labels: []eval.Label{{Role: nav, Text: "Home"}}}, "Home", body, WronglyKept},
		{"a label of body", eval.Page{Labels: []eval.Label{{Role: body, Text: story}}}, story, nav, WronglyGone},
		{"no label", eval.Page{Labels: []eval.Label{{Role: nav, Text: "Home"}}}, "Away", body, Unmarked},
		{"two labels for the same words", eval.Page{Labels: []eval.Label{{Role: nav, Text: "Home"}, {Role: body, Text: "home"}}}, "Home", body, Unmarked},
		{"a snippet that must stay", eval.Page{With: []string{"resumed its  crossings"}}, story, nav, WronglyGone},
		{"a snippet that must go", eval.Page{Without: []string{"resumed its crossings"}}, story, body, WronglyKept},
		{"no snippet", eval.Page{With: []string{"another"}}, story, body, Unmarked},
		{"no ground truth", eval.Page{}, story, body, Unmarked},
	} {
		d := &Document{Blocks: []Block{{Role: c.role, Text: c.text, Kept: c.role == body}}}
		d.Judge(&c.page, []heuristics.Role{body})
		assert.Equal(t, c.want, d.Blocks[0].Mark, c.reason)
		assert.Equal(t, c.want == WronglyKept, d.WronglyKept == 1, c.reason)
		assert.Equal(t, c.want == WronglyGone, d.WronglyGone == 1, c.reason)
	}
	hidden := &Document{Blocks: []Block{{Role: nav, Text: story, Hidden: true}}}
	hidden.Judge(&eval.Page{Reference: story}, []heuristics.Role{body})
	assert.Equal(t, Unmarked, hidden.Blocks[0].Mark, "what is hidden is none of the text")
}

// TestWrite holds that nothing of a document is markup in the page.
func TestWrite(t *testing.T) {
	const evil = `"'></template></script><script>alert(1)</script><img src=x onerror=alert(1)>`
	d := &Document{Name: evil, Title: evil, URL: "javascript:" + evil, Kind: evil, Partial: evil, RankName: "confidence",
		Blocks: []Block{{Text: evil, Path: evil, Want: evil, Kept: true, Role: heuristics.Body}}}
	d.reasons = reasons{Words: []word{{evil, evil}}, Blocks: [][]roleLook{{{Role: evil, Why: [][2]int{{0, 1}}}}}, until: []int{1}}
	var page strings.Builder
	assert.NoError(t, (&Report{Title: evil, Documents: []*Document{d, Failed(evil, assert.AnError)}}).Write(&page))
	assert.NotContains(t, page.String(), "<script>alert")
	assert.NotContains(t, page.String(), "<img")
	assert.Contains(t, page.String(), `[{"h":"\"'`, "reasons are there")
	assert.Equal(t, 2, strings.Count(page.String(), "</template>"))
	assert.Equal(t, 3, strings.Count(page.String(), "</script>"))
}
