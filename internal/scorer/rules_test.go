package scorer_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// oracle is the only heuristic of these tests: it believes what a block says
// of itself ("bio: Ines"), and takes the rest for body. With empty tables
// nothing else speaks but the rules that are set by hand.
var oracle = heuristics.Heuristic{
	Name: "oracle", Doc: "what the block says that it is",
	Judge: func(_ *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
		name, _, _ := strings.Cut(b.Text, ":")
		role, err := heuristics.ParseRole(name)
		if err != nil {
			role = heuristics.Body
		}
		var list []heuristics.Evidence
		for _, r := range heuristics.Roles() {
			weight := float64(denied)
			if r == role {
				weight = said
			}
			list = append(list, heuristics.Evidence{Role: r, Weight: weight, Reason: "it says so"})
		}
		return list
	},
}

// What the oracle's word weighs, in nats, for the role that a block says it
// has and for all others. A rule need not outweigh it: it is seen by how it moves
// the sums.
const (
	said   = 1
	denied = -3
)

// judged is a page judged by the oracle.
type judged struct {
	page   *heuristics.Page
	result *scorer.Result
	s      *scorer.Scorer
}

func judge(t *testing.T, kind scorer.Kind, text string, plain bool) judged {
	t.Helper()
	set := model.Empty()
	set.Kinds = surely(kind)
	return judgeBy(t, set, text, plain)
}

func judgeBy(t *testing.T, set *model.Set, text string, plain bool) judged {
	t.Helper()
	s := scorer.New([]heuristics.Heuristic{oracle}, set)
	var p *heuristics.Page
	if plain {
		p = segment.Text(text, segment.Options{})
	} else {
		root, err := html.Parse(strings.NewReader(text))
		require.NoError(t, err)
		p, _, _ = segment.Tree([]*html.Node{root}, segment.Options{})
	}
	r, err := s.Score(p, &scorer.Memory{})
	require.NoError(t, err)
	return judged{p, r, s}
}

// of returns the role of the block with the words, and the names of the
// heuristics that speak for or against it.
func (j judged) of(t *testing.T, words string) (heuristics.Role, string) {
	t.Helper()
	x := j.s.Explain(j.result)
	for i := range j.page.Blocks {
		if !strings.Contains(j.page.Blocks[i].Text, words) {
			continue
		}
		role := j.result.Sums[i].Best()
		var names []string
		for _, e := range x.Role(i, role) {
			names = append(names, e.Heuristic)
		}
		return role, strings.Join(names, " ")
	}
	require.Fail(t, "no block holds "+words)
	return 0, ""
}

// sums returns the sums of the block with the words.
func (j judged) sums(t *testing.T, words string) *scorer.Sums {
	t.Helper()
	for i := range j.page.Blocks {
		if strings.Contains(j.page.Blocks[i].Text, words) {
			return &j.result.Sums[i]
		}
	}
	require.Fail(t, "no block holds "+words)
	return nil
}

const (
	paragraph = "<p>The harbour master counted the boats twice before the storm came in. By nightfall eleven of them lay behind the mole, and the twelfth was still out. Nobody on the quay went home.</p>"
	teaser    = `<div class="c"><h3><a href="/the-harbour-that-moved-away">The harbour that moved</a></h3><p>Stones went first, and then the sheds.</p></div>`
	plainCard = `<div class="c"><h3>The harbour that moved</h3><p>Stones went first, and then the sheds.</p></div>`
	readers   = `<div id="comments"><p>Ines: I was there that night, and it was worse.</p></div>`
)

