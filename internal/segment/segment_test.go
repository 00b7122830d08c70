package segment_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

func parse(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return root
}

func tree(t testing.TB, page string) *heuristics.Page {
	t.Helper()
	p, _, _ := segment.Tree([]*html.Node{parse(t, page)}, segment.Options{})
	return p
}

func texts(p *heuristics.Page) (list []string) {
	for i := range p.Blocks {
		list = append(list, p.Blocks[i].Text)
	}
	return list
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		reason, page string
		want         []string
	}{
		{"paragraphs are blocks", "<p>One</p><p>Two</p>", []string{"One", "Two"}},
		{"inline elements are not", "<p>One <b>two <i>three</i></b> four</p>", []string{"One two three four"}},
		{"unknown elements are inline", "<p>One <x-y>two</x-y></p>", []string{"One two"}},
		{"no space where there is none", "<p>un<b>believ</b>able</p>", []string{"unbelievable"}},
		{"white space is folded, and none is left at the ends", "<p>  One\n\t two&nbsp;&nbsp;three&emsp;four </p>", []string{"One two three four"}},
		{"space between inline elements counts", "<p><b>One</b> <b>two</b></p>", []string{"One two"}},
		{"characters without width are no text", "<p>One\u200btwo\ufeff</p><p>\u200b</p>", []string{"Onetwo"}},
		{"joiners are kept, for Persian and Hindi need them", "<p>می\u200cخواهم</p>", []string{"می\u200cخواهم"}},
		{"one break is a line in a block", "<p>One<br>two</p>", []string{"One\ntwo"}},
		{"two breaks end the block, as pages without paragraphs use them", "<div>One<br><br>Two<br/> <br/>Three</div>", []string{"One", "Two", "Three"}},
		{"breaks at the ends are nothing", "<p><br><br>One<br><br></p>", []string{"One"}},
		{"text around a block-level element is cut by it", "<div>One<p>Two</p>three</div>", []string{"One", "Two", "three"}},
		{"an inline element that holds blocks is cut too", "<b>One<div>Two</div>three</b>", []string{"One", "Two", "three"}},
		{"a link that holds a card", `<a href="/a"><h3>One</h3><p>Two</p></a>`, []string{"One", "Two"}},
		{"each cell is a block", "<table><caption>Zero</caption><tr><th>One</th><td>Two</td></tr><tr><td>Three<p>Four</p></td></tr></table>", []string{"Zero", "One", "Two", "Three", "Four"}},
		{"tables in tables", "<table><tr><td>One<table><tr><td>Two</td></tr></table>Three</td></tr></table>", []string{"One", "Two", "Three"}},
		{"text that a table does not allow is put before it, and kept", "<table>One<tr><td>Two</td></tr></table>", []string{"One", "Two"}},
		{"each item is a block", "<ul><li>One<li>Two<ul><li>Three</ul></ul>", []string{"One", "Two", "Three"}},
		{"definitions", "<dl><dt>One<dd>Two</dl>", []string{"One", "Two"}},
		{"a rule parts", "One<hr>Two", []string{"One", "Two"}},
		{"elements that were never closed", "<p>One<p>Two<div>Three<p>Four", []string{"One", "Two", "Three", "Four"}},
		{"preformatted text is one block", "<pre>a\n  b</pre>", []string{"a b"}},
		{"scripts, styles, templates and comments are no text", "<p>One<script>x</script><style>x</style><template><p>x</p></template><!-- x --></p>", []string{"One"}},
		{"what stands for something that cannot be shown is no text", "<p>One<iframe>x</iframe><video>x</video><object data=a>x</object><svg><text>x</text></svg><canvas>x</canvas></p>", []string{"One"}},
		{"fields are not read, labels and buttons are", "<form><label>One</label> <input value=x><textarea>x</textarea><select><option>x</select> <button>Two</button></form>", []string{"One Two"}},
		{"ruby keeps the text and drops the reading", "<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby></p>", []string{"港"}},
		{"the title is metadata", "<title>x</title><p>One", []string{"One"}},
		{"text right in the body", "One", []string{"One"}},
		{"joiners and icons alone are none", "<p>&zwj;</p><p>\ue934</p><p>a&zwj;b \ue934</p>", []string{"a\u200db \ue934"}},
		{"signs alone are a block, if one of no words", "<p>|</p>", []string{"|"}},
		{"nothing", "", nil},
		{"elements without text", "<div><p> </p><img src=a></div>", nil},
	} {
		assert.Equal(t, c.want, texts(tree(t, c.page)), c.reason)
	}
}

