package hostile

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// inert are the elements that do nothing but show what is in them.
var inert = strings.Fields(`html head body p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption colgroup
	thead tbody tfoot tr th td figure figcaption img div section article aside header footer main address a abbr b bdi bdo
	cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr`)

// harmless are the attributes that do nothing of themselves.
var harmless = strings.Fields(`href src cite alt title lang dir width height colspan rowspan scope start value reversed
	datetime rel class align style`)

var (
	ownID    = regexp.MustCompile(`^fn(ref)?-[0-9]+$`)
	ownClass = regexp.MustCompile(`^(math (inline|display)|note|tip|important|warning|caution|language-[a-z0-9+#_-]+|)$`)
	ownStyle = regexp.MustCompile(`^text-align:(left|right|center)$`)
	scheme   = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+.-]*:`)
)

// rounds is how often HTML is parsed and written again: some of it only wakes
// up when what a parser made of it is parsed anew.
const rounds = 3

// Active returns what in a piece of HTML is active: whatever is not known to
// be inert. It is parsed with scripting on and off, three rounds each.
func Active(markup string) (found []string) {
	for _, scripting := range []bool{true, false} {
		s := markup
		for range rounds {
			root, err := html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(scripting))
			if err != nil {
				return append(found, err.Error())
			}
			for n := range root.Descendants() {
				found = append(found, activeNode(n)...)
			}
			var b strings.Builder
			if err := html.Render(&b, root); err != nil {
				return append(found, err.Error())
			}
			s = b.String()
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func activeNode(n *html.Node) (found []string) {
	switch {
	case n.Type == html.CommentNode:
		return []string{"a comment"}
	case n.Type != html.ElementNode:
		return nil
	case n.Namespace != "" || !slices.Contains(inert, n.Data):
		return []string{fmt.Sprintf("<%s>", n.Data)}
	}
	for _, a := range n.Attr {
		if !harmlessAttribute(a) {
			found = append(found, fmt.Sprintf("<%s %s=%q>", n.Data, a.Key, a.Val))
		}
	}
	return found
}

func harmlessAttribute(a html.Attribute) bool {
	switch a.Key {
	case "id":
		return ownID.MatchString(a.Val)
	case "class":
		return ownClass.MatchString(a.Val)
	case "style":
		return ownStyle.MatchString(a.Val)
	case "href", "src", "cite":
		return HarmlessAddress(a.Val)
	}
	return slices.Contains(harmless, a.Key)
}

// HarmlessAddress tells whether an address is of the web, mail or telephone,
// or relative, the way browsers read addresses.
func HarmlessAddress(s string) bool {
	s = strings.TrimLeft(s, " \x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\v\f\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f")
	s = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(s)
	name := strings.ToLower(scheme.FindString(s))
	return name == "" || slices.Contains([]string{"http:", "https:", "mailto:", "tel:"}, name)
}