func TestTeaserRuns(t *testing.T) {
	story := "<h1>Boats</h1>" + strings.Repeat(paragraph, 10)
	long := `<div class="c"><h3><a href="/the-harbour-that-moved-away">The harbour that moved</a></h3>` + strings.Repeat("<p>Stones went first, and then the sheds of all who had any.</p>", 30) + "</div>"
	for _, c := range []struct {
		reason string
		kind   scorer.Kind
		page   string
		says   bool
	}{
		{"three boxes with linked headlines beside a story", scorer.Article, story + strings.Repeat(teaser, 3), true},
		{"between its paragraphs as well", scorer.Article, story + strings.Repeat(teaser, 3) + paragraph, true},
		{"two are no run", scorer.Article, story + strings.Repeat(teaser, 2), false},
		{"boxes without links are sections of the story", scorer.Article, story + strings.Repeat(plainCard, 4), false},
		{"most of the boxes must have one", scorer.Article, story + strings.Repeat(teaser, 2) + strings.Repeat(plainCard, 3), false},
		{"boxes as long as stories are no teasers", scorer.Article, story + strings.Repeat(long, 3), false},
		{"without a story the boxes may be all that there is", scorer.Article, strings.Repeat(teaser, 9), false},
		{"a run that holds most of the text is the text", scorer.Article, "<h1>Boats</h1>" + strings.Repeat(paragraph, 4) + strings.Repeat(teaser, 40), false},
		{"on a listing the cards are what the page is for", scorer.Listing, story + strings.Repeat(teaser, 3), false},
		{"on a forum too", scorer.Forum, story + strings.Repeat(teaser, 3), false},
	} {
		j := judge(t, c.kind, c.page, false)
		_, why := j.of(t, "Stones went first")
		assert.Equal(t, c.says, strings.Contains(why, "teaser-run"), "%s: %s", c.reason, why)
		if c.says {
			sums := j.sums(t, "Stones went first")
			assert.Less(t, sums[heuristics.Body], float32(said), c.reason)
			assert.Greater(t, sums[heuristics.Related], float32(denied), c.reason)
		}
		if !strings.HasPrefix(c.reason, "without") {
			role, why := j.of(t, "harbour master")
			assert.Equal(t, heuristics.Body, role, "%s: the story stays", c.reason)
			assert.NotContains(t, why, "teaser-run", c.reason)
		}
	}
}

func TestCommentSections(t *testing.T) {
	story := "<h1>Boats</h1>" + strings.Repeat(paragraph, 6)
	for _, c := range []struct {
		reason string
		kind   scorer.Kind
		page   string
		want   heuristics.Role
	}{
		{"what stands in a section of that name, behind the story", scorer.Article, story + readers, heuristics.Comment},
		{"in boxes in it as well", scorer.Article, story + `<section class="comment-list"><ol><li><p>Ines: I was there that night.</p></li></ol></section>`, heuristics.Comment},
		{"said by microdata", scorer.Article, story + `<div itemprop="comment"><p>Ines: I was there that night.</p></div>`, heuristics.Comment},
		{"before the headline it is something else", scorer.Article, readers + story, heuristics.Body},
		{"with hardly any story before it, it may be the text", scorer.Article, "<h1>Boats</h1><p>Come in.</p>" + readers, heuristics.Body},
		{"on a forum posts are called comments", scorer.Forum, story + readers, heuristics.Body},
		{"no name, no comment", scorer.Article, story + strings.ReplaceAll(readers, "comments", "x"), heuristics.Body},
		{"names are tokens: nobody commented here", scorer.Article, story + strings.ReplaceAll(readers, "comments", "uncommented"), heuristics.Body},
	} {
		role, why := judge(t, c.kind, c.page, false).of(t, "I was there")
		assert.Equal(t, c.want, role, c.reason)
		assert.Equal(t, c.want == heuristics.Comment, strings.Contains(why, "comment-section"), "%s: %s", c.reason, why)
	}
}

