package extract_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nodes "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
	"github.com/seed-1beecd1b/bodycopy/internal/sanitise"
)

var hostileSize = flag.Int("hostile-size", 20_000, "bytes of damage in each hostile page")

const (
	// timePerMB is the most CPU time that a megabyte may take, and minTime what
	// any page may: the collector wants its share.
	timePerMB = time.Second
	minTime   = 500 * time.Millisecond

	// mostMisjudged: weights are fitted on pages that people read, so that one
	// page in so many may have one paragraph of its article, which is in the
	// result, taken for something else.
	mostMisjudged = 50
)

// TestHostilePages holds that no page panics, hangs, or loses the article that
// its damage leaves intact. With -hostile-size=1000000 it takes minutes.
func TestHostilePages(t *testing.T) {
	var e extract.Extractor
	lost, slow, misjudged := 0, 0, 0
	documents := hostile.Documents(*hostileSize)
	worst, worstName := 0.0, ""
	for _, d := range documents {
		name := d.Group + ": " + d.Name
		start := cpuTime()
		r, err := e.FromBytes(d.Data, extract.Source{ContentType: d.ContentType})
		took := cpuTime() - start
		require.NoError(t, err, name)
		if share := took.Seconds() / (float64(len(d.Data)) / 1e6); share > worst && took > 50*time.Millisecond {
			worst, worstName = share, name
		}
		if took > max(minTime, time.Duration(float64(timePerMB)*float64(len(d.Data))/1e6)) {
			slow++
			t.Errorf("%s: %v for %d bytes", name, took, len(d.Data))
		}
		if d.Partial {
			assert.NotEmpty(t, r.Partial, "%s: a limit was hit and is not named", name)
		}
		text := r.Text()
		gone, elsewhere := 0, 0
		for _, p := range d.Article {
			if p = strings.Join(strings.Fields(p), " "); strings.Contains(text, p) {
				continue
			}
			if role := roleOf(r, p); role == "" {
				gone++
			} else {
				elsewhere++
				t.Logf("%s: taken for %s: %q", name, role, clip(p))
			}
		}
		if gone > 0 || elsewhere > 1 {
			lost++
			t.Errorf("%s: of %d paragraphs %d are gone, %d have another role (partial %q)", name, len(d.Article), gone, elsewhere, r.Partial)
		}
		misjudged += min(elsewhere, 1)
		assert.True(t, utf8.ValidString(text), name)
		holdsOutput(t, name, len(d.Data), r)
	}
	t.Logf("%d pages of about %d bytes: 0 panics, %d slow, %d lost, %d with a paragraph that has another role; most time a megabyte: %.2f s (%s)",
		len(documents), *hostileSize, slow, lost, misjudged, worst, worstName)
	assert.LessOrEqual(t, misjudged, len(documents)/mostMisjudged)
}

// TestRepeats holds that nothing large is looked at again and again: what that
// costs shows at a megabyte.
func TestRepeats(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	var e extract.Extractor
	for _, d := range hostile.Repeats(1_000_000) {
		start := cpuTime()
		r, err := e.FromBytes(d.Data, extract.Source{})
		require.NoError(t, err, d.Name)
		assert.Less(t, cpuTime()-start, timePerMB, d.Name)
		for format, render := range formats(r) {
			start := cpuTime()
			_, err := render(extract.Rendering{Keep: allRoles()})
			require.NoError(t, err, "%s: %s", d.Name, format)
			assert.Less(t, cpuTime()-start, timePerMB, "%s: %s", d.Name, format)
		}
	}
}

// TestParagraphsInParagraphs holds that a tree of the caller's is shown in linear time where
// paragraphs stand in paragraphs, as no parser lets them.
func TestParagraphsInParagraphs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const depth = 50_000
	root := &nodes.Node{Type: nodes.ElementNode, Data: "div", DataAtom: atom.Div}
	at := root
	for range depth {
		p := &nodes.Node{Type: nodes.ElementNode, Data: "p", DataAtom: atom.P}
		at.AppendChild(&nodes.Node{Type: nodes.TextNode, Data: "x "})
		at.AppendChild(p)
		at.AppendChild(&nodes.Node{Type: nodes.TextNode, Data: "y "})
		at = p
	}
	var e extract.Extractor
	r, err := e.FromNode(root, extract.Source{})
	require.NoError(t, err)
	for format, render := range formats(r) {
		start := cpuTime()
		_, err := render(extract.Rendering{Keep: allRoles()})
		require.NoError(t, err, format)
		assert.Less(t, cpuTime()-start, timePerMB, format)
	}
}

// roleOf is the role of the block that a text stands in, "" if it is in none.
func roleOf(r *extract.Result, text string) string {
	for i := range r.Blocks {
		if strings.Contains(r.Blocks[i].Text, text) {
			return r.Blocks[i].Role.String()
		}
	}
	return ""
}

