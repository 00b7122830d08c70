package segment

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// enterNoscript reads the inside of <noscript> or <noframes> when all is to be revealed. A
// parser with scripting on leaves it as text, which is parsed here.
func (w *walker) enterNoscript(n *html.Node) bool {
	w.noscript = w.noscript || n.FirstChild != nil
	if !w.reveal || n.FirstChild == nil {
		return false
	}
	if n.FirstChild.Type != html.TextNode {
		w.flush()
		w.push(n, tagOf(n))
		return true
	}
	limits := w.limits.parser()
	limits.Blanks = w.skip != nil
	nodes, cut, err := parse.Fragment(withoutNoscript(n.FirstChild.Data), limits)
	w.limits.Cut |= cut
	if err != nil {
		return false
	}
	if w.parsed == nil {
		w.parsed = map[*html.Node][]*html.Node{}
	}
	w.parsed[n] = nodes
	w.flush()
	w.push(n, tagOf(n))
	for _, m := range nodes {
		w.walk(m)
	}
	w.flush()
	w.pop()
	return false
}

// withoutNoscript takes the tags of <noscript> and <noframes> out of what stands
// in one: what follows each of them would have to be parsed again, and again for
// the next. A space is left, so that no tag is made of what was around another.
func withoutNoscript(markup string) string {
	var out strings.Builder
	for from := 0; ; {
		i := strings.IndexByte(markup[from:], '<')
		if i < 0 {
			if out.Len() == 0 {
				return markup
			}
			return out.String() + markup
		}
		i += from
		if !beginsNoscript(markup[i+1:]) {
			from = i + 1
			continue
		}
		out.WriteString(markup[:i])
		out.WriteByte(' ')
		_, markup, _ = strings.Cut(markup[i:], ">")
		from = 0
	}
}

// beginsNoscript tells whether s, from behind a "<", is a tag of <noscript> or
// <noframes>.
func beginsNoscript(s string) bool {
	s = strings.TrimPrefix(s, "/")
	const long = len("noscript") // and as long as the other
	if len(s) < long || s[0]|caseBit != 'n' {
		return false
	}
	name := s[:long]
	return (strings.EqualFold(name, "noscript") || strings.EqualFold(name, "noframes")) && endsName(s[long:])
}

// endsName tells whether the name of a tag ends before s.
func endsName(s string) bool { return s == "" || strings.IndexByte(" \t\n\r\f/>", s[0]) >= 0 }