func TestHidden(t *testing.T) {
	const story = "The harbour master counted the boats twice before the storm came in, and by nightfall eleven of them lay behind the mole."
	page := "<p>" + strings.Repeat(story+" ", 8) + "</p>"
	for _, c := range []struct {
		reason, page string
		want         []string // texts, hidden blocks in brackets
	}{
		{"hidden blocks stay in the list, marked", "<div hidden><p>One</p></div><p>Two</p>", []string{"[One]", "Two"}},
		{"what stands in a hidden element is hidden", `<div style="display:none"><ul><li>One</li></ul></div>Two`, []string{"[One]", "Two"}},
		{"hidden inline text is cut out of its block", `<p>One <span hidden>two</span> three</p>`, []string{"One three"}},
		{"a panel that a tab opens is read", "<div hidden role=tabpanel><p>One</p></div>", []string{"One"}},
		{"a region that a heading opens is", "<div role=region style='display:none'>One</div>", []string{"One"}},
		{"so is what has no role but a label", "<dl><dt id=a>One</dt><dd hidden aria-labelledby=a>Two</dd></dl>", []string{"One", "Two"}},
		{"and a panel in a line", "<p>One <span hidden role=tabpanel>two</span> three</p>", []string{"One two three"}},
		{"what hides in a panel is hidden", "<div hidden role=tabpanel><p hidden>One</p>Two</div>", []string{"[One]", "Two"}},
		{"a panel in what is hidden is hidden", "<div hidden><div role=tabpanel>One</div></div>", []string{"[One]"}},
		{"labelled menus and others with a role are hidden", "<ul hidden role=menu aria-labelledby=a><li>One</ul>", []string{"[One]"}},
		{"so is what only a class calls a dialog", "<div hidden aria-labelledby=a class=x-modal>One</div><div class=x-modal aria-labelledby=a hidden>Two</div>", []string{"[One]", "[Two]"}},
		{"dialogs are, whatever they are called", "<dialog role=region>One</dialog><div hidden role=dialog aria-labelledby=a>Two</div><div hidden aria-modal=true aria-labelledby=a>Three</div>", []string{"[One]", "[Two]", "[Three]"}},
		{"a segment that no script has put in its place is read", "<template id=B:1a></template><div hidden id=S:1a><p>One</p></div>", []string{"One"}},
		{"another id says nothing", "<div hidden id=S:x>One</div><div hidden id=s:1>Two</div><p hidden id=S:1>Three</p>", []string{"[One]", "[Two]", "[Three]"}},
		{"<noscript> is not read beside a text", "<p>One</p><noscript><p>Two</p></noscript>", []string{"One"}},
	} {
		p := tree(t, page+c.page)
		var got []string
		for _, b := range p.Blocks[1:] {
			if b.Hidden {
				b.Text = "[" + b.Text + "]"
			}
			got = append(got, b.Text)
		}
		assert.Equal(t, c.want, got, c.reason)
	}
	for _, c := range []struct {
		reason, page string
		shown        bool
	}{
		{"a thread in <noscript> is read where there is nothing else", "<p>Loading</p><noscript>" + page + "</noscript>", true},
		{"as if those in it were not there", "<p>Loading</p><noscript><NOSCRIPT class='x'><noscripts><noscript\n>" + page + "</noscript>", true},
		{"so is a story that waits for a script", `<div class="app" style="visibility:hidden">` + page + "</div>", true},
		{"a short notice in <noscript> is not worth it", "<p>Loading</p><noscript><p>Please turn scripts on.</p></noscript>", false},
		{"nor is a list of links", "<p>Loading</p><noscript>" + strings.Repeat(`<p><a href="/a">`+story+"</a></p>", 8) + "</noscript>", false},
		{"links too, where all the page is hidden", "<body style='visibility:hidden'>" + strings.Repeat(`<p><a href="/a">`+story+"</a></p>", 8), true},
		{"or nine tenths", "<p>One</p><div hidden>" + strings.Repeat(`<p><a href="/a">`+story+"</a></p>", 8) + "</div>", true},
		{"not less", "<p>" + story + "</p><div hidden>" + strings.Repeat(`<p><a href="/a">`+story+"</a></p>", 8) + "</div>", false},
		{"a page with a story of its own needs nothing", page + "<div hidden>" + page + "</div>", false},
	} {
		p := tree(t, c.page)
		last := p.Blocks[len(p.Blocks)-1]
		shown := strings.Contains(last.Text, "harbour") && !last.Hidden
		assert.Equal(t, c.shown, shown, c.reason)
	}
}

