package segment

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Places in walker.open and bits of lexicon.Span.Kinds, in this order.
const (
	openLink = iota
	openBold
	openItalic
)

// openInline notes what an inline element says about the text in it. It
// reports whether its children are to be walked.
func (w *walker) openInline(n *html.Node, t *tag) bool {
	if !w.reveal && isHidden(n) {
		return w.passOver(n)
	}
	w.edge.Open(n)
	switch n.DataAtom {
	case atom.A:
		w.open[openLink]++
		w.link = linkState{kind: linkKind(n)}
	case atom.B, atom.Strong:
		w.open[openBold]++
	case atom.I, atom.Em, atom.Cite:
		w.open[openItalic]++
	}
	w.draft.marks |= t.marks
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "class", "id":
			w.draft.marks |= w.classes.look(a.Val).marks
		case "itemprop":
			w.draft.marks |= itemprops[a.Val]
		}
	}
	return true
}

func (w *walker) closeInline(n *html.Node) {
	w.edge.Close(n)
	switch n.DataAtom {
	case atom.A:
		w.open[openLink]--
	case atom.B, atom.Strong:
		w.open[openBold]--
	case atom.I, atom.Em, atom.Cite:
		w.open[openItalic]--
	}
}

// field counts a control that is typed into, and those for addresses apart.
func (w *walker) field(n *html.Node) {
	f := &w.frames[len(w.frames)-1]
	if n.DataAtom != atom.Input {
		f.inputs++
		return
	}
	var typ, hint string
	for _, a := range n.Attr {
		switch a.Key {
		case "type":
			typ = strings.ToLower(a.Val)
		case "name", "placeholder", "id", "autocomplete":
			hint += " " + strings.ToLower(a.Val)
		}
	}
	switch typ {
	case "", "text", "email", "tel", "password", "search", "url", "number":
		f.inputs++
		if typ == "email" || typ != "search" && strings.Contains(hint, "mail") {
			f.emails++
		}
	}
}

// linkKind sorts a link by the look of its address.
func linkKind(n *html.Node) (kind h.LinkKind) {
	href, found := "", false
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "href":
			href, found = a.Val, true
		case "rel":
			if strings.Contains(a.Val, "author") {
				kind |= h.LinkAuthor
			}
			if strings.Contains(a.Val, "tag") {
				kind |= h.LinkTag
			}
		}
	}
	if !found {
		return kind
	}
	return kind | addressKind(strings.TrimSpace(href))
}

func addressKind(href string) h.LinkKind {
	switch {
	case href == "" || strings.HasPrefix(href, "javascript:"):
		return h.LinkScript
	case href[0] == '#':
		return h.LinkFragment
	case strings.HasPrefix(href, "mailto:"), strings.HasPrefix(href, "tel:"):
		return h.LinkMail
	}
	path, external := href, false
	if i := strings.Index(href, "//"); i >= 0 && i < len("https:/") {
		rest := href[i+2:]
		external = true
		path = ""
		if j := strings.IndexByte(rest, '/'); j >= 0 {
			path = rest[j:]
			rest = rest[:j]
		}
		for _, host := range shareHosts {
			if strings.HasSuffix(rest, host) {
				return h.LinkShare
			}
		}
	}
	path, _, _ = strings.Cut(path, "#")
	path, _, _ = strings.Cut(path, "?")
	var kind h.LinkKind
	if external {
		kind = h.LinkExternal // or a full address on the same site; the page's own address is not always known
	}
	for rest := path; rest != ""; {
		var segment string
		segment, rest, _ = strings.Cut(rest, "/")
		kind |= segmentKind(segment)
	}
	if storyPath(path) {
		kind |= h.LinkStory
	} else if !external {
		kind |= h.LinkSite
	}
	return kind
}

var shareHosts = []string{"facebook.com", "twitter.com", "x.com", "linkedin.com", "pinterest.com", "reddit.com",
	"wa.me", "whatsapp.com", "t.me", "telegram.me", "instagram.com", "tumblr.com", "youtube.com", "flipboard.com",
	"getpocket.com", "threads.net", "bsky.app", "vk.com", "tiktok.com"}

// segmentKind is what a part of an address tells. Nearly all of them tell nothing,
// which their lengths and first letters say.
func segmentKind(segment string) h.LinkKind {
	if segment == "" || len(segment) > longestSegment || segmentLengths[segment[0]|caseBit]>>len(segment)&1 == 0 {
		return 0
	}
	return segmentKinds[strings.ToLower(segment)]
}

// longestSegment is longer than any key of segmentKinds.
const longestSegment = 16

// segmentLengths are the lengths of the keys of segmentKinds, as bits, by their
// first letters.
var segmentLengths = func() (lengths [1 << 8]uint32) {
	for key := range segmentKinds {
		lengths[key[0]] |= 1 << len(key)
	}
	return lengths
}()

var segmentKinds = map[string]h.LinkKind{
	"author": h.LinkAuthor, "authors": h.LinkAuthor, "profile": h.LinkAuthor, "by": h.LinkAuthor, "people": h.LinkAuthor,
	"contributor": h.LinkAuthor, "contributors": h.LinkAuthor, "staff": h.LinkAuthor, "autor": h.LinkAuthor, "auteur": h.LinkAuthor,
	"tag": h.LinkTag, "tags": h.LinkTag, "category": h.LinkTag, "categories": h.LinkTag, "topic": h.LinkTag, "topics": h.LinkTag,
	"thema": h.LinkTag, "themen": h.LinkTag, "kategorie": h.LinkTag, "section": h.LinkTag, "label": h.LinkTag, "keyword": h.LinkTag,
	"privacy": h.LinkLegal, "privacy-policy": h.LinkLegal, "terms": h.LinkLegal, "legal": h.LinkLegal, "cookies": h.LinkLegal,
	"cookie-policy": h.LinkLegal, "terms-of-use": h.LinkLegal, "impressum": h.LinkLegal, "datenschutz": h.LinkLegal, "disclaimer": h.LinkLegal,
	"terms-of-service": h.LinkLegal, "copyright": h.LinkLegal, "agb": h.LinkLegal,
	"login": h.LinkAccount, "signin": h.LinkAccount, "register": h.LinkAccount, "signup": h.LinkAccount, "subscribe": h.LinkAccount,
	"account": h.LinkAccount, "cart": h.LinkAccount, "newsletter": h.LinkAccount, "newsletters": h.LinkAccount, "donate": h.LinkAccount,
	"subscription": h.LinkAccount, "checkout": h.LinkAccount, "join": h.LinkAccount, "abo": h.LinkAccount, "membership": h.LinkAccount,
	"sharer.php": h.LinkShare, "share": h.LinkShare, "sharer": h.LinkShare,
}

// A story's address ends in a slug of at least storyDashes+1 words, or in a
// number of at least storyDigits digits. Counted over the links of the
// labelled pages: 9 in 10 links to stories do, 1 in 12 of the others.
const (
	storyDashes = 3
	storyDigits = 5
)

func storyPath(path string) bool {
	path = strings.TrimRight(path, "/")
	last := path[strings.LastIndexByte(path, '/')+1:]
	dashes, digits := 0, 0
	for i := 0; i < len(last); i++ {
		switch c := last[i]; {
		case c == '-' || c == '_' || c == '+':
			dashes++
			if dashes >= storyDashes {
				return true
			}
		case c >= '0' && c <= '9':
			digits++
			if digits >= storyDigits {
				return true
			}
		}
	}
	return false
}
