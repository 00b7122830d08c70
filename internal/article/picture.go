package article

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// medium tells whether an element may be a picture or a video. Which it is,
// and of what address, is looked at where it turns out to be shown.
func (f *finder) medium(n *html.Node, flow segment.Flow, read bool) bool {
	switch {
	case flow == segment.FlowPicture:
		return true
	case n.DataAtom == atom.Noscript && !read:
		return n.FirstChild != nil && n.FirstChild.Type == html.TextNode && len(n.FirstChild.Data) <= maxFallback && strings.Contains(n.FirstChild.Data, "<img")
	}
	return n.DataAtom == atom.Iframe || n.DataAtom == atom.Embed || n.DataAtom == atom.Video || n.Data == "lite-youtube" || n.Data == "youtube-video"
}

// maxFallback bounds what is parsed of a <noscript>, in bytes: a picture needs
// no more.
const maxFallback = 1 << 14

// lookEvery is how many media, or links into the page, lie between two looks at
// the clock: an address takes longer than a node.
const lookEvery = 100

// resolve reads the addresses of the media that are kept, and leaves out what
// is none after all. When time is up, those that are left are left out, too.
func (f *finder) resolve() {
	if f.found == nil {
		f.found = f.media[:0] // there is room: what has been looked at is not needed again
	}
	for ; f.known < len(f.media); f.known++ {
		if f.opt.Stop != nil && f.known%lookEvery == 0 && f.opt.Stop() {
			f.known = len(f.media)
			return
		}
		m := &f.media[f.known]
		if m.Kept && !f.advert(m) && !permalinked(m.at) && f.look(m) {
			f.found = repair(f.found, m)
		}
	}
}

// look reads what m is. It reports whether it is to be shown.
func (f *finder) look(m *Media) bool {
	n := m.at
	switch n.DataAtom {
	case atom.Img, atom.Image:
		return f.picture(m, n)
	case atom.Noscript:
		img := fallback(n)
		return img != nil && f.picture(m, img)
	case atom.Iframe, atom.Embed:
		return f.video(m, first(Attr(n, "data-src"), Attr(n, "data-lazy-src"), Attr(n, "src")), Attr(n, "title"))
	case atom.Video:
		return f.file(m, n)
	}
	return f.video(m, "https://www.youtube.com/watch?v="+Attr(n, "videoid"), Attr(n, "playlabel"))
}

// Bounds, in pixels, below which a declared size means that a picture only
// counts visitors or draws a line, or is a sign and no illustration.
const (
	minSide = 16
	minSign = 49
)

func (f *finder) picture(m *Media, n *html.Node) bool {
	m.Alt = strings.Join(strings.Fields(Attr(n, "alt")), " ")
	if hasClass(n, "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display", "latex", "tex") && m.Alt != "" {
		m.Math, m.Alt = true, cleanTeX(m.Alt)
		return true
	}
	if m.Smiley = smiley(m.Alt); m.Smiley {
		return true
	}
	var wide, high bool
	m.Width, wide = pixels(n, "width")
	m.Height, high = pixels(n, "height")
	if wide && m.Width < minSide || high && m.Height < minSide {
		return false
	}
	if m.Width > 0 && m.Height > 0 && m.Width < minSign && m.Height < minSign && !m.inline {
		return false
	}
	m.Address = f.opt.URL(f.source(n))
	if strings.HasPrefix(m.Address, "mailto:") || strings.HasPrefix(m.Address, "tel:") {
		return false // fine for a link
	}
	return !strings.HasPrefix(Attr(n, "style"), "display:none") && !tracker(m.Address)
}

// longestSmiley bounds the alternative text of a smiley, in bytes: some are
// joined of four characters and their joiners.
const longestSmiley = 32

// smiley tells whether what a picture shows can be written: 🙂, or :) as it was.
func smiley(alt string) bool {
	return alt != "" && len(alt) <= longestSmiley && strings.IndexFunc(alt, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSpace(r)
	}) < 0 && (alt[0] >= utf8.RuneSelf || strings.ContainsAny(alt, ":;") && len(alt) > 1)
}

