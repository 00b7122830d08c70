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

// withoutNoscript takes the start tags of <noscript> out of what stands in one,
// as if nothing were in them: each of them would have to be parsed again, and
// all that follows with it. There are no end tags, since the first ends the
// whole.
func withoutNoscript(markup string) string {
	const tag = "noscript"
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
		if rest := markup[i+1:]; len(rest) < len(tag) || rest[0]|caseBit != tag[0] || !strings.EqualFold(rest[:len(tag)], tag) || !endsName(rest[len(tag):]) {
			from = i + 1
			continue
		}
		out.WriteString(markup[:i])
		_, markup, _ = strings.Cut(markup[i:], ">")
		from = 0
	}
}

// endsName tells whether the name of a tag ends before s.
func endsName(s string) bool { return s == "" || strings.IndexByte(" \t\n\r\f/>", s[0]) >= 0 }
