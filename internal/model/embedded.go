package model

import (
	_ "embed"
	"sync"
)

var (
	//go:embed tables/markup.tsv
	markupText string
	//go:embed tables/markup-context.tsv
	markupContextText string
	//go:embed tables/plain.tsv
	plainText string
	//go:embed tables/plain-context.tsv
	plainContextText string
	//go:embed tables/kind.tsv
	kindText string
)

// Set is everything that was measured: tables for pages with markup and for
// plain text, each for blocks alone and for blocks among their neighbours,
// and one for the kind of page.
type Set struct {
	Markup, MarkupContext *Table
	Plain, PlainContext   *Table
	Kind                  *Table
}

// Default returns the built-in tables, read when they are first needed.
var Default = sync.OnceValue(func() *Set {
	return &Set{
		Markup: must(markupText), MarkupContext: must(markupContextText),
		Plain: must(plainText), PlainContext: must(plainContextText),
		Kind: must(kindText),
	}
})

func must(text string) *Table {
	t, err := Read(text)
	if err != nil {
		panic(err) // an embedded table is broken; a test reads them all
	}
	return t
}