// tracker tells whether an address is that of a picture made to be counted or
// to hold a place.
func tracker(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	name := strings.ToLower(u.Path[strings.LastIndexByte(u.Path, '/')+1:])
	for token := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '.' || r == '-' || r == '_' }) {
		switch token {
		case "pixel", "spacer", "blank", "1x1", "placeholder", "tracking", "beacon", "transparent":
			return true
		}
	}
	return u.Path == "/tr" || strings.HasPrefix(u.Path, "/pixel/")
}

// pixels returns a size, 0 if no picture has it, and whether one is declared.
func pixels(n *html.Node, key string) (size int, declared bool) {
	size, declared = numberIn(strings.TrimSuffix(Attr(n, key), "px"))
	const most = 1 << 15
	if size < 0 || size > most {
		size = 0
	}
	return size, declared
}

// What is read of a <noscript>, in which a picture hardly has a handful of
// elements around it; there may be as many of them as there are pictures.
const (
	fallbackNodes      = 1000
	fallbackAttributes = 100 // of an element
)

// fallback returns the picture that a <noscript> holds for readers without
// scripts, or nil.
func fallback(n *html.Node) (img *html.Node) {
	nodes, _, err := parse.Fragment(n.FirstChild.Data, parse.Limits{Nodes: fallbackNodes, Depth: MaxDepth, Attributes: fallbackAttributes})
	if err != nil {
		return nil
	}
	for _, m := range nodes {
		descend(m, func(m *html.Node) bool {
			if m.DataAtom == atom.Img {
				img = m
			}
			return img == nil
		})
	}
	return img
}

// repair adds m to the media. A picture without an address gets that of the
// <noscript> after it; one that is there twice in a row is taken once.
func repair(list []Media, m *Media) []Media {
	if len(list) > 0 && !m.Written() {
		last := &list[len(list)-1]
		near := last.before == m.before && !last.Written() && !last.Video && !m.Video
		switch {
		case near && m.at.DataAtom == atom.Noscript && (last.Address == "" || sameFile(last.Address, m.Address)):
			last.Address = m.Address
			last.Alt = first(last.Alt, m.Alt)
			return list
		case near && last.Address == m.Address:
			return list
		}
	}
	return append(list, *m)
}

// sameFile tells whether two addresses name the same file in different sizes.
func sameFile(a, b string) bool {
	name := func(s string) string {
		s, _, _ = strings.Cut(s, "?")
		return s[strings.LastIndexByte(s, '/')+1:]
	}
	return name(a) == name(b)
}

// video makes an embedded video a link to where it can be watched.
func (f *finder) video(m *Media, src, title string) bool {
	u, err := url.Parse(strings.TrimSpace(src))
	if err != nil || u.Host == "" {
		return false
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	id := u.Path[strings.LastIndexByte(u.Path, '/')+1:]
	address := ""
	switch host {
	case "youtube.com", "youtube-nocookie.com", "m.youtube.com":
		if u.Path == "/watch" {
			id = u.Query().Get("v")
		}
		if id != "" && id != "videoseries" {
			address = "https://www.youtube.com/watch?v=" + id
		}
	case "youtu.be":
		address = "https://www.youtube.com/watch?v=" + id
	case "player.vimeo.com", "vimeo.com":
		address = "https://vimeo.com/" + id
	case "dailymotion.com", "geo.dailymotion.com":
		address = "https://www.dailymotion.com/video/" + first(u.Query().Get("video"), id)
	case "player.twitch.tv", "fast.wistia.net", "fast.wistia.com", "players.brightcove.net", "cdn.jwplayer.com", "ted.com", "embed.ted.com",
		"rumble.com", "peertube.tv", "loom.com", "streamable.com", "facebook.com":
		address = src
	}
	m.Video, m.Address, m.Alt = true, f.opt.URL(address), first(strings.Join(strings.Fields(title), " "), "Video")
	return m.Address != ""
}

// file makes a <video> with a file of its own a link to it.
func (f *finder) file(m *Media, n *html.Node) bool {
	src := first(Attr(n, "src"), Attr(n, "data-src"))
	for c := n.FirstChild; c != nil && src == ""; c = c.NextSibling {
		if c.DataAtom == atom.Source {
			src = Attr(c, "src")
		}
	}
	m.Video, m.Alt = true, first(Attr(n, "title"), Attr(n, "aria-label"), "Video")
	if src != "" {
		m.Address = f.opt.URL(src)
	}
	return m.Address != ""
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
