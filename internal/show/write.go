package show

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

var (
	//go:embed tools.html
	tools string
	//go:embed page.css
	style string
	//go:embed page.js
	script string
)

// Report is what a page shows.
type Report struct {
	Title     string
	Left      int         // documents that are not shown, since others are worse
	Documents []*Document // in the order in which they are listed
}

// Write writes the page. It does without html/template, which alone makes the
// command two megabytes larger: with it in a program, the linker can leave out
// no method of any type.
func (r *Report) Write(w io.Writer) error {
	p := &page{Writer: bufio.NewWriter(w)}
	p.head(r)
	p.list(r.Documents)
	p.filters()
	for i, d := range r.Documents {
		if err := p.document(i, d); err != nil {
			return err
		}
	}
	p.WriteString("<script>" + script + "</script>\n</body>\n</html>\n")
	return p.Flush()
}

// page writes markup. The first error of its writer comes out at the end.
type page struct{ *bufio.Writer }

// put writes markup with values in it. Strings are text, and escaped.
func (p *page) put(markup string, values ...any) {
	for i, v := range values {
		switch v := v.(type) {
		case string:
			values[i] = html.EscapeString(v)
		case fmt.Stringer:
			values[i] = html.EscapeString(v.String())
		}
	}
	fmt.Fprintf(p, markup, values...)
}

// head writes all that stands above the list of documents. The only script
// that a browser may run is ours, by its hash.
func (p *page) head(r *Report) {
	hash := sha256.Sum256([]byte(script))
	p.put(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-%s'">
<title>%s</title>
`, base64.StdEncoding.EncodeToString(hash[:]), r.Title)
	p.WriteString("<style>" + style + "</style>\n<style id=\"filter\"></style>\n</head>\n<body data-tab=\"blocks\">\n<header>\n")
	s := "s"
	if len(r.Documents) == 1 {
		s = ""
	}
	p.put("<h1>%s</h1>\n<p>%d document%s, worst first", r.Title, len(r.Documents), s)
	if r.Left > 0 {
		p.put("; %d better ones left out", r.Left)
	}
	p.WriteString("</p>\n" + tools)
}

func (p *page) list(documents []*Document) {
	p.WriteString("<nav id=\"documents\" aria-label=\"Documents\">\n<ol>\n")
	for i, d := range documents {
		title := d.Title
		if title == "" {
			title = d.Name
		}
		p.put(`<li><a href="#d%d" data-document="%d"><b>%s</b><small>%s</small><small>%s</small>`, i, i, title, d.Name, d.Sum())
		p.put(`<span class="bar" title="%s"><i style="width:%d%%"></i></span><small>%s %.3f</small></a></li>`+"\n", d.RankName, percent(d.Rank), d.RankName, d.Rank)
	}
	p.WriteString("</ol>\n</nav>\n")
}

func (p *page) filters() {
	p.WriteString("<section id=\"tools\" aria-label=\"Filters\">\n<div id=\"roles\">")
	for _, r := range heuristics.Roles() {
		p.put(`<label class="chip r-%s"><input type="checkbox" value="%s" checked> %s <b data-count="%s"></b></label>`, r, r, r, r)
	}
	p.WriteString(`</div>
<label class="chip"><input type="checkbox" id="kept"> kept only</label>
<label class="chip"><input type="checkbox" id="wrong"> wrong only</label>
<button id="all">All roles</button><button id="none">No role</button>
<input id="search" type="search" placeholder="Search blocks" aria-label="Search blocks">
<span id="shown" role="status"></span>
</section>
<main id="blocks" aria-label="Blocks"></main>
<section id="article" aria-label="Article"></section>
`)
}

// document writes what is shown of one when it is chosen.
func (p *page) document(i int, d *Document) error {
	reading := written(d.reading)
	blocks, shown, reasons, err := d.shown(d.room - len(reading))
	if err != nil {
		return err
	}
	p.put("<template id=\"d%d\">\n<div class=\"blocks\">\n<p class=\"about\">%s", i, d.Sum())
	if d.URL != "" {
		p.put(" · %s", d.URL)
	}
	p.WriteString("</p>\n" + blocks)
	if left := len(d.Blocks) - shown; left > 0 {
		p.put("<p class=\"about\">%d more blocks are not shown: their reasons take too much beside so small a page</p>\n", left)
	}
	p.WriteString("</div>\n<div class=\"reading\">" + reading)
	p.put("</div>\n</template>\n<script type=\"application/json\" id=\"j%d\">", i)
	p.Write(reasons)
	p.WriteString("</script>\n")
	return nil
}

// written is what a function writes.
func written(write func(p *page)) string {
	var b strings.Builder
	p := &page{Writer: bufio.NewWriter(&b)}
	write(p)
	p.Flush()
	return b.String()
}

// reading writes the article.
func (d *Document) reading(p *page) {
	for j := range d.Blocks {
		if b := &d.Blocks[j]; b.Kept {
			p.put(`<p data-block="%d" dir="auto" class="r-%s%s">%s</p>`+"\n", b.Index, b.Role, given(b.Mark != Unmarked, " wrong"), b.Text)
		}
	}
}

// shown returns the blocks that there is room for, how many they are, and their
// reasons as JSON, in which brackets are escaped.
func (d *Document) shown(room int) (blocks string, n int, reasons []byte, err error) {
	blocks = written(func(p *page) {
		for ; n < len(d.Blocks); n++ {
			markup := written(func(p *page) { p.block(&d.Blocks[n]) })
			var own []byte
			if own, err = json.Marshal(d.reasons.of(n, n+1)); err != nil {
				return
			}
			if room -= len(markup) + len(own); room < 0 && d.room > 0 {
				return
			}
			p.WriteString(markup)
		}
	})
	if err != nil {
		return "", 0, nil, err
	}
	reasons, err = json.Marshal(d.reasons.of(0, n))
	return blocks, n, reasons, err
}

func (p *page) block(b *Block) {
	wrong := b.Mark != Unmarked
	p.put(`<div class="block r-%s%s%s" data-block="%d" data-role="%s" data-score="%v">`, b.Role, given(b.Kept, " kept"), given(wrong, " wrong"), b.Index, b.Role, b.Score)
	p.put(`<button aria-expanded="false"><span class="role">%s</span><span class="bar"><i style="width:%d%%"></i></span><span class="score">%.2f</span>`, b.Role, percent(b.Score), b.Score)
	if wrong {
		p.put(`<strong class="mark">%s</strong>`, b.Mark)
	}
	if b.Want != "" {
		p.put(`<span class="want">is %s</span>`, b.Want)
	}
	if b.Hidden {
		p.WriteString(`<span class="want">hidden</span>`)
	}
	p.put(`<span class="text" dir="auto">%s</span></button><p class="path" hidden>block %d · %s</p></div>`+"\n", b.Text, b.Index, b.Path)
}

// given is s if it holds.
func given(holds bool, s string) string {
	if holds {
		return s
	}
	return ""
}
