package article

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// see returns what medium an element is.
func (f *finder) see(n *html.Node, flow segment.Flow, read bool) (*Media, bool) {
	switch {
	case flow == segment.FlowPicture:
		return f.picture(n)
	case n.DataAtom == atom.Noscript && !read:
		return f.fallback(n)
	case n.DataAtom == atom.Iframe || n.DataAtom == atom.Embed:
		return f.video(first(attr(n, "data-src"), attr(n, "data-lazy-src"), attr(n, "src")), attr(n, "title"))
	case n.DataAtom == atom.Video:
		return f.file(n)
	case Tag(n) == "lite-youtube" || Tag(n) == "youtube-video":
		return f.video("https://www.youtube.com/watch?v="+attr(n, "videoid"), attr(n, "playlabel"))
	}
	return nil, false
}

// Bounds, in pixels, below which a declared size means that a picture only
// counts visitors or draws a line, or is a sign and no illustration.
const (
	minSide = 16
	minSign = 49
)

func (f *finder) picture(n *html.Node) (*Media, bool) {
	m := &Media{Alt: strings.Join(strings.Fields(attr(n, "alt")), " ")}
	if hasClass(n, "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display", "latex", "tex") && m.Alt != "" {
		m.Math, m.Alt = true, cleanTeX(m.Alt)
		return m, true
	}
	m.Width, m.Height = pixels(n, "width"), pixels(n, "height")
	if declared(n, "width") && m.Width < minSide || declared(n, "height") && m.Height < minSide {
		return nil, false
	}
	if m.Width > 0 && m.Height > 0 && m.Width < minSign && m.Height < minSign && f.begun < 0 {
		return nil, false
	}
	m.Address = f.opt.URL(source(n))
	if strings.HasPrefix(attr(n, "style"), "display:none") || tracker(m.Address) {
		return nil, false
	}
	return m, true
}

// tracker tells whether an address is that of a picture made to be counted or
// to hold a place.
func tracker(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	name := strings.ToLower(u.Path[strings.LastIndexByte(u.Path, '/')+1:])
	for _, token := range strings.FieldsFunc(name, func(r rune) bool { return r == '.' || r == '-' || r == '_' }) {
		switch token {
		case "pixel", "spacer", "blank", "1x1", "placeholder", "tracking", "beacon", "transparent":
			return true
		}
	}
	return u.Path == "/tr" || strings.HasPrefix(u.Path, "/pixel/")
}

// declared tells whether n has a size, be it zero.
func declared(n *html.Node, key string) bool {
	_, err := strconv.Atoi(strings.TrimSuffix(attr(n, key), "px"))
	return err == nil
}

func pixels(n *html.Node, key string) int {
	size, err := strconv.Atoi(strings.TrimSuffix(attr(n, key), "px"))
	const most = 1 << 15
	if err != nil || size < 0 || size > most {
		return 0
	}
	return size
}

// lazyAttributes hold the address of a picture until a script puts it in src,
// the most telling first.
var lazyAttributes = []string{"data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-image", "data-url", "data-orig-file"}

// source returns the best address of a picture: the largest of what it offers
// by srcset, on itself or on the <source> elements beside it, what a script
// would load, or src.
func source(img *html.Node) string {
	best, size := "", 0.0
	offer := func(set string) {
		if address, s := largest(set); s > size {
			best, size = address, s
		}
	}
	offer(attr(img, "srcset"))
	offer(attr(img, "data-srcset"))
	offer(attr(img, "data-lazy-srcset"))
	if up := img.Parent; up != nil && Tag(up) == "picture" {
		for s := up.FirstChild; s != nil; s = s.NextSibling {
			if s.DataAtom == atom.Source && attr(s, "media") == "" {
				offer(attr(s, "srcset"))
				offer(attr(s, "data-srcset"))
			}
		}
	}
	if best != "" {
		return best
	}
	for _, key := range lazyAttributes {
		if v := strings.TrimSpace(attr(img, key)); v != "" && !strings.HasPrefix(v, "data:") && !strings.HasPrefix(v, "{") {
			return v
		}
	}
	src := strings.TrimSpace(attr(img, "src"))
	if strings.HasPrefix(src, "data:") {
		return ""
	}
	return src
}

