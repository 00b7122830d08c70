package safe

import (
	"html"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Schemes that an address may have; without one it is relative, and fine.
// Images come from the web alone: data: could hold an SVG with a script in it,
// and mailto: is no image.
var (
	linkSchemes  = []string{"http", "https", "mailto", "tel"}
	imageSchemes = []string{"http", "https"}
)

// MaxAddress is the longest address that is given out, in bytes. Browsers
// stop at 2 MB, servers at about 8 kB.
const MaxAddress = 8 << 10

// Rel is on every link: the author of the page did not vouch for it, and it may
// not reach back into the window that it was opened from.
const Rel = "nofollow noopener"

// Link returns the address of a link in normal form, and whether it may be
// given out. The normal form has no white space, no quotes and no angle
// brackets, so that it means the same in HTML, Markdown and JSON.
func Link(address string) (string, bool) { return check(address, linkSchemes) }

// Image is Link for the address of a picture.
func Image(address string) (string, bool) { return check(address, imageSchemes) }

// Name tells whether a value that may be a name as well as an address, such as
// that of a licence, is none with a scheme that it may not have. What stands
// behind a space is no scheme.
func Name(value string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(value), " ")
	return allowed(word, linkSchemes)
}

func check(address string, schemes []string) (string, bool) {
	if plain(address) {
		return address, true
	}
	if len(address) > MaxAddress || !allowed(address, schemes) {
		return "", false
	}
	normal, ok := normalise(address)
	if !ok || len(normal) > MaxAddress || !allowed(normal, schemes) {
		return "", false
	}
	return normal, true
}

// plain tells whether an address is in normal form as it stands and can only
// be of the web: it begins as such addresses do, or with a slash, and has no
// character in it that is coded or could be read in two ways. Most are like
// that.
func plain(address string) bool {
	if len(address) > MaxAddress {
		return false
	}
	if len(address) > 1 && address[0] == '/' && address[1] != '/' {
		return plainPath(address)
	}
	rest, full := strings.CutPrefix(address, "https://")
	if !full {
		rest, full = strings.CutPrefix(address, "http://")
	}
	if !full || rest == "" || rest[0] == '/' {
		return false
	}
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '-', c == '.':
		case c == '/':
			return plainPath(rest[i:])
		default:
			return false
		}
	}
	return true
}

// plainPath is plain for what stands behind the name of a host.
func plainPath(path string) bool {
	for i := 0; i < len(path); i++ {
		switch c := path[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case strings.IndexByte("-./_~=,+", c) >= 0:
		case c == '?', c == '&': // begins a character reference only where there is a semicolon
		default:
			return false
		}
	}
	return true
}

// maxLayers is how often an address is decoded to find what hides in it.
// Whoever reads it decodes once or twice: a Markdown renderer the entities,
// a browser the rest.
const maxLayers = 4

// allowed looks at the scheme of an address as it stands, and at what is left
// each time entities, percent signs and backslashes are decoded.
func allowed(address string, schemes []string) bool {
	for range maxLayers {
		if s, ok := scheme(address); ok && !slices.Contains(schemes, s) {
			return false
		}
		next := decode(address)
		if next == address {
			return true
		}
		address = next
	}
	return false // nothing honest is wrapped this often
}

// scheme returns what stands before the first colon, in lower case, if no
// path, query or fragment begins before it. Characters that somebody down the
// line may leave out count for nothing.
func scheme(address string) (string, bool) {
	name := strings.Builder{}
	for _, r := range address {
		switch {
		case r == ':':
			return strings.ToLower(name.String()), true
		case r == '/' || r == '?' || r == '#':
			return "", false
		case ignorable(r):
		default:
			name.WriteRune(r)
		}
	}
	return "", false
}

// ignorable is white space, what is not seen, and what is no character.
func ignorable(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.C, unicode.Variation_Selector) || r == unicode.ReplacementChar
}

// decode takes off one layer: character references, percent signs that stand
// for ASCII, and the backslashes of Markdown.
func decode(s string) string {
	s = html.UnescapeString(s)
	if !strings.ContainsAny(s, `%\`) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%' && i+2 < len(s) && hex(s[i+1]) >= 0 && hex(s[i+2]) >= 0 && hex(s[i+1]) < 8:
			b = append(b, byte(hex(s[i+1])<<4|hex(s[i+2])))
			i += 2
		case c == '\\' && i+1 < len(s) && unicode.IsPunct(rune(s[i+1])):
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

func hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// normalise does what the URL standard does to the spelling of an address:
// ends trimmed, tabs and line ends out, backslashes of the path turned round.
// Whatever is special in HTML or Markdown becomes a percent sign.
func normalise(address string) (string, bool) {
	address = strings.TrimFunc(strings.ToValidUTF8(address, ""), func(r rune) bool { return r <= ' ' })
	if strings.ContainsAny(address, "\t\n\r") {
		address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	}
	if end := strings.IndexAny(address, "?#"); end < 0 {
		address = strings.ReplaceAll(address, `\`, "/")
	} else {
		address = strings.ReplaceAll(address[:end], `\`, "/") + address[end:]
	}
	u, err := url.Parse(escape(address))
	if err != nil {
		return "", false
	}
	normal := escape(u.String())
	again, err := url.Parse(normal)
	if err != nil || normal == "" || again.String() != normal {
		return "", false
	}
	return normal, true
}

// special are the characters that mean something in HTML or Markdown, or that
// no address may have. What is not seen becomes a percent sign, too: somebody
// down the line may leave it out, as sanitisers do at the ends.
const special = " \"'<>`\\{}|^"

func escape(address string) string {
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, len(address))
	for address != "" {
		r, size := utf8.DecodeRuneInString(address)
		if c := address[0]; c >= ' ' && c != 0x7f && strings.IndexByte(special, c) < 0 && (c < utf8.RuneSelf || !ignorable(r)) {
			b = append(b, address[:size]...)
		} else {
			for i := range size {
				b = append(b, '%', digits[address[i]>>4], digits[address[i]&15])
			}
		}
		address = address[size:]
	}
	return string(b)
}

// Shown tells whether an address that [Link] has given out may stand in a
// link: it looks once more at the scheme and at what could be read in two ways.
func Shown(address string) bool { return shown(address, linkSchemes) }

// ImageShown is Shown for the address of a picture.
func ImageShown(address string) bool { return shown(address, imageSchemes) }

func shown(address string, schemes []string) bool {
	return plain(address) || address != "" && !strings.ContainsAny(address, special) && allowed(address, schemes)
}