func clip(s string) string { return s[:min(len(s), 60)] }

// holdsOutput holds that renderings succeed, have nothing active in them and
// are no larger than they may be.
func holdsOutput(t *testing.T, name string, size int, r *extract.Result) {
	t.Helper()
	for format, render := range formats(r) {
		start := cpuTime()
		s, err := render(extract.Rendering{})
		require.NoError(t, err, "%s: %s", name, format)
		if took := cpuTime() - start; took > max(minTime, time.Duration(float64(timePerMB)*float64(size)/1e6)) {
			t.Errorf("%s: %s takes %v for %d bytes", name, format, took, size)
		}
		switch format {
		case "HTML":
			assert.Empty(t, hostile.Active(s), "%s: HTML", name)
		case "Markdown":
			assert.Empty(t, hostile.Active(raw(t, s)), "%s: Markdown", name)
		}
	}
	holdsSize(t, name, size, r)
}

var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))

// raw renders Markdown with raw HTML on.
func raw(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, markdown.Convert([]byte(s), &b))
	return b.String()
}

// TestVectors holds that none of the active content gets through in any
// rendering, whichever roles are kept.
func TestVectors(t *testing.T) {
	e := extract.Extractor{}
	everything := extract.Rendering{Keep: allRoles()}
	found := 0
	vectors := hostile.Vectors()
	for i, v := range vectors {
		if testing.Short() && i%20 > 0 {
			continue
		}
		page := v.Within()
		r, err := e.FromBytes([]byte(page), extract.Source{URL: "https://harbour.example/story"})
		require.NoError(t, err, v.Name)
		for _, opt := range []extract.Rendering{{}, everything} {
			s, err := r.HTML(opt)
			require.NoError(t, err, v.Name)
			assert.Equal(t, s, strings.TrimSpace(sanitise.HTML(s)), "%s: a sanitiser finds something", v.Name)
			m, err := r.Markdown(opt)
			require.NoError(t, err, v.Name)
			for format, active := range map[string][]string{"HTML": hostile.Active(s), "Markdown": hostile.Active(raw(t, m)), "JSON": activeJSON(t, r, opt)} {
				if len(active) > 0 {
					found++
					t.Errorf("%s in %s: %v\n%s", v.Name, format, active, v.Markup)
				}
			}
			for _, a := range strings.Split(s, "<a ")[1:] {
				tag, _, _ := strings.Cut(a, ">")
				assert.Contains(t, tag, `rel="nofollow noopener"`, v.Name)
			}
		}
	}
	t.Logf("%d vectors, %d with active content", len(vectors), found)
}

// openTag is what markup begins with.
var openTag = regexp.MustCompile(`<[a-zA-Z/!?].{0,20}`)

func allRoles() []heuristics.Role { return heuristics.Roles() }

// activeJSON returns what is active in JSON: addresses, and the whole of it
// when it stands in a page.
func activeJSON(t *testing.T, r *extract.Result, opt extract.Rendering) (found []string) {
	t.Helper()
	rec, err := r.Record(opt)
	require.NoError(t, err)
	for _, l := range rec.Links {
		if !hostile.HarmlessAddress(l.URL) {
			found = append(found, l.URL)
		}
	}
	for _, i := range rec.Images {
		if !hostile.HarmlessAddress(i.URL) {
			found = append(found, i.URL)
		}
	}
	m := &rec.Metadata
	for _, address := range []string{rec.URL, m.Canonical, m.Image.URL, m.License, m.Favicon, m.Next} {
		if !hostile.HarmlessAddress(address) {
			found = append(found, address)
		}
	}
	s, err := r.JSON(opt)
	require.NoError(t, err)
	require.True(t, json.Valid([]byte(s)))
	if tag := openTag.FindString(s); tag != "" {
		found = append(found, "in JSON, which may stand in a script: "+tag)
	}
	return found
}

// TestBadAddressOfPage: the page's word about itself is no better than its
// links.
func TestBadAddressOfPage(t *testing.T) {
	var e extract.Extractor
	for _, head := range []string{`<link rel=canonical href="javascript:alert(1)">`, `<meta property=og:url content="data:text/html,x">`, `<base href="javascript:alert(1)//">`} {
		r, err := e.FromBytes([]byte(head+"<p>"+strings.Repeat("The boat came in at noon. ", 20)+"<a href=x>y</a>"), extract.Source{})
		require.NoError(t, err)
		rec, err := r.Record(extract.Rendering{})
		require.NoError(t, err)
		assert.Empty(t, rec.URL, head)
		for _, l := range rec.Links {
			assert.True(t, hostile.HarmlessAddress(l.URL), fmt.Sprint(head, l))
		}
	}
}
