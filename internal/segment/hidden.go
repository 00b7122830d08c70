package segment

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// isHidden tells whether what is in an element is not meant to be read, by what
// the element itself says: a browser would not show it, nor is it there for the
// reader to open. How much of such text a page is for, in words of it that stand
// in the ground truth of WCXB: tab panels 0.81, regions and labelled elements 0.60
// to 0.82, streamed segments 0.68, dialogs 0.01 to 0.2, all else 0.09 to 0.27.
func isHidden(n *html.Node) bool { return isNotShown(n) && !isOpened(n) }

// isNotShown tells whether a browser would not show the element as it stands.
func isNotShown(n *html.Node) bool {
	open := false
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "hidden":
			if a.Val != "until-found" {
				return true
			}
		case "open":
			open = true
		case "class":
			if a.Val == "katex-mathml" || a.Val == "MJX_Assistive_MathML" {
				return true // the formula once more, for readers of screens
			}
		case "style":
			if hidingStyle(a.Val) {
				return true
			}
		}
	}
	return n.DataAtom == atom.Dialog && !open
}

// isOpened tells whether an element that is not shown is one that the reader
// opens, as WAI-ARIA's authoring practices have it for tabs and accordions, or a
// segment of a streamed page that a script would put in its place. Dialogs open by
// themselves; not all of them say what they are but by a class.
func isOpened(n *html.Node) bool {
	role, labelled, pops := "", false, false
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "role":
			role = a.Val
		case "aria-labelledby":
			labelled = true
		case "class":
			pops = lexicon.Marks(a.Val)&heuristics.MarkPopup != 0
		case "aria-modal":
			return false
		}
	}
	switch {
	case n.DataAtom == atom.Dialog:
		return false
	case role == "":
		return labelled && !pops || parse.IsSegment(n)
	}
	return role == "tabpanel" || role == "region"
}

// hidingStyle looks for display:none and visibility:hidden.
func hidingStyle(style string) bool {
	for style != "" {
		rule, rest, _ := strings.Cut(style, ";")
		name, value, ok := strings.Cut(rule, ":")
		if ok {
			name, value = strings.TrimSpace(name), strings.TrimSpace(value)
			if len(value) >= 4 && (strings.EqualFold(name, "display") && strings.EqualFold(value[:4], "none") ||
				strings.EqualFold(name, "visibility") && strings.EqualFold(value[:4], "hidd")) {
				return true
			}
		}
		style = rest
	}
	return false
}
