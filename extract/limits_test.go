package extract_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
)

// sentence is of the text that limits are tried on.
const sentence = "The boat came in at noon with a full load of herring, and the whole street went down to see it. "

// longPage is a page of about so many bytes.
func longPage(size int) string {
	var b strings.Builder
	b.WriteString("<title>The boat</title><article>")
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<p>%d. %s</p>\n", i, strings.Repeat(sentence, 3))
	}
	return b.String()
}

func TestLimitsAreNamed(t *testing.T) {
	json := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	page := longPage(3000)
	for _, tt := range []struct {
		limits extract.Limits
		page   string
		want   string
	}{
		{extract.Limits{Bytes: 1000}, page, "bytes"},
		{extract.Limits{Nodes: 10}, page, "nodes"},
		{extract.Limits{Depth: 5}, strings.Repeat("<div>", 10) + page, "depth"},
		{extract.Limits{}, strings.Repeat("<div>", 600) + page, "depth"},
		{extract.Limits{}, strings.Repeat("<div>", 300) + page, "depth"},
		{extract.Limits{Attributes: 3}, "<p a b c d>" + page, "attributes"},
		{extract.Limits{JSON: 10}, json(`{"@type":"Article"}`) + page, "json"},
		{extract.Limits{JSONTotal: 30}, json(`{"@type":"Article"}`) + json(`{"@type":"Article"}`) + page, "json"},
		{extract.Limits{JSONDepth: 2}, json(`[[[1]]]`) + page, "json"},
		{extract.Limits{Time: time.Millisecond}, longPage(4 << 20), "time"},
		{extract.Limits{}, page, ""},
	} {
		if tt.want == "time" && testing.Short() {
			continue
		}
		e := extract.Extractor{Limits: tt.limits}
		r, err := e.FromBytes([]byte(tt.page), extract.Source{})
		require.NoError(t, err, tt.want)
		assert.True(t, strings.HasPrefix(r.Partial, tt.want) && (tt.want != "" || r.Partial == ""), "%q names %q", r.Partial, tt.want)
		if tt.want != "nodes" {
			assert.Contains(t, r.Text(), "herring", tt.want)
		}
		shown, err := r.PlainText(extract.Rendering{})
		if !errors.Is(err, extract.ErrLimit) || tt.want != "time" { // which may not do for a rendering either
			require.NoError(t, err)
		}
		assert.LessOrEqual(t, len(shown), len(r.Text())+100, "%s: a rendering shows what was read and no more", tt.want)

		e.Limits.Refuse = true
		r, err = e.FromBytes([]byte(tt.page), extract.Source{})
		if tt.want == "" {
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, extract.ErrLimit, tt.want)
		assert.Nil(t, r)
		assert.True(t, strings.HasPrefix(err.Error(), "extract: "), err)
	}
}

func TestLimitsMustMakeSense(t *testing.T) {
	for _, l := range []extract.Limits{{Bytes: -1}, {Nodes: -1}, {Depth: -1}, {Attributes: -1}, {JSON: -1}, {JSONTotal: -1}, {JSONDepth: -1}, {Time: -1}} {
		e := extract.Extractor{Limits: l}
		_, err := e.FromText("x", extract.Source{})
		assert.ErrorIs(t, err, extract.ErrOptions, fmt.Sprint(l))
	}
}

// slow is a reader that never ends, a piece every millisecond.
type slow struct{ piece string }

func (s slow) Read(p []byte) (int, error) {
	time.Sleep(time.Millisecond)
	return copy(p, s.piece), nil
}

// A call is back within 250 ms of the end of its time on a machine with nothing
// else to do; the log says how soon it was. With other work and under the race
// detector it takes longer, but not as long as the whole page would.
const mostLate = 3 * time.Second

