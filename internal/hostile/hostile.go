// Package hostile makes pages that try to break an extractor: nested too
// deep, too wide, too large, in disorder, in odd encodings, empty, or with
// something active in them. Each knows what text must come out of it all the
// same. Everything is made by code; nothing is taken from anywhere.
//
// Pages on which the HTML parser itself is to blame for the time it takes are
// not among them.
package hostile

import (
	"fmt"
	"strings"
)

// Document is a hostile page.
type Document struct {
	Group string
	Name  string

	Data        []byte
	ContentType string

	// Article is what must come out, a paragraph an entry: the text that the
	// damage leaves intact. Nil if there is none.
	Article []string

	// Partial says that a limit must be hit and named.
	Partial bool
}

// Documents returns all hostile pages. Those that depend on size repeat what
// they do until it takes about so many bytes.
func Documents(size int) []Document {
	var list []Document
	list = append(list, depth(size)...)
	list = append(list, width(size)...)
	list = append(list, storms(size)...)
	list = append(list, Repeats(size)...)
	list = append(list, streamed(size)...)
	list = append(list, within()...)
	list = append(list, sizes(size)...)
	list = append(list, byteOddities(size)...)
	list = append(list, charsets()...)
	list = append(list, latin1(size)...)
	list = append(list, empty()...)
	list = append(list, Heads(size)...)
	list = append(list, linkedData(size)...)
	list = append(list, active()...)
	return list
}

// paragraphs are the article that most of the pages carry.
var paragraphs = []string{
	"The lighthouse keeper of Grey Point has counted the ships that pass his window every evening for thirty-one years, and he has written each of them down in a ledger with a green cover.",
	"Last spring a storm took the roof off the boathouse, and with it nine of the older ledgers, which were found the next morning by children on the beach, wet but not beyond reading.",
	"“I thought that I would mind more than I did,” he said, drying the pages one by one over the stove in the kitchen while the kettle boiled beside them.",
	"The harbour museum has offered to copy what is left, and a retired teacher from the village comes every Tuesday with a camera and a box of clean paper to help with the work.",
	"Of the four thousand ships in the books, she says, some twelve hundred can be found in no other record, among them a schooner that carried nothing but church bells.",
	"The storm is remembered for the boathouse, but it also broke the old slipway in two places, and the harbour authority says that the repairs, which began in March, will not be done before the winter.",
}

// headline is that of the article.
const headline = "The man who counted four thousand ships"

// article is the article as markup.
func article() string {
	return "<article><h1>" + headline + "</h1>\n<p>" + strings.Join(paragraphs, "</p>\n<p>") + "</p></article>"
}

// footer is what follows on the article.
const footer = "<footer><p><a href=/contact>Contact</a> <a href=/privacy>Privacy</a></p><p>© The Grey Point Courier. All rights reserved.</p></footer>"

// page puts markup before the article, and after all.
func page(before, after string) string {
	return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + headline + "</title></head>\n<body>" +
		before + article() + footer + after + "</body></html>"
}

// times is how often to repeat something of this length to get to a size.
func times(size int, s string) int { return max(size/max(len(s), 1), 1) }

// repeated is a text repeated until it has about a size.
func repeated(size int, s string) string { return strings.Repeat(s, times(size, s)) }

// numbered is repeated with a format that takes a number.
func numbered(size int, format string) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// around makes two pages of a damage: before the article and after it.
func around(group, name, damage string, partial bool) []Document {
	return []Document{
		{Group: group, Name: name + ", before", Data: []byte(page(damage, "")), Article: paragraphs, Partial: partial},
		{Group: group, Name: name + ", after", Data: []byte(page("", damage)), Article: paragraphs, Partial: partial},
	}
}
