package rivals

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inline are the elements that do not end a word: all others put a line break
// before and after what is in them.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true,
	atom.Kbd: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true,
	atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true,
	atom.Wbr: true,
}

// unseen are the elements whose text no reader sees.
var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true,
}

// BlockText returns the text of a tree with a line break at the border of
// every block, so that words of two blocks do not run together.
func BlockText(root *html.Node) string {
	var b strings.Builder
	if root == nil {
		return ""
	}
	for n := root; n != nil; {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		breaks(&b, n)
		if n.FirstChild != nil && !unseen[n.DataAtom] {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			breaks(&b, n)
		}
		if n == root {
			break
		}
		n = n.NextSibling
		breaks(&b, n)
	}
	return b.String()
}

func breaks(b *strings.Builder, n *html.Node) {
	if n.Type == html.ElementNode && !inline[n.DataAtom] {
		b.WriteByte('\n')
	}
}