// TestTime holds the time limit while reading, parsing and judging, on every
// way in.
func TestTime(t *testing.T) {
	const limit = 40 * time.Millisecond // a quarter of what the fastest of these takes, or less
	if testing.Short() {
		t.Skip("times mean nothing under the race detector")
	}
	page := longPage(15 << 20)
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	wide := "<p>" + strings.Repeat("x ", 8<<20)
	letters, err := goquery.NewDocumentFromReader(strings.NewReader(strings.Repeat("<p><b>x</b><i>y</i>", 600_000)))
	require.NoError(t, err)
	roots := letters.Find("b, i") // to find out which of them stand in others took seconds
	e := extract.Extractor{Limits: extract.Limits{Time: limit}}
	for name, call := range map[string]func(extract.Source) (*extract.Result, error){
		"reading":        func(s extract.Source) (*extract.Result, error) { return e.FromReader(slow{"<p>" + sentence}, s) },
		"parsing":        func(s extract.Source) (*extract.Result, error) { return e.FromBytes([]byte(page), s) },
		"one paragraph":  func(s extract.Source) (*extract.Result, error) { return e.FromBytes([]byte(wide), s) },
		"tree":           func(s extract.Source) (*extract.Result, error) { return e.FromNode(root, s) },
		"roots":          func(s extract.Source) (*extract.Result, error) { return e.FromSelection(roots, s) },
		"text":           func(s extract.Source) (*extract.Result, error) { return e.FromText(page, s) },
		"text in a line": func(s extract.Source) (*extract.Result, error) { return e.FromText(wide, s) },
	} {
		start := time.Now()
		r, err := call(extract.Source{})
		took := time.Since(start)
		require.NoError(t, err, name)
		assert.Contains(t, r.Partial, "time", name)
		assert.NotEmpty(t, r.Blocks, name)
		t.Logf("%-14s back %v after the end, %d blocks", name, took-limit, len(r.Blocks))
		assert.Less(t, took, limit+mostLate, name)

		ctx, cancel := context.WithTimeout(context.Background(), limit/2)
		r, err = call(extract.Source{Context: ctx})
		cancel()
		require.NoError(t, err, "%s: the deadline of a context is a limit", name)
		assert.Contains(t, r.Partial, "time", name)

		ctx, cancel = context.WithCancel(context.Background())
		cancel()
		r, err = call(extract.Source{Context: ctx})
		assert.ErrorIs(t, err, context.Canceled, name)
		assert.Nil(t, r, name)
	}
}

// TestTimeOfMetadata holds the time limit, and the context, where what the page
// says of itself makes the work, and text behind it takes up the time.
func TestTimeOfMetadata(t *testing.T) {
	const (
		limit  = 50 * time.Millisecond
		damage = 500_000  // bytes
		behind = 10 << 20 // bytes of text
	)
	if testing.Short() {
		t.Skip("times mean nothing under the race detector")
	}
	e := extract.Extractor{Limits: extract.Limits{Time: limit}}
	var patient extract.Extractor
	text := longPage(behind)
	for _, d := range hostile.Heads(damage) {
		if !strings.HasSuffix(d.Name, ", after") {
			continue
		}
		page := append(d.Data, text...)
		start := time.Now()
		r, err := e.FromBytes(page, extract.Source{})
		took := time.Since(start)
		require.NoError(t, err, d.Name)
		assert.Contains(t, r.Partial, "time", d.Name)
		assert.NotEmpty(t, r.Blocks, d.Name)
		t.Logf("%-55s back %v after the end", d.Name, took-limit)
		assert.Less(t, took, limit+mostLate, d.Name)

		ctx, cancel := context.WithTimeout(context.Background(), limit)
		start = time.Now()
		r, err = patient.FromBytes(d.Data, extract.Source{Context: ctx})
		took = time.Since(start)
		cancel()
		require.NoError(t, err, d.Name)
		assert.NotEmpty(t, r.Blocks, d.Name)
		assert.Less(t, took, limit+mostLate, d.Name)
	}
}

