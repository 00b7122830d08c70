package extract

import (
	"net/url"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

// canonical returns the address that the page gives itself. A page deep in a
// site that calls itself the home page is not believed.
func (d *describer) canonical() (string, Provenance) {
	for _, c := range []struct {
		ref    string
		source Provenance
	}{{d.data.Canonical, FromMarkup}, {d.data.Meta["og:url"], FromOpenGraph}} {
		link := d.link(c.ref)
		u, err := url.Parse(link)
		if link == "" || err != nil || d.address != "" && strings.Trim(u.Path, "/") == "" && deep(d.address) {
			continue
		}
		return link, c.source
	}
	return "", ""
}

func deep(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.Count(strings.Trim(u.Path, "/"), "/") > 0
}

// path returns the path of the page's address.
func (d *describer) path() string {
	if u := d.own(); u != nil {
		return u.Path
	}
	return ""
}

// own returns the page's address, nil if it is not known.
func (d *describer) own() *url.URL {
	for _, ref := range []string{d.address, d.data.Canonical, d.data.Meta["og:url"]} {
		if u, err := url.Parse(ref); err == nil && u.Host != "" {
			return u
		}
	}
	return nil
}

func (d *describer) favicon() (string, Provenance) {
	for _, rel := range []string{"icon", "shortcut icon", "apple-touch-icon"} {
		for _, l := range d.data.Links {
			if l.Rel == rel && !d.late() {
				if link := d.picture(l.Href); link != "" {
					return link, FromMarkup
				}
			}
		}
	}
	return "", ""
}

// next is the next page of the same text. The same rel is on links to the next
// post of a blog, which is another text.
func (d *describer) next() (string, Provenance) {
	own := d.own()
	for _, rel := range []string{"next", "a next"} {
		for _, l := range d.data.Links {
			if l.Rel == rel && !d.late() {
				if link := d.link(l.Href); link != "" && link != d.address && goesOn(own, link) {
					return link, FromMarkup
				}
			}
		}
	}
	return "", ""
}

// goesOn tells whether an address is that of another page of the text at the
// first: their paths are the same but for a number of a page at the end.
func goesOn(from *url.URL, to string) bool {
	u, err := url.Parse(to)
	if err != nil || from == nil {
		return false
	}
	text := withoutPage(u.Path)
	return strings.EqualFold(u.Host, from.Host) && (text == withoutPage(from.Path) || text == strings.TrimRight(from.Path, "/"))
}

// withoutPage takes a number of a page, with what stands before it, off the end
// of a path: /ferry of /ferry/page/2, /ferry_2.html and /ferry-p2.
func withoutPage(path string) string {
	const digits = 3 // of a number of a page; a longer one is that of a text
	path = strings.TrimRight(path, "/")
	if dot := strings.LastIndexByte(path, '.'); dot > strings.LastIndexByte(path, '/') {
		path = path[:dot]
	}
	stem := strings.TrimRight(path, "0123456789")
	if n := len(path) - len(stem); n == 0 || n > digits {
		return path
	}
	stem = strings.TrimRight(stem, "-_/,=")
	for _, word := range []string{"page", "pagina", "seite", "p"} {
		if before, ok := strings.CutSuffix(stem, word); ok && before != "" && strings.ContainsRune("-_/,", rune(before[len(before)-1])) {
			stem = before
			break
		}
	}
	return strings.TrimRight(stem, "-_/,")
}

// link returns an address as it may be given out.
func (d *describer) link(ref string) string {
	if ref == "" {
		return ""
	}
	return d.r.absolute(ref)
}

// picture is link for pictures, which come from the web alone.
func (d *describer) picture(ref string) string {
	if _, ok := safe.Image(ref); !ok || ref == "" {
		return ""
	}
	return d.r.absolute(ref)
}
