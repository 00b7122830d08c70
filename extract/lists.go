package extract

import (
	"context"
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/article"
)

// Image is a picture or an embedded video of the article.
type Image struct {
	URL     string `json:"url"` // absolute where the page's address is known
	Alt     string `json:"alt"` // alternative text; the title of a video
	Width   int    `json:"width"`
	Height  int    `json:"height"`  // in pixels, as declared; 0 if not
	Video   bool   `json:"video"`   // URL is where it can be watched
	Block   int    `json:"block"`   // index of the block that it stands in or beside
	Caption int    `json:"caption"` // index of the block that is its caption, -1 if there is none
}

// Link is a link in the text of the article.
type Link struct {
	URL   string `json:"url"`
	Text  string `json:"text"`
	Block int    `json:"block"` // index of the block that it stands in
}

// Table is a table of the article. Tables that only put things beside each
// other are not among them.
type Table struct {
	Caption string     `json:"caption"`
	Rows    [][]string `json:"rows"`
	Header  bool       `json:"header"` // the first row is headings
	Block   int        `json:"block"`  // index of the first block that is kept of it
}

// Images returns the pictures and videos that go with the blocks that the
// policy keeps: those that stand in them, or beside them with no other text
// nearer. Without roles the policy is the extractor's. It is computed anew by
// every call, and ends where it is when the extractor's Limits.Time is over.
func (r *Result) Images(keep ...heuristics.Role) []Image {
	kept, err := r.kept(given(keep))
	if err != nil {
		return nil
	}
	build := r.building(kept)
	build.Stop = r.clock(context.Background()).stop
	return r.images(build)
}

// picture returns the first of Images that is no video.
func (r *Result) picture(stop func() bool) (Image, bool) {
	kept, err := r.kept(nil)
	if err != nil {
		return noImage, false
	}
	build := r.building(kept)
	build.Stop = stop
	build.Until = func(m *article.Media) bool {
		return m.Address != "" && !m.Video && !m.Written() && shows(m.Width, m.Height)
	}
	for _, image := range r.images(build) {
		if !image.Video && shows(image.Width, image.Height) {
			return image, true
		}
	}
	return noImage, false
}

// leastPicture is the least width and height, in pixels, of a picture that shows
// something. Signs in a line of text, flags and counters are smaller.
const leastPicture = 50

// shows tells whether a picture of this size, 0 where it is not known, may be
// one that a page is shown with.
func shows(width, height int) bool {
	return (width == 0 || width >= leastPicture) && (height == 0 || height >= leastPicture)
}

func (r *Result) images(build article.Options) (list []Image) {
	if r.origin == nil {
		return nil
	}
	build.Media = true
	for _, m := range article.Find(r.origin, build) {
		if m.Kept && !m.Written() {
			list = append(list, Image{URL: m.Address, Alt: valid(m.Alt), Width: m.Width, Height: m.Height, Video: m.Video, Block: m.Block, Caption: m.Caption})
		}
	}
	return list
}

// Links returns the links in the blocks that the policy keeps, in order. Roles
// and time are as with Images.
func (r *Result) Links(keep ...heuristics.Role) []Link {
	kept, err := r.kept(given(keep))
	if err != nil {
		return nil
	}
	return links(r.article(kept, Rendering{NoImages: true}, r.clock(context.Background())))
}

func links(a *article.Article) (list []Link) {
	for _, l := range a.Links {
		list = append(list, Link{URL: article.Attr(l.Node, "href"), Text: plain(l.Node), Block: l.Block})
	}
	return list
}

// Tables returns the tables of the blocks that the policy keeps, with what is
// kept of them. Roles and time are as with Images.
func (r *Result) Tables(keep ...heuristics.Role) []Table {
	kept, err := r.kept(given(keep))
	if err != nil {
		return nil
	}
	return tables(r.article(kept, Rendering{NoImages: true, NoLinks: true}, r.clock(context.Background())))
}

func tables(a *article.Article) (list []Table) {
	for _, t := range a.Tables {
		list = append(list, table(t))
	}
	return list
}

// given is the policy that a list of roles is: none means that of the extractor.
func given(keep []heuristics.Role) []heuristics.Role {
	if len(keep) == 0 {
		return nil
	}
	return keep
}

func table(p article.Place) Table {
	t := Table{Block: p.Block}
	for part := p.Node.FirstChild; part != nil; part = part.NextSibling {
		if article.Tag(part) == "caption" {
			t.Caption = plain(part)
		}
	}
	for row := range article.Rows(p.Node) {
		t.row(row)
	}
	return t
}

func (t *Table) row(n *html.Node) {
	var cells []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		cells = append(cells, plain(c))
	}
	t.Header = t.Header || len(t.Rows) == 0 && article.Headed(n)
	t.Rows = append(t.Rows, cells)
}

// plain returns the text in n, white space folded.
func plain(n *html.Node) string {
	var b strings.Builder
	var write func(n *html.Node)
	write = func(n *html.Node) { // an article is never nested deep
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case article.Tag(n) == "br" || article.Tag(n) == "li" || article.Tag(n) == "p":
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			write(c)
		}
	}
	write(n)
	return valid(strings.Join(strings.Fields(b.String()), " "))
}
