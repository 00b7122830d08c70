package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// startInBody takes in a start tag where text may stand. It reports whether
// the tag was used up.
func (b *builder) startInBody() bool {
	t := &b.tag
	if t.traits&ofHead != 0 {
		b.insertHead(b.top())
		return true
	}
	if t.traits&formatting != 0 {
		b.startFormat()
		return true
	}
	switch t.atom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details, atom.Dialog, atom.Dir,
		atom.Div, atom.Dl, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Header, atom.Hgroup,
		atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Search, atom.Section, atom.Summary, atom.Ul,
		atom.Pre, atom.Listing:
		b.closeParagraph()
		b.insertOpen()
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.closeParagraph()
		if heading(b.top()) {
			b.pop()
		}
		b.insertOpen()
	case atom.Li:
		b.startItem(atom.Li, atom.Li)
	case atom.Dd, atom.Dt:
		b.startItem(atom.Dd, atom.Dt)
	case atom.Form:
		if b.form == nil {
			b.closeParagraph()
			b.insertOpen()
			b.form = b.top()
		}
	case atom.Table:
		if !b.quirks {
			b.closeParagraph()
		}
		b.insertOpen()
		b.mode = inTable
	case atom.Html:
		b.merge(b.open[0].Node)
	case atom.Body:
		if len(b.open) >= 2 && b.open[1].DataAtom == atom.Body {
			b.merge(b.open[1].Node)
		}
	case atom.Area, atom.Br, atom.Embed, atom.Img, atom.Keygen, atom.Wbr:
		b.reopen()
		b.insert()
	case atom.Image:
		t.atom, t.name = atom.Img, "img"
		b.reopen()
		b.insert()
	case atom.Param, atom.Source, atom.Track:
		b.insert()
	case atom.Hr:
		b.startRule()
	case atom.Svg:
		b.reopen()
		b.insert().Namespace = "svg"
		if !t.selfClose {
			b.passSVG()
		}
	case atom.Textarea:
		b.insertRaw(b.top())
	case atom.Xmp:
		b.closeParagraph()
		b.reopen()
		b.insertRaw(b.top())
	case atom.Iframe, atom.Noembed, atom.Noscript:
		b.insertRaw(b.top())
	case atom.Caption, atom.Col, atom.Colgroup, atom.Frame, atom.Head, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr:
	case atom.Frameset, atom.Plaintext, atom.Math:
		b.giveUp()
	default:
		b.startControl()
	}
	return true
}

// startControl takes in a start tag of what forms are made of, of ruby, or of
// an element of no consequence.
func (b *builder) startControl() {
	t := &b.tag
	switch t.atom {
	case atom.Button:
		if b.scope(atom.Button, limit) >= 0 {
			b.closeImplied(0)
			b.closeScope(atom.Button, limit)
		}
	case atom.Input:
		b.closeScope(atom.Select, limit)
		b.reopen()
		b.insert()
		return
	case atom.Select:
		if b.closeScope(atom.Select, limit) {
			return
		}
	case atom.Option, atom.Optgroup:
		b.endOption()
	case atom.Rb, atom.Rtc, atom.Rp, atom.Rt:
		if b.scope(atom.Ruby, limit) >= 0 {
			except := atom.Rtc
			if t.atom == atom.Rb || t.atom == atom.Rtc {
				except = 0
			}
			b.closeImplied(except)
		}
		b.insertOpen()
		return
	case atom.Object, atom.Applet, atom.Marquee:
		b.reopen()
		b.insertOpen()
		b.mark()
		return
	}
	b.reopen()
	b.insertOpen()
}

func (b *builder) endOption() {
	switch {
	case b.scope(atom.Select, limit) >= 0:
		except := atom.Optgroup
		if b.tag.atom == atom.Optgroup {
			except = 0
		}
		b.closeImplied(except)
	case b.top().DataAtom == atom.Option:
		b.pop()
	}
}

