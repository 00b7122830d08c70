package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// formula is mathematics in TeX.
type formula struct {
	tex     string
	display bool // stands on a line of its own
}

// formulaOf returns the formula that an element shows: <math>, or what KaTeX
// and MathJax make, which is the formula several times over. It is nil for
// anything else, and where the TeX cannot be told.
func (b *builder) formulaOf(n *html.Node) *formula {
	switch {
	case Tag(n) == "math" && len(b.bare) == 0:
		return b.known(fromMathML(n), n, n)
	case Tag(n) == "mjx-container":
		f := b.inner(n)
		if f != nil && Attr(n, "display") == "true" {
			f.display = true
		}
		return f
	case !strings.Contains(Attr(n, "class"), "ath") && !strings.Contains(Attr(n, "class"), "katex"):
		return nil
	case hasClass(n, "katex-display", "katex", "katex-block", "mwe-math-element"):
		f := b.inner(n)
		if f != nil && (hasClass(n, "katex-display", "katex-block") || n.Parent != nil && hasClass(n.Parent, "katex-display")) {
			f.display = true
		}
		return f
	case hasClass(n, "MathJax", "MathJax_Display", "MathJax_SVG", "MathJax_CHTML", "MathJax_Preview"):
		if next := n.NextSibling; next != nil && scriptTeX(next) != nil || next != nil && next.NextSibling != nil && scriptTeX(next.NextSibling) != nil {
			if len(b.bare) > 0 {
				return nil
			}
			return b.known(&formula{}, n, n) // the script after it has the TeX
		}
		return b.inner(n)
	}
	return nil
}

// inner returns the formula of the first <math> in n.
func (b *builder) inner(n *html.Node) (f *formula) {
	if len(b.bare) > 0 {
		return nil
	}
	end := n
	descend(n, func(m *html.Node) bool {
		if m.Type == html.ElementNode && Tag(m) == "math" {
			f, end = fromMathML(m), m
			return false
		}
		return true
	})
	return b.known(f, n, end)
}

// known notes where there is no formula, in n up to the end of an element in it,
// so that what stands there is not looked through again and again. There is none
// where it would take the place of more than itself.
func (b *builder) known(f *formula, n, end *html.Node) *formula {
	if f != nil && !b.holdsNoMore(n, amount{formulaText + formulaShare*len(f.tex), maxFormula}) {
		f, end = nil, n
	}
	if f == nil {
		b.bare = append(b.bare, n, end)
	}
	return f
}

// scriptTeX returns the formula in <script type="math/tex">, or nil.
func scriptTeX(n *html.Node) *formula {
	if n.DataAtom != atom.Script || n.FirstChild == nil {
		return nil
	}
	kind := Attr(n, "type")
	if !strings.HasPrefix(kind, "math/tex") {
		return nil
	}
	return &formula{tex: cleanTeX(n.FirstChild.Data), display: strings.Contains(kind, "mode=display")}
}

// maxFormula is how many nodes a formula may have: what KaTeX makes of a page of
// TeX has fewer. More cannot be turned into TeX in the time between two looks at
// the clock.
const maxFormula = 20_000

// fromMathML returns the formula of a <math> element: the TeX that it was made
// from, or TeX made from it. It is nil for what is too large for one.
func fromMathML(n *html.Node) *formula {
	nodes := 0
	descend(n, func(*html.Node) bool { nodes++; return nodes <= maxFormula })
	if nodes > maxFormula {
		return nil
	}
	f := &formula{display: Attr(n, "display") == "block"}
	descend(n, func(m *html.Node) bool {
		if m.Type == html.ElementNode && Tag(m) == "annotation" && Attr(m, "encoding") == "application/x-tex" && m.FirstChild != nil {
			f.tex = cleanTeX(m.FirstChild.Data)
			return false
		}
		return true
	})
	if f.tex == "" {
		f.tex = cleanTeX(Attr(n, "alttext"))
	}
	if f.tex == "" {
		f.tex = cleanTeX(texOf(n))
	}
	if f.tex == "" {
		return nil
	}
	return f
}

// cleanTeX folds white space and takes off the wrapping that sets the style.
func cleanTeX(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if inside, ok := strings.CutPrefix(s, `{\displaystyle`); ok && strings.HasSuffix(inside, "}") {
		s = strings.TrimSpace(strings.TrimSuffix(inside, "}"))
	}
	return strings.TrimSpace(strings.TrimPrefix(s, `\displaystyle `))
}

// formula writes a formula into the run.
func (b *builder) formula(f *formula) {
	if f.tex == "" || !b.kept() || b.muted > 0 {
		return
	}
	m := element(TagMath)
	display := "inline"
	if f.display {
		display = "block"
	}
	setAttr(m, "display", display)
	m.AppendChild(text(f.tex))
	at := b.tip()
	b.gap(at)
	at.AppendChild(m)
	b.written = true
}