// TestTimeOfHeuristics holds that judging is ended, too, where heuristics take
// their time, and that what was judged until then explains itself.
func TestTimeOfHeuristics(t *testing.T) {
	const limit = 100 * time.Millisecond
	if testing.Short() {
		t.Skip("times mean nothing under the race detector")
	}
	slow := heuristics.Heuristic{Name: "slow", Doc: "takes a millisecond", Judge: func(*heuristics.Page, *heuristics.Block) []heuristics.Evidence {
		time.Sleep(time.Millisecond)
		return []heuristics.Evidence{{Role: heuristics.Bio, Weight: 3, Reason: "has slept"}}
	}}
	page := "<article>" + strings.Repeat("<p>"+sentence+"</p>", 2000)
	for _, e := range []extract.Extractor{
		{Heuristics: append(heuristics.Default(), slow), Limits: extract.Limits{Time: limit}},
		{Heuristics: append(heuristics.Default(), slow), Limits: extract.Limits{Time: limit}, Explain: true},
	} {
		start := time.Now()
		r, err := e.FromBytes([]byte(page), extract.Source{})
		took := time.Since(start)
		require.NoError(t, err)
		t.Logf("back %v after the end", took-limit)
		assert.Less(t, took, limit+mostLate)
		assert.Contains(t, r.Partial, "time")
		for _, i := range []int{0, 10, len(r.Blocks) - 1} {
			why, err := r.Why(i)
			require.NoError(t, err)
			assert.Equal(t, r.Blocks[i].Role, why[0].Role)
			assert.InDelta(t, r.Blocks[i].Score, why[0].Score, 1e-5, "block %d", i)
		}
		e.Limits.Time = 100 * limit // so late that the caller is always first
		ctx, cancel := context.WithCancel(context.Background())
		time.AfterFunc(limit/4, cancel)
		start = time.Now()
		_, err = e.FromBytes([]byte(page), extract.Source{Context: ctx})
		require.ErrorIs(t, err, context.Canceled)
		assert.Less(t, time.Since(start), limit/4+mostLate)
	}
}

// TestTimeOfSelectors holds that time ends what a selector makes of a page that
// it suits badly: this one looks at all elements before each.
func TestTimeOfSelectors(t *testing.T) {
	const limit = 100 * time.Millisecond
	if testing.Short() {
		t.Skip("times mean nothing under the race detector")
	}
	root, err := html.Parse(strings.NewReader("<article>" + strings.Repeat("<p>"+sentence+"</p>", 50_000)))
	require.NoError(t, err)
	for name, e := range map[string]extract.Extractor{
		"scope": {Scope: "div ~ p", Limits: extract.Limits{Time: limit}},
		"skip":  {Skip: "div ~ p", Limits: extract.Limits{Time: limit}},
	} {
		start := time.Now()
		r, err := e.FromNode(root, extract.Source{})
		took := time.Since(start)
		require.NoError(t, err, "%s: nothing was found in time", name)
		assert.Contains(t, r.Partial, "time", name)
		t.Logf("%-5s back %v after the end", name, took-limit)
		assert.Less(t, took, limit+mostLate, name)
		_, err = r.HTML(extract.Rendering{})
		assert.NoError(t, err, "%s: a rendering asks no selector", name)
	}

	// A selection of many elements is as many trees.
	e := extract.Extractor{Scope: "div ~ p", Limits: extract.Limits{Time: limit}}
	all := goquery.NewDocumentFromNode(root).Find("p")
	start := time.Now()
	_, err = e.FromSelection(all, extract.Source{})
	took := time.Since(start)
	require.NoError(t, err)
	t.Logf("%d roots back %v after the end", all.Length(), took-limit)
	assert.Less(t, took, limit+mostLate)
}

// dawdling is a context that makes its time pass: asked a second time how it
// stands, it answers when its deadline is over. So a rendering that asks runs
// out of time on a machine of any speed.
type dawdling struct {
	context.Context
	asked int
}

func (d *dawdling) Err() error {
	if d.asked++; d.asked > 1 {
		<-d.Done()
	}
	return d.Context.Err()
}