func (b *builder) startRule() {
	if b.scope(atom.P, limit|limitsP) >= 0 {
		b.closeImplied(atom.P)
		b.closeScope(atom.P, limit)
	}
	if b.scope(atom.Select, limit) >= 0 {
		b.closeImplied(0)
	}
	b.insert()
}

// startItem begins an item of a list, and ends the one before it, which goes
// by one of two names.
func (b *builder) startItem(name, other atom.Atom) {
	for i := len(b.open) - 1; i >= 0; i-- {
		o := &b.open[i]
		if o.DataAtom == name || o.DataAtom == other {
			b.popTo(i)
			break
		}
		if o.traits&special != 0 && o.DataAtom != atom.Address && o.DataAtom != atom.Div && o.DataAtom != atom.P {
			break
		}
	}
	b.closeParagraph()
	b.insertOpen()
}

// maxAgain is how many tags may add attributes to <html> and <body>.
const maxAgain = 32

// merge gives an element the attributes of the tag that it lacks.
func (b *builder) merge(n *html.Node) {
	if b.again++; b.again > maxAgain {
		b.giveUp()
		return
	}
	for _, v := range b.tag.values {
		has := false
		for i := range n.Attr {
			has = has || n.Attr[i].Key == v.Key
		}
		if !has {
			n.Attr = append(n.Attr, v)
		}
	}
}

func heading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// endInBody takes in an end tag where text may stand. It reports whether the
// tag was used up.
func (b *builder) endInBody() bool {
	t := &b.tag
	if t.traits&formatting != 0 {
		b.endFormat()
		return true
	}
	switch t.atom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Button, atom.Center, atom.Details, atom.Dialog,
		atom.Dir, atom.Div, atom.Dl, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Header, atom.Hgroup,
		atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.Pre, atom.Search, atom.Section, atom.Select,
		atom.Summary, atom.Ul:
		if b.scope(t.atom, limit) >= 0 {
			b.closeImplied(0)
			b.closeScope(t.atom, limit)
		}
	case atom.P:
		if b.paragraphs == 0 || b.scope(atom.P, limit|limitsP) < 0 {
			t.values = t.values[:0]
			b.insert()
			return true
		}
		b.closeParagraph()
	case atom.Li:
		b.closeScope(atom.Li, limit|limitsLi)
	case atom.Dd, atom.Dt:
		b.closeScope(t.atom, limit)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.endHeading()
	case atom.Form:
		b.endForm()
	case atom.Body, atom.Html:
		if b.scope(atom.Body, limit) >= 0 {
			b.mode = afterBody
			return t.atom == atom.Body
		}
	case atom.Object, atom.Applet, atom.Marquee:
		if b.closeScope(t.atom, limit) {
			b.unmark()
		}
	case atom.Br:
		t.values = t.values[:0]
		b.reopen()
		b.insert()
	case atom.Template:
	default:
		b.endOther()
	}
	return true
}

// endHeading ends a heading of whatever level.
func (b *builder) endHeading() {
	for i := len(b.open) - 1; i >= 0; i-- {
		if heading(b.open[i].Node) {
			b.popTo(i)
			return
		}
		if b.open[i].traits&limit != 0 {
			return
		}
	}
}

func (b *builder) endForm() {
	form := b.form
	b.form = nil
	i := b.scope(atom.Form, limit)
	if form == nil || i < 0 || b.open[i].Node != form {
		return
	}
	b.closeImplied(0)
	b.remove(i)
}

// endOther ends an element of no consequence, if there is one of the name
// this side of the nearest that matters.
func (b *builder) endOther() {
	t := &b.tag
	for i := len(b.open) - 1; i >= 0; i-- {
		if o := &b.open[i]; o.DataAtom == t.atom && (t.atom != 0 || o.Data == t.name) {
			b.popTo(i)
			return
		}
		if b.open[i].traits&special != 0 {
			return
		}
	}
}