// defaultDensity is that of a picture in a srcset that says nothing of itself.
const defaultDensity = 1.0

// largest returns the address of the largest picture in a srcset, by width or
// by density, and its size.
func largest(set string) (address string, size float64) {
	for set = strings.TrimLeft(set, " \t\n\r,"); set != ""; set = strings.TrimLeft(set, " \t\n\r,") {
		end := strings.IndexAny(set, " \t\n\r")
		if end < 0 {
			end = len(set)
		}
		candidate, rest := set[:end], set[end:]
		descriptor := ""
		if strings.HasSuffix(candidate, ",") {
			candidate = strings.TrimRight(candidate, ",")
		} else {
			descriptor, rest, _ = strings.Cut(rest, ",")
		}
		set = rest
		s := defaultDensity
		if descriptor = strings.TrimSpace(descriptor); descriptor != "" {
			number := descriptor[:len(descriptor)-1]
			if v, err := strconv.ParseFloat(number, 64); err == nil && v > 0 {
				s = v
			}
		}
		if s > size && !strings.HasPrefix(candidate, "data:") {
			address, size = candidate, s
		}
	}
	return address, size
}

// fallback returns the picture that a <noscript> holds for readers without
// scripts.
func (f *finder) fallback(n *html.Node) (*Media, bool) {
	child := n.FirstChild
	if child == nil || child.Type != html.TextNode || !strings.Contains(child.Data, "<img") {
		return nil, false
	}
	const most = 1 << 14 // a picture needs no more, in bytes; a page in <noscript> is not parsed for it
	if len(child.Data) > most {
		return nil, false
	}
	nodes, err := html.ParseFragment(strings.NewReader(child.Data), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return nil, false
	}
	var img *html.Node
	for _, m := range nodes {
		descend(m, func(m *html.Node) bool {
			if m.DataAtom == atom.Img {
				img = m
			}
			return img == nil
		})
		if img != nil {
			return f.picture(img)
		}
	}
	return nil, false
}

// repair adds m to the media. A picture without an address waits for the one
// in the <noscript> after it; one that is there twice in a row is taken once.
func (f *finder) repair(m *Media) {
	if len(f.media) > 0 && !m.Math {
		last := &f.media[len(f.media)-1]
		near := last.before == m.before && !last.Math && !last.Video && !m.Video
		switch {
		case near && m.at.DataAtom == atom.Noscript && (last.Address == "" || sameFile(last.Address, m.Address)):
			last.Address = m.Address
			last.Alt = first(last.Alt, m.Alt)
			return
		case near && last.Address == m.Address:
			return
		}
	}
	f.media = append(f.media, *m)
}

// sameFile tells whether two addresses name the same file in different sizes.
func sameFile(a, b string) bool {
	name := func(s string) string {
		s, _, _ = strings.Cut(s, "?")
		return s[strings.LastIndexByte(s, '/')+1:]
	}
	return name(a) == name(b)
}

// video returns an embedded video as a link to where it can be watched.
func (f *finder) video(src, title string) (*Media, bool) {
	u, err := url.Parse(strings.TrimSpace(src))
	if err != nil || u.Host == "" {
		return nil, false
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
	if address = f.opt.URL(address); address == "" {
		return nil, false
	}
	return &Media{Video: true, Address: address, Alt: first(strings.Join(strings.Fields(title), " "), "Video")}, true
}

// file returns a <video> with a file of its own.
func (f *finder) file(n *html.Node) (*Media, bool) {
	src := first(attr(n, "src"), attr(n, "data-src"))
	for c := n.FirstChild; c != nil && src == ""; c = c.NextSibling {
		if c.DataAtom == atom.Source {
			src = attr(c, "src")
		}
	}
	address := f.opt.URL(src)
	if src == "" || address == "" {
		return nil, false
	}
	return &Media{Video: true, Address: address, Alt: first(attr(n, "title"), attr(n, "aria-label"), "Video")}, true
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
