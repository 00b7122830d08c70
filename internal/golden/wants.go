package golden

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/parse"
)

// Attribute marks an element of a page with the role of all text in it.
const Attribute = "data-want"

// Truth is the right role of each block of a result. Known is false where it
// cannot be told; Role is then a guess.
type Truth []struct {
	Role  heuristics.Role
	Known bool
}

// Wanted reads the marks in a page and gives each block of r its own. Text that
// stands in no marked element is other if the page is marked completely,
// otherwise unknown; so are short texts that stand at several places in several
// roles.
func Wanted(page []byte, r *extract.Result, complete bool) (Truth, error) {
	m := marked{unmarked: unknown}
	if complete {
		m.unmarked = heuristics.Other
	}
	if err := m.read(page); err != nil {
		return nil, err
	}
	truth := make(Truth, len(r.Blocks))
	byText := map[string]heuristics.Role{}
	for i := range r.Blocks {
		key := letters(r.Blocks[i].Text)
		role, ok := m.find(key)
		if !ok {
			continue
		}
		truth[i].Role = role
		if old, seen := byText[key]; seen && old != role {
			role = unknown
		}
		byText[key] = role
	}
	for i := range r.Blocks {
		switch role, ok := byText[letters(r.Blocks[i].Text)]; {
		case ok && role != unknown:
			truth[i].Role, truth[i].Known = role, true
		case truth[i].Role == unknown:
			truth[i].Role = heuristics.Other
		}
	}
	return truth, nil
}

// unknown is the role of text that nothing is said about.
const unknown = heuristics.NumRoles

// marked is the text of a page in letters, with the role of each byte.
type marked struct {
	unmarked heuristics.Role
	text     string
	roles    []heuristics.Role
	cursor   int
}

// open is an element that is being read: its nodes still to come, and the role
// of the text in it.
type open struct {
	next *html.Node
	role heuristics.Role
}

// errCut is for pages that are nested deeper than the parser takes: some of their
// marks are not in the tree.
var errCut = errors.New("elements are left out")

// read takes in the text with its roles, in the order in which an extractor reads
// it.
func (m *marked) read(page []byte) error {
	root, cut, err := parse.Document(page, parse.Limits{Nodes: math.MaxInt, Depth: extract.DefaultDepth, Attributes: math.MaxInt})
	if err == nil && cut != 0 {
		err = errCut
	}
	if err != nil {
		return fmt.Errorf("marks of the page: %w", err)
	}
	var text strings.Builder
	stack := []open{{root, m.unmarked}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		n, role := top.next, top.role
		if n == nil {
			stack = stack[:len(stack)-1]
			continue
		}
		top.next = n.NextSibling
		if n.Type == html.TextNode && n.Parent != nil && n.Parent.DataAtom == atom.Noscript {
			if n, err = fragment(n.Data); err != nil {
				return err
			}
			stack = append(stack, open{n.FirstChild, role})
			continue
		}
		if n.Type == html.TextNode {
			s := letters(n.Data)
			text.WriteString(s)
			for range len(s) {
				m.roles = append(m.roles, role)
			}
			continue
		}
		if silent(n) {
			continue
		}
		if role, err = roleOf(n, role); err != nil {
			return err
		}
		stack = append(stack, open{n.FirstChild, role})
	}
	m.text = text.String()
	return nil
}

// fragment parses markup that a parser has taken for text.
func fragment(markup string) (*html.Node, error) {
	div := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(strings.NewReader(markup), div)
	if err != nil {
		return nil, fmt.Errorf("marks of the page: %w", err)
	}
	for _, n := range nodes {
		div.AppendChild(n)
	}
	return div, nil
}

// silent tells whether the text in an element is none of the page's.
func silent(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Title, atom.Annotation, atom.AnnotationXml:
		return n.Type == html.ElementNode
	}
	return slices.ContainsFunc(n.Attr, again)
}

// again tells whether an attribute says that an element is a formula once more,
// for readers of screens.
func again(a html.Attribute) bool {
	return a.Key == "class" && (a.Val == "katex-mathml" || a.Val == "MJX_Assistive_MathML")
}

func roleOf(n *html.Node, around heuristics.Role) (heuristics.Role, error) {
	for _, a := range n.Attr {
		if a.Key == Attribute {
			role, err := heuristics.ParseRole(a.Val)
			if err != nil {
				return 0, fmt.Errorf("%s of <%s>: %w", Attribute, n.Data, err)
			}
			return role, nil
		}
	}
	return around, nil
}

// find looks for a block's letters after the block before.
func (m *marked) find(key string) (heuristics.Role, bool) {
	if key == "" {
		return 0, false
	}
	const reach = 3000 // bytes that may be left out between two blocks, such as options and alternative texts
	ahead := m.text[m.cursor:min(len(m.text), m.cursor+reach+len(key))]
	at := strings.Index(ahead, key)
	if at < 0 {
		return 0, false
	}
	at += m.cursor
	m.cursor = at + len(key)
	return m.roles[at+len(key)/2], true
}

func letters(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), "")) }
