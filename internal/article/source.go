package article

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lazyAttributes hold the address of a picture until a script puts it in src,
// the most telling first.
var lazyAttributes = []string{"data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-image", "data-url", "data-orig-file"}

// source returns the best address of a picture: the largest of what it offers
// by srcset, on itself or on the <source> elements beside it, what a script
// would load, or src.
func (f *finder) source(img *html.Node) string {
	if address := f.offered(img); address != "" {
		return address
	}
	for _, key := range lazyAttributes {
		if v := strings.TrimSpace(Attr(img, key)); v != "" && !strings.HasPrefix(v, "data:") && !strings.HasPrefix(v, "{") {
			return v
		}
	}
	src := strings.TrimSpace(Attr(img, "src"))
	if src != "" && !strings.HasPrefix(src, "data:") && !tracker(src) {
		return src
	}
	for i := range img.Attr {
		if late(&img.Attr[i]) {
			return strings.TrimSpace(img.Attr[i].Val)
		}
	}
	return ""
}

// candidate is one of the addresses that a picture is offered under.
type candidate struct {
	address string
	size    float64 // width or density
}

// offered returns the address of the largest picture in the srcset of an
// element, by whatever name a script looks for it, and of those beside it.
func (f *finder) offered(img *html.Node) string {
	best := candidate{}.or(img)
	if up := img.Parent; Tag(up) == "picture" {
		if other := f.offers.Of(up, beside); other.size > best.size {
			best = other
		}
	}
	return best.address
}

// beside returns the largest that the sources of a <picture> offer.
func beside(picture *html.Node) (best candidate) {
	for s := picture.FirstChild; s != nil; s = s.NextSibling {
		if s.DataAtom == atom.Source && Attr(s, "media") == "" {
			best = best.or(s)
		}
	}
	return best
}

// or returns the largest in the srcset of an element, if that is larger.
func (c candidate) or(n *html.Node) candidate {
	for i := range n.Attr {
		if !strings.HasSuffix(n.Attr[i].Key, "srcset") {
			continue
		}
		if address, size := largest(n.Attr[i].Val); size > c.size && !tracker(address) {
			c = candidate{address, size}
		}
	}
	return c
}

// late tells whether an attribute is one that some script, of which nobody has
// heard, takes the address of a picture from: by its name, and by being one.
func late(a *html.Attribute) bool {
	v := strings.TrimSpace(a.Val)
	if a.Key == "src" || strings.ContainsAny(v, " {}()'\"") || strings.HasPrefix(v, "data:") || tracker(v) {
		return false
	}
	words := strings.FieldsFunc(a.Key, func(r rune) bool { return r == '-' || r == '_' })
	if !slices.ContainsFunc(words, func(w string) bool {
		return w == "src" || w == "url" || w == "source" || w == "original" || w == "lazyload"
	}) {
		return false
	}
	v, _, _ = strings.Cut(v, "?")
	switch strings.ToLower(path.Ext(v)) {
	case ".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg":
		return true
	}
	return false
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