func TestSkip(t *testing.T) {
	root := parse(t, `<div class="x">One<p>Two</p></div><p>Three <b class="x">four</b> five</p>`)
	skip := func(n *html.Node) bool {
		for _, a := range n.Attr {
			if a.Key == "class" && a.Val == "x" {
				return true
			}
		}
		return false
	}
	p, _, _ := segment.Tree([]*html.Node{root}, segment.Options{Skip: skip})
	assert.Equal(t, []string{"Three five"}, texts(p), "blocks and inline elements alike")
}

// TestRoots holds that several trees make one page, each ending its block.
func TestRoots(t *testing.T) {
	root := parse(t, "<div><p>One</p><p>Two</p><b>Three</b></div>")
	div := root.LastChild.LastChild.FirstChild
	p, _, _ := segment.Tree([]*html.Node{div.FirstChild, div.LastChild}, segment.Options{})
	assert.Equal(t, []string{"One", "Three"}, texts(p))
	assert.Equal(t, "p", p.Path(&p.Blocks[0]), "paths begin at the root that was given")
}

func TestPlain(t *testing.T) {
	wrapped := "The harbour master counted the boats twice before the storm came\n" +
		"in, and by nightfall eleven of them lay behind the mole, while the\n" +
		"twelfth was still out.\n\n" +
		"Nobody on the quay went home, and those who lived nearest carried\nsoup down in cans.\n"
	for _, c := range []struct {
		reason, text string
		blocks       int
	}{
		{"each line is a block", "One line here\nAnother line here\n", 2},
		{"blank lines are nothing", "\n\nOne\n\n\nTwo\n\n", 2},
		{"lines of one width with blank lines between are paragraphs", wrapped, 2},
		{"long lines are paragraphs each, with blank lines or not", strings.Repeat(strings.Repeat("word ", 40)+"\n", 4), 4},
		{"line ends of other systems", "One\r\nTwo\r\n", 2},
		{"the last line may lack its end", "One\nTwo", 2},
		{"markup is text here", "<p>One</p>", 1},
		{"what is not UTF-8 is replaced", "One \xff two", 1},
		{"nothing", " \n\t", 0},
	} {
		p := segment.Text(c.text, segment.Options{})
		assert.Len(t, p.Blocks, c.blocks, c.reason)
		assert.True(t, p.Plain)
		assert.Empty(t, p.Elements)
		for i := range p.Blocks {
			assert.Equal(t, -1, p.Blocks[i].Element, c.reason)
			assert.Equal(t, -1, p.Blocks[i].Template, c.reason)
		}
		assert.Equal(t, letters(strings.ToValidUTF8(c.text, "\uFFFD")), letters(strings.Join(texts(p), "")), "%s: nothing is lost", c.reason)
	}
}

// letters takes white space out, and what has no width or is for private use,
// which are no block by themselves.
func letters(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '\u200c' || r == '\u200d' || r >= '\ue000' && r <= '\uf8ff' {
			return -1
		}
		return r
	}, s)
	s = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "", "\u200e", "", "\u200f", "").Replace(s)
	return strings.Join(strings.FieldsFunc(s, isSpace), "")
}

func isSpace(r rune) bool {
	return r <= ' ' || r == 0x85 || r == 0xA0 || r >= 0x2000 && r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000
}

func render(t testing.TB, root *html.Node) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, html.Render(&b, root))
	return b.String()
}
