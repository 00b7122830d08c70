package model

import (
	"embed"
	"sync"
)

//go:embed tables/*.tsv
var files embed.FS

// Set is everything that was measured. Tables for blocks alone come first;
// those for the second look hold what is added to them.
type Set struct {
	Markup  *Table // blocks of a page, alone
	Context *Table // the second look, at blocks among others
	Kind    *Table // the kind of page

	Plain        *Table // blocks of plain text, alone
	PlainContext *Table
}

// Tables returns the set's tables by file name.
func (s *Set) Tables() map[string]**Table {
	return map[string]**Table{
		"markup": &s.Markup, "markup-2": &s.Context, "kind": &s.Kind,
		"plain": &s.Plain, "plain-2": &s.PlainContext,
	}
}

// Empty returns a set of empty tables.
func Empty() *Set {
	s := &Set{}
	for _, t := range s.Tables() {
		*t = &Table{}
	}
	return s
}

// Default returns the built-in tables, read when they are first needed.
var Default = sync.OnceValue(func() *Set {
	s := &Set{}
	for name, t := range s.Tables() {
		text, err := files.ReadFile("tables/" + name + ".tsv")
		if err == nil {
			*t, err = Read(string(text))
		}
		if err != nil {
			panic(err) // an embedded table is missing or broken; a test reads them all
		}
	}
	return s
})
