package segment

import (
	"strings"

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
)

// kindOf follows the default style sheet of the HTML standard (15.3), with
// unknown elements inline as there.
func kindOf(n *html.Node) kind {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Section, atom.Article, atom.Aside, atom.Nav, atom.Header, atom.Footer, atom.Main, atom.Hgroup,
		atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption,
		atom.Dl, atom.Dt, atom.Dd, atom.Figure, atom.Figcaption, atom.Blockquote, atom.Pre, atom.Address,
		atom.Form, atom.Fieldset, atom.Legend, atom.Details, atom.Summary, atom.Dialog, atom.Center, atom.Dir,
		atom.Menu, atom.Hr, atom.Html, atom.Body, atom.Head, atom.Listing, atom.Xmp, atom.Plaintext, atom.Search,
		atom.Optgroup:
		return boundary
	case atom.Script, atom.Style, atom.Template, atom.Title, atom.Svg, atom.Iframe, atom.Object, atom.Video,
		atom.Audio, atom.Canvas, atom.Noembed, atom.Noframes, atom.Datalist, atom.Map, atom.Meta, atom.Link,
		atom.Base, atom.Param, atom.Embed, atom.Progress, atom.Meter, atom.Frameset, atom.Rp, atom.Rt:
		return dropped
	case atom.Input, atom.Textarea, atom.Select:
		return field
	case atom.Br:
		return lineBreak
	case atom.Img:
		return picture
	case atom.Noscript:
		return noscript
	}
	return inline
}

func headingLevel(tag atom.Atom) int {
	switch tag {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

func tagMarks(tag atom.Atom) h.Marks {
	switch tag {
	case atom.Nav, atom.Menu:
		return h.TagNav
	case atom.Header:
		return h.TagHeader
	case atom.Footer:
		return h.TagFooter
	case atom.Aside:
		return h.TagAside
	case atom.Main:
		return h.TagMain
	case atom.Article:
		return h.TagArticle
	case atom.Section:
		return h.TagSection
	case atom.Form, atom.Fieldset:
		return h.TagForm
	case atom.Figure:
		return h.TagFigure
	case atom.Figcaption, atom.Caption:
		return h.TagCaption
	case atom.Table, atom.Td, atom.Th:
		return h.TagTable
	case atom.Ul, atom.Ol:
		return h.TagList
	case atom.Li:
		return h.TagItem
	case atom.Blockquote:
		return h.TagQuote
	case atom.Address:
		return h.TagAddress
	case atom.Dialog:
		return h.TagDialog
	case atom.Button:
		return h.TagButton
	case atom.Label:
		return h.TagLabel
	case atom.Time:
		return h.TagTime
	case atom.Details:
		return h.TagDetails
	case atom.Pre, atom.Code:
		return h.TagPre
	case atom.Dl, atom.Dd, atom.Dt:
		return h.TagDefinition
	}
	return 0
}

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

// isHidden tells whether a browser would not show the element, by what the
// element itself says.
func isHidden(n *html.Node) bool {
	open := false
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "hidden":
			if a.Val != "until-found" {
				return true
			}
		case "open":
			open = true
		case "style":
			if hidingStyle(a.Val) {
				return true
			}
		}
	}
	return n.DataAtom == atom.Dialog && !open
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
