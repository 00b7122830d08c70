package article

import (
	"strconv"

	"golang.org/x/net/html"
)

// container returns the innermost element of the article that the open
// elements of the page stand for. What is not there yet is made.
func (b *builder) container() *html.Node {
	for i := max(b.ready, 1); i < len(b.frames); i++ {
		if f := &b.frames[i]; f.rule != transparent {
			f.out = b.place(f, &b.frames[i-1])
		}
	}
	b.ready = len(b.frames)
	return b.frames[b.top().owner].out
}

// place makes the element for f in that of up, and whatever has to stand
// between the two.
func (b *builder) place(f, up *frame) *html.Node {
	parent := b.frames[up.owner].out
	tag := f.tag
	switch tag {
	case "td", "th":
		if Tag(parent) != "tr" {
			return parent
		}
		for ; up.cells > 1; up.cells-- { // the last of them is f itself
			parent.AppendChild(element("td"))
		}
		up.cells = 0
		out := element(tag)
		setSpan(out, f.node)
		parent.AppendChild(out)
		return out
	case "tr", "thead", "tbody", "caption":
		if Tag(parent) == "table" || tag == "tr" && (Tag(parent) == "thead" || Tag(parent) == "tbody") {
			break
		}
		if tag != "caption" {
			return parent
		}
		tag = "p"
	case "li":
		if f.note != nil {
			parent = within(parent, "ol")
		} else {
			parent = within(parent, "ul", "ol")
		}
	case "dt", "dd":
		parent = within(parent, "dl")
	case "figcaption":
		if Tag(parent) != "figure" {
			tag = "p"
		}
		parent = inside(parent)
	case "table":
		b.nest()
		f.first = b.block
		parent = inside(parent)
	default:
		parent = inside(parent)
	}
	out := element(tag)
	parent.AppendChild(out)
	switch tag {
	case "pre":
		code := element("code")
		if lang := b.codeLanguage(f.node); lang != "" {
			setAttr(code, "class", "language-"+lang)
		}
		out.AppendChild(code)
		b.blank.Reset()
		return code
	case "li":
		b.numberItem(out, f.number)
		b.anchor(out, f.node)
		if f.note != nil {
			setAttr(out, attrID, f.note.id)
		}
	case "dd", "p":
		b.anchor(out, f.node)
	case "aside":
		setAttr(out, AttrKind, admonition(f.node))
	}
	return out
}

// within returns parent if it has one of the tags, or else an element of the
// first tag in it: the one that was made last, if nothing stands behind it.
func within(parent *html.Node, tags ...string) *html.Node {
	for _, tag := range tags {
		if Tag(parent) == tag {
			return parent
		}
	}
	parent = inside(parent)
	if last := parent.LastChild; last != nil && Tag(last) == tags[0] && Attr(last, attrImplied) != "" {
		return last
	}
	list := element(tags[0])
	setAttr(list, attrImplied, "yes")
	parent.AppendChild(list)
	return list
}

// inside returns an element that may hold any content: parent, the last item
// of the list that it is, or what the table is in whose rows nothing else may
// stand.
func inside(parent *html.Node) *html.Node {
	for {
		switch Tag(parent) {
		case "ul", "ol":
			return lastOrNew(parent, "li")
		case "dl":
			return lastOrNew(parent, "dd")
		case "table", "thead", "tbody", "tr":
			parent = parent.Parent
		default:
			return parent
		}
	}
}

func lastOrNew(parent *html.Node, tag string) *html.Node {
	if last := parent.LastChild; last != nil && Tag(last) == tag {
		return last
	}
	item := element(tag)
	parent.AppendChild(item)
	return item
}

// wrapper returns the element that the text of the run goes into.
func (b *builder) wrapper() *html.Node {
	if b.target != nil {
		return b.target
	}
	into := b.container()
	switch b.top().holds {
	case phrase:
		if into.LastChild != nil {
			switch {
			case heading(into):
				into.AppendChild(text(" "))
			case Tag(into) == "p":
				into = b.nextParagraph(into)
			default:
				into.AppendChild(element("br"))
			}
		}
	case verbatim:
	default:
		into = inside(into)
		if direct := Tag(into) == "li" || Tag(into) == "dd"; !direct || into.FirstChild != nil {
			p := element("p")
			into.AppendChild(p)
			into = p
		}
	}
	b.target = into
	return into
}

// nextParagraph begins another paragraph where a <p> of the page has several,
// parted by two line breaks.
func (b *builder) nextParagraph(p *html.Node) *html.Node {
	next := element("p")
	p.Parent.AppendChild(next)
	b.frames[b.top().owner].out = next
	return next
}

// thematicBreak writes <hr> where the page has one between two kept blocks.
func (b *builder) thematicBreak() {
	if into := inside(b.container()); into.LastChild != nil && b.top().holds != verbatim && !heading(into) && Tag(into) != "p" {
		into.AppendChild(element("hr"))
	} else if into.Parent != nil && into.PrevSibling != nil && (heading(into) || Tag(into) == "p") {
		into.Parent.InsertBefore(element("hr"), into)
	}
}

// number counts cells of rows and items of lists, kept or not, so that what
// is kept stays in its column and has its number.
func (b *builder) number(up, f *frame) {
	switch f.tag {
	case "td", "th":
		up.cells++
	case "ol":
		f.number = 1
		if n, ok := Number(f.node, "start"); ok {
			f.number = n
		}
	case "li":
		if f.note != nil {
			f.number = f.note.number
			return
		}
		if up.tag != "ol" {
			return
		}
		if n, ok := Number(f.node, "value"); ok {
			up.number = n
		}
		f.number = up.number
		if Attr(up.node, "reversed") == "" {
			up.number++
		} else {
			up.number--
		}
	}
}

// numberItem says the number of an item where it is not the next one.
func (b *builder) numberItem(item *html.Node, number int) {
	list := item.Parent
	if Tag(list) != "ol" {
		return
	}
	want := 1
	if last := Attr(list, attrLast); last != "" {
		n, _ := strconv.Atoi(last)
		want = n + 1
	}
	switch {
	case number == want:
	case item.PrevSibling == nil:
		setAttr(list, "start", strconv.Itoa(number))
	default:
		setAttr(item, "value", strconv.Itoa(number))
	}
	setAttr(list, attrLast, strconv.Itoa(number))
}

// maxSpan bounds the columns and rows of a cell that is more than one wide or
// high, and how many cells it takes the place of. Tables to read stay below
// it, and cells that say otherwise cannot blow up a rendering.
const maxSpan = 60

// setSpan copies how many columns and rows a cell takes.
func setSpan(out, node *html.Node) {
	columns, rows := spanned(node, "colspan"), spanned(node, "rowspan")
	if columns*rows > maxSpan {
		return
	}
	if columns > 1 {
		setAttr(out, "colspan", strconv.Itoa(columns))
	}
	if rows > 1 {
		setAttr(out, "rowspan", strconv.Itoa(rows))
	}
}

func spanned(n *html.Node, key string) int {
	count, ok := Number(n, key)
	if !ok || count < 1 || count > maxSpan {
		return 1
	}
	return count
}

// Attributes that are taken off again before the tree is given out.
const (
	attrImplied   = "data-implied"
	attrLast      = "data-last"
	attrReference = "data-reference"
	attrID        = "data-id"
)