// TestTimeOfRenderings holds the limit on time, and the context, in everything
// that is made of a result.
func TestTimeOfRenderings(t *testing.T) {
	const limit = 50 * time.Millisecond
	if testing.Short() {
		t.Skip("times mean nothing under the race detector")
	}
	page := "<article>" + strings.Repeat("<p>"+sentence+"<a href=/x>And more</a>.</p><ul><li>"+sentence+"</ul><img src=/y>", 20_000)
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	e := extract.Extractor{Keep: heuristics.Roles()}
	r, err := e.FromNode(root, extract.Source{})
	require.NoError(t, err)
	for format, render := range formats(r) {
		whole, err := render(extract.Rendering{})
		require.NoError(t, err, format)

		ctx, cancel := context.WithTimeout(context.Background(), limit)
		start := time.Now()
		part, err := render(extract.Rendering{Context: &dawdling{Context: ctx}})
		took := time.Since(start)
		cancel()
		t.Logf("%-8s back %v after the end, with %d of %d bytes", format, took-limit, len(part), len(whole))
		assert.Less(t, took, limit+mostLate, format)
		assert.Less(t, len(part), len(whole), format)
		if format == "JSON" {
			require.NoError(t, err, "it names the limit itself")
			assert.Contains(t, part, "time: the rendering")
		} else {
			require.ErrorIs(t, err, extract.ErrLimit, format)
			assert.NotEmpty(t, part, "%s: what was done is not lost", format)
		}

		ctx, cancel = context.WithCancel(context.Background())
		cancel()
		part, err = render(extract.Rendering{Context: ctx})
		assert.ErrorIs(t, err, context.Canceled, format)
		assert.Empty(t, part, format)
	}
	e.Limits.Time = limit
	short, err := e.FromNode(root, extract.Source{})
	require.NoError(t, err)
	for name, call := range map[string]func(){"images": func() { short.Images() }, "links": func() { short.Links() }, "tables": func() { short.Tables() }} {
		start := time.Now()
		call()
		assert.Less(t, time.Since(start), limit+mostLate, name)
	}
}

// TestTimeOfRepeats holds that no node of a hostile page takes so long that the
// clock is looked at too late.
func TestTimeOfRepeats(t *testing.T) {
	const (
		size  = 4_000_000 // bytes, of which no more than a part is rendered in time
		limit = 50 * time.Millisecond
	)
	if testing.Short() {
		t.Skip("times mean nothing under the race detector")
	}
	e := extract.Extractor{Keep: heuristics.Roles()}
	for _, d := range hostile.Repeats(size) {
		if !strings.HasSuffix(d.Name, ", before") {
			continue
		}
		r, err := e.FromBytes(d.Data, extract.Source{})
		require.NoError(t, err, d.Name)
		for format, render := range formats(r) {
			ctx, cancel := context.WithTimeout(context.Background(), limit)
			start := time.Now()
			_, err := render(extract.Rendering{Context: ctx})
			took := time.Since(start)
			cancel()
			if err != nil {
				require.ErrorIs(t, err, extract.ErrLimit, "%s: %s", d.Name, format)
			}
			assert.Less(t, took, limit+mostLate, "%s: %s", d.Name, format)
		}
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestReadingFails(t *testing.T) {
	var e extract.Extractor
	_, err := e.FromReader(broken{}, extract.Source{})
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.True(t, strings.HasPrefix(err.Error(), "extract: "))
}

// TestDeepTree: a tree that the caller has built may be deeper than any that
// a parser builds.
func TestDeepTree(t *testing.T) {
	deep := 50_000
	if testing.Short() {
		deep = 5000
	}
	for _, tag := range []string{"div", "span", "b"} {
		root := &html.Node{Type: html.DocumentNode}
		n := root
		for range deep {
			c := &html.Node{Type: html.ElementNode, Data: tag, DataAtom: atom.Lookup([]byte(tag))}
			n.AppendChild(c)
			n.AppendChild(&html.Node{Type: html.TextNode, Data: "after "})
			n = c
		}
		n.AppendChild(&html.Node{Type: html.TextNode, Data: strings.Repeat(sentence, 3)})
		var e extract.Extractor
		start := time.Now()
		r, err := e.FromNode(root, extract.Source{})
		require.NoError(t, err, tag)
		assert.NotEmpty(t, r.Blocks, tag)
		for _, b := range r.Blocks[:1] {
			assert.LessOrEqual(t, strings.Count(b.Path(), ">"), extract.DefaultDepth, tag)
		}
		_, err = r.HTML(extract.Rendering{})
		require.NoError(t, err, tag)
		t.Logf("%s: %v, %d blocks, %s", tag, time.Since(start), len(r.Blocks), r.Partial)
	}
}
