package segment

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// kind is what an element does to the flow of text.
type kind uint8

const (
	inline    kind = iota // text flows through it
	boundary              // block-level: text before, in and after it are different blocks
	dropped               // nothing in it is text of the page
	field                 // a control to type into; counted, not read
	lineBreak             // <br>
	picture
	noscript // read only where the page has little else
	drawing  // SVG and shadow DOM, of which HTML in it is read only where the page has little else
	placed   // one of the others, by where it stands or what it has: see [kindThere]
)

// tag is what is known of the elements of a name. The zero value is that of
// elements of no consequence.
type tag struct {
	atom    atom.Atom // 0: an empty place in the table
	kind    kind
	heading uint8 // level, 0 if it is none
	marks   h.Marks
}

// kinds follows the default style sheet of the HTML standard (15.3), with
// unknown elements inline as there.
var kinds = map[kind][]atom.Atom{
	boundary: {atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Section, atom.Article, atom.Aside, atom.Nav, atom.Header, atom.Footer, atom.Main, atom.Hgroup,
		atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption,
		atom.Dl, atom.Dt, atom.Dd, atom.Figure, atom.Figcaption, atom.Blockquote, atom.Pre, atom.Address,
		atom.Form, atom.Fieldset, atom.Legend, atom.Details, atom.Summary, atom.Dialog, atom.Center, atom.Dir,
		atom.Menu, atom.Hr, atom.Html, atom.Body, atom.Head, atom.Listing, atom.Xmp, atom.Plaintext, atom.Search,
		atom.Optgroup, atom.Frameset},
	dropped: {atom.Script, atom.Style, atom.Title, atom.Iframe, atom.Video,
		atom.Audio, atom.Canvas, atom.Noembed, atom.Datalist, atom.Meta, atom.Link,
		atom.Base, atom.Param, atom.Embed, atom.Progress, atom.Meter, atom.Rp},
	field:     {atom.Input, atom.Textarea, atom.Select},
	lineBreak: {atom.Br},
	picture:   {atom.Img},
	noscript:  {atom.Noscript, atom.Noframes},
	drawing:   {atom.Svg},
	placed:    {atom.Object, atom.Rt, atom.Template, atom.Annotation, atom.AnnotationXml},
}

var headingTags = []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

var tagMarks = map[h.Marks][]atom.Atom{
	h.TagNav:        {atom.Nav, atom.Menu},
	h.TagHeader:     {atom.Header},
	h.TagFooter:     {atom.Footer},
	h.TagAside:      {atom.Aside},
	h.TagMain:       {atom.Main},
	h.TagArticle:    {atom.Article},
	h.TagSection:    {atom.Section},
	h.TagForm:       {atom.Form, atom.Fieldset},
	h.TagFigure:     {atom.Figure},
	h.TagCaption:    {atom.Figcaption, atom.Caption},
	h.TagTable:      {atom.Table, atom.Td, atom.Th},
	h.TagList:       {atom.Ul, atom.Ol},
	h.TagItem:       {atom.Li},
	h.TagQuote:      {atom.Blockquote},
	h.TagAddress:    {atom.Address},
	h.TagDialog:     {atom.Dialog},
	h.TagButton:     {atom.Button},
	h.TagLabel:      {atom.Label},
	h.TagTime:       {atom.Time},
	h.TagDetails:    {atom.Details},
	h.TagPre:        {atom.Pre, atom.Code},
	h.TagDefinition: {atom.Dl, atom.Dd, atom.Dt},
}

// tags holds what is known of them by the hash of the name, or in the next
// place that is empty. Every element is looked up.
var tags = func() (t [1 << tagBits]tag) {
	of := func(name atom.Atom) *tag {
		i := tagPlace(name)
		for t[i].atom != 0 && t[i].atom != name {
			i = (i + 1) % len(t)
		}
		t[i].atom = name
		return &t[i]
	}
	for k, names := range kinds {
		for _, name := range names {
			of(name).kind = k
		}
	}
	for i, name := range headingTags {
		of(name).heading = uint8(i + 1)
	}
	for marks, names := range tagMarks {
		for _, name := range names {
			of(name).marks = marks
		}
	}
	return t
}()

// tagBits is the logarithm of the size of the table, of which nine tenths are
// empty.
const tagBits = 10

func tagPlace(name atom.Atom) int {
	const golden = 2654435769 // 2^32 over the golden ratio: the high bits depend on all of the name
	return int(uint32(name) * golden >> (32 - tagBits))
}

// tagOf tells what is known of an element by its name.
func tagOf(n *html.Node) *tag {
	i := tagPlace(n.DataAtom)
	for tags[i].atom != 0 && tags[i].atom != n.DataAtom {
		i = (i + 1) % len(tags)
	}
	return &tags[i]
}

func kindOf(n *html.Node) kind { return tagOf(n).of(n) }

var ariaRoles = map[string]h.Marks{
	"navigation": h.TagNav, "menu": h.TagNav, "menubar": h.TagNav,
	"banner": h.TagHeader, "contentinfo": h.TagFooter, "complementary": h.TagAside,
	"main": h.TagMain, "article": h.TagArticle, "form": h.TagForm, "search": h.MarkSearch,
	"dialog": h.TagDialog, "alertdialog": h.TagDialog, "figure": h.TagFigure,
	"list": h.TagList, "listitem": h.TagItem,
	"doc-toc": h.TagNav, "tooltip": h.MarkPopup, "alert": h.MarkPopup,
}

var itemprops = map[string]h.Marks{
	"articleBody": h.PropBody, "reviewBody": h.PropBody, "recipeInstructions": h.PropBody,
	"author": h.PropAuthor, "comment": h.PropComment, "headline": h.MarkTitle,
	"datePublished": h.MarkByline, "caption": h.MarkCaption, "keywords": h.MarkTags,
}