func TestAnotherStory(t *testing.T) {
	const date = `<p class="when">3 May 2024</p>`
	first := `<div><h1 class="hed">Boats</h1>` + date + strings.Repeat(paragraph, 3) + "</div>"
	second := `<div><h2 class="hed">Bitterns</h2>` + date + "<p>I was there that night, and heard the boom of it over the reeds, said a man who walks his dog there.</p></div>"
	for _, c := range []struct {
		reason string
		kind   scorer.Kind
		page   string
		says   bool
	}{
		{"the next story of an endless page", scorer.Article, first + second, true},
		{"flat, with no box of its own", scorer.Article, strings.NewReplacer("<div>", "", "</div>", "").Replace(first + second), true},
		{"a heading that is made otherwise begins a part of the story", scorer.Article, first + strings.Replace(second, "hed", "part", 1), false},
		{"so does one without a date", scorer.Article, first + strings.Replace(second, date, "", 1), false},
		{"without a date of the story its template is not known", scorer.Article, strings.Replace(first, date, "", 1) + second, false},
		{"a date in a paragraph is what the text is about", scorer.Article, first + strings.Replace(second, date, paragraph+date, 1), false},
		{"headings without a class are all alike", scorer.Article, strings.ReplaceAll(first+second, "hed", ""), false},
		{"posts of a thread are made alike", scorer.Forum, first + second, false},
		{"the headline again is the same story", scorer.Article, "<title>Boats of the harbour</title>" + strings.ReplaceAll(first+second, "Bitterns", "Boats of the harbour"), false},
	} {
		_, why := judge(t, c.kind, c.page, false).of(t, "I was there")
		assert.Equal(t, c.says, strings.Contains(why, "another-story"), "%s: %s", c.reason, why)
	}
}

// TestCommentsOfDoubtfulStories holds that comments of what may be no story are
// judged as they are: those of a tracker of faults are what it is for.
func TestCommentsOfDoubtfulStories(t *testing.T) {
	set := model.Empty()
	set.Kinds = surely(scorer.Article)
	set.Kinds.Trees[scorer.Service] = set.Kinds.Trees[scorer.Article]
	j := judgeBy(t, set, "<h1>Boats</h1>"+strings.Repeat(paragraph, 6)+readers, false)
	require.Equal(t, scorer.Article, j.result.Kind)
	require.InDelta(t, 0.5, j.result.Confidence, 0.01)
	_, why := j.of(t, "I was there")
	assert.NotContains(t, why, "comment-section")
}

func TestTestimonials(t *testing.T) {
	const praise = `<div class="testimonials"><div><p>I was there that night, and your paper alone told it right.</p></div></div>`
	story := "<h1>Boats</h1>" + strings.Repeat(paragraph, 6)
	for _, c := range []struct {
		reason string
		kind   scorer.Kind
		page   string
		says   bool
	}{
		{"praise of the site beside the story", scorer.Article, story + praise, true},
		{"before it as well", scorer.Article, praise + story, true},
		{"on the page of a service they are what it has to say", scorer.Service, story + praise, false},
		{"most of the text is no aside", scorer.Article, "<h1>Boats</h1>" + paragraph + strings.Replace(praise, "</div>", "</div>"+strings.Repeat(paragraph, 6), 1), false},
		{"a box with the headline holds the story", scorer.Article, `<div class="testimonials"><h1>Boats</h1>` + strings.Repeat(paragraph, 6) + "<p>I was there that night.</p></div>", false},
		{"no name, no praise", scorer.Article, story + strings.ReplaceAll(praise, "testimonials", "x"), false},
	} {
		_, why := judge(t, c.kind, c.page, false).of(t, "I was there")
		assert.Equal(t, c.says, strings.Contains(why, "testimonials"), "%s: %s", c.reason, why)
	}
}

