package article

import (
	"strings"

	"golang.org/x/net/html"
)

// maxMath bounds the nesting of formulas that are turned into TeX.
const maxMath = 40

// texOf makes TeX of presentation MathML: fractions, roots, scripts, fences,
// tables, and the usual signs. What it does not know it takes as a row.
func texOf(math *html.Node) string {
	var b strings.Builder
	writeTeX(&b, math, 0)
	return b.String()
}

func writeTeX(b *strings.Builder, n *html.Node, depth int) {
	if depth > maxMath {
		return
	}
	if n.Type == html.TextNode {
		b.WriteString(strings.TrimSpace(n.Data))
		return
	}
	args := mathChildren(n)
	arg := func(i int) {
		b.WriteByte('{')
		if i < len(args) {
			writeTeX(b, args[i], depth+1)
		}
		b.WriteByte('}')
	}
	switch Tag(n) {
	case "annotation", "annotation-xml", "mphantom":
	case "mfrac":
		b.WriteString(`\frac`)
		arg(0)
		arg(1)
	case "msqrt":
		b.WriteString(`\sqrt{`)
		for _, c := range args {
			writeTeX(b, c, depth+1)
		}
		b.WriteByte('}')
	case "mroot":
		b.WriteString(`\sqrt[`)
		if len(args) > 1 {
			writeTeX(b, args[1], depth+1)
		}
		b.WriteByte(']')
		arg(0)
	case "msup", "mover":
		arg(0)
		b.WriteByte('^')
		arg(1)
	case "msub", "munder":
		arg(0)
		b.WriteByte('_')
		arg(1)
	case "msubsup", "munderover":
		arg(0)
		b.WriteByte('_')
		arg(1)
		b.WriteByte('^')
		arg(2)
	case "mtable":
		b.WriteString(`\begin{matrix}`)
		for i, c := range args {
			if i > 0 {
				b.WriteString(` \\ `)
			}
			writeTeX(b, c, depth+1)
		}
		b.WriteString(`\end{matrix}`)
	case "mtr", "mlabeledtr":
		for i, c := range args {
			if i > 0 {
				b.WriteString(" & ")
			}
			writeTeX(b, c, depth+1)
		}
	case "mi", "mn", "mo", "ms":
		b.WriteString(sign(n))
	case "mtext":
		b.WriteString(`\text{` + textIn(n) + `}`)
	case "mspace":
		b.WriteByte(' ')
	default:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			writeTeX(b, c, depth+1)
		}
	}
}

func mathChildren(n *html.Node) (list []*html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			list = append(list, c)
		}
	}
	return list
}

// textIn is all text in n: HTML may stand in a name or a text of MathML.
func textIn(n *html.Node) string {
	var b strings.Builder
	descend(n, func(m *html.Node) bool {
		if m.Type == html.TextNode {
			b.WriteString(m.Data)
		}
		return true
	})
	return b.String()
}

// sign returns the TeX of a name, number or operator.
func sign(n *html.Node) string {
	s := strings.TrimSpace(textIn(n))
	if tex, ok := signs[s]; ok {
		return tex
	}
	if Tag(n) == "mi" && len(s) > 1 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		if functions[s] {
			return `\` + s + " "
		}
		return `\mathrm{` + s + `}`
	}
	return s
}

var functions = map[string]bool{"sin": true, "cos": true, "tan": true, "log": true, "ln": true, "exp": true, "lim": true, "max": true, "min": true,
	"det": true, "dim": true, "gcd": true, "arg": true, "sup": true, "inf": true}

// signs are characters that TeX has a command for. Greek letters and others
// not listed are understood as they stand.
var signs = map[string]string{
	"{": `\{`, "}": `\}`, "%": `\%`, "&": `\&`, "#": `\#`, "_": `\_`, "$": `\$`,
	"−": "-", "×": `\times `, "·": `\cdot `, "⋅": `\cdot `, "÷": `\div `, "±": `\pm `, "≤": `\le `, "≥": `\ge `, "≠": `\ne `, "≈": `\approx `,
	"≡": `\equiv `, "∈": `\in `, "∉": `\notin `, "⊂": `\subset `, "⊆": `\subseteq `, "∪": `\cup `, "∩": `\cap `, "∞": `\infty `, "∂": `\partial `,
	"∇": `\nabla `, "∑": `\sum `, "∏": `\prod `, "∫": `\int `, "→": `\to `, "⇒": `\Rightarrow `, "⇔": `\Leftrightarrow `, "∀": `\forall `, "∃": `\exists `,
	"…": `\dots `, "⋯": `\cdots `, "¬": `\neg `, "∧": `\wedge `, "∨": `\vee `, "√": `\surd `, "′": `'`, "\u2061": "", "\u2062": "", "\u2063": "", "\u2064": "",
	"α": `\alpha `, "β": `\beta `, "γ": `\gamma `, "δ": `\delta `, "ε": `\varepsilon `, "ϵ": `\epsilon `, "θ": `\theta `, "λ": `\lambda `, "μ": `\mu `,
	"π": `\pi `, "ρ": `\rho `, "σ": `\sigma `, "τ": `\tau `, "φ": `\varphi `, "ϕ": `\phi `, "χ": `\chi `, "ψ": `\psi `, "ω": `\omega `,
	"Γ": `\Gamma `, "Δ": `\Delta `, "Θ": `\Theta `, "Λ": `\Lambda `, "Σ": `\Sigma `, "Φ": `\Phi `, "Ψ": `\Psi `, "Ω": `\Omega `,
}