func TestHeads(t *testing.T) {
	box := "<h3>Once a week</h3><p>newsletter: a letter to your door every Friday</p><p>newsletter: no more than one</p>"
	for _, c := range []struct {
		reason, page string
		plain        bool
		block        string
		want         heuristics.Role
		says         bool
	}{
		{"a heading is what it heads", paragraph + box, false, "Once a week", heuristics.Newsletter, true},
		{"up to the next heading", "<h3>Who writes</h3><p>bio: Ines is a sailor and lives in Aldmouth with two dogs</p>" + box, false, "Who writes", heuristics.Bio, true},
		{"what is mixed heads nothing clear", "<h3>Once a week</h3><p>bio: Ines is a sailor here</p><p>nav: one two three four five</p>", false, "Once a week", heuristics.Body, false},
		{"a headline is no label", "<h3>Once a week a letter about boats and the people who mend them for us</h3><p>newsletter: to your door</p>", false, "Once a week", heuristics.Body, false},
		{"on a page, headings over the text were fitted", "<h3>Once a week</h3>" + paragraph, false, "Once a week", heuristics.Body, false},
		{"a line in bold is no heading by markup", "<p><b>Once a week</b></p><p>newsletter: to your door on Fridays</p>", false, "Once a week", heuristics.Body, false},
		{"in plain text a short line before a longer one is a heading", "Boats come home\nThe harbour master counted the boats twice before the storm came in.\nOnce a week\nnewsletter: a letter to your door on each Friday\n", true, "Once a week", heuristics.Newsletter, true},
	} {
		role, why := judge(t, scorer.Article, c.page, c.plain).of(t, c.block)
		assert.Equal(t, c.says, strings.Contains(why, "heading-of"), "%s: %s", c.reason, why)
		if c.says {
			// The oracle calls the heading body: what it heads must only
			// have moved it the right way.
			sums := judge(t, scorer.Article, c.page, c.plain).sums(t, c.block)
			assert.Less(t, sums[heuristics.Body], float32(said), c.reason)
			assert.Greater(t, sums[c.want], float32(denied), c.reason)
			continue
		}
		assert.Equal(t, c.want, role, c.reason)
	}
}

// TestEvidenceAddsUp holds that the sums are those of the explanations, for
// every role of every block.
func TestEvidenceAddsUp(t *testing.T) {
	page := "<h1>Boats</h1>" + strings.Repeat(paragraph, 10) + strings.Repeat(teaser, 3) + readers + "<h3>Once a week</h3><p>newsletter: to your door</p>"
	j := judge(t, scorer.Article, page, false)
	x := j.s.Explain(j.result)
	for i := range j.page.Blocks {
		for r, list := range x.Block(i) {
			assert.InDelta(t, float64(j.result.Sums[i][r]), float64(scorer.Sum(list)), 0.001, "%s of %q", heuristics.Role(r), j.page.Blocks[i].Text)
		}
	}
}

func TestBest(t *testing.T) {
	for _, c := range []struct {
		reason string
		rest   float32 // of all roles that are not named
		sums   map[heuristics.Role]float32
		want   heuristics.Role
	}{
		{"nothing said is other", 0, nil, heuristics.Other},
		{"the largest sum", 0, map[heuristics.Role]float32{heuristics.Nav: 1, heuristics.Legal: 2}, heuristics.Legal},
		{"though all are against", -9, map[heuristics.Role]float32{heuristics.Nav: -1, heuristics.Legal: -3}, heuristics.Nav},
		{"body that is likely enough", -9, map[heuristics.Role]float32{heuristics.Nav: -1, heuristics.Body: -0.5}, heuristics.Body},
		{"body must be likely by itself, not only likelier than the rest", -9, map[heuristics.Role]float32{heuristics.Nav: -6, heuristics.Body: -5}, heuristics.Nav},
	} {
		var sums scorer.Sums
		for r := range sums {
			sums[r] = c.rest
		}
		for r, x := range c.sums {
			sums[r] = x
		}
		assert.Equal(t, c.want, sums.Best(), c.reason)
	}
}

func TestProbability(t *testing.T) {
	assert.InDelta(t, 0.5, scorer.Probability(0), 1e-9)
	assert.InDelta(t, 0.9, scorer.Probability(float32(math.Log(9))), 1e-6)
	assert.True(t, scorer.Probability(-200) >= 0 && scorer.Probability(200) <= 1)
}

func TestKinds(t *testing.T) {
	for k := range scorer.Kind(scorer.NumKinds) {
		parsed, err := scorer.ParseKind(k.String())
		require.NoError(t, err)
		assert.Equal(t, k, parsed)
	}
	_, err := scorer.ParseKind("essay")
	assert.ErrorContains(t, err, `no kind of page is called "essay"`)
	assert.Equal(t, scorer.None, judge(t, scorer.Article, "<p>Three words here</p>", false).result.Kind, "a page of three words is of no kind")
}
