package model

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

//go:embed tables
var embedded embed.FS

// Set is everything that was measured. Tables for blocks alone come first;
// those for the second look hold what is added to them, and the forest of the
// third look what is added to both.
type Set struct {
	Markup  *Table // blocks of a page, alone
	Context *Table // the second look, at blocks among others
	Forest  *Forest
	Kinds   *Forest  // the kind of page; kinds stand in place of roles
	Wording *Wording // what the forest knows of words

	Plain        *Table // blocks of plain text, alone
	PlainContext *Table
}

// Tables returns the set's tables by file name.
func (s *Set) Tables() map[string]**Table {
	return map[string]**Table{
		"markup.tsv": &s.Markup, "markup-2.tsv": &s.Context,
		"plain.tsv": &s.Plain, "plain-2.tsv": &s.PlainContext,
	}
}

// Forests returns the set's forests by file name.
func (s *Set) Forests() map[string]**Forest {
	return map[string]**Forest{"trees.bin": &s.Forest, "kinds.bin": &s.Kinds}
}

// Empty returns a set of empty tables.
func Empty() *Set {
	s := &Set{Forest: &Forest{}, Kinds: &Forest{}, Wording: &Wording{}}
	for _, t := range s.Tables() {
		*t = &Table{}
	}
	return s
}

// ReadSet reads a folder that [Set.Write] has written. The error names the
// file.
func ReadSet(folder fs.FS) (*Set, error) {
	s := &Set{}
	for name, t := range s.Tables() {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("model: %w", err)
		}
		if *t, err = Read(string(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	for name, f := range s.Forests() {
		packed, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("model: %w", err)
		}
		if *f, err = Unpack(packed); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	packed, err := fs.ReadFile(folder, wordingFile)
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	if s.Wording, err = UnpackWording(packed); err != nil {
		return nil, fmt.Errorf("%s: %w", wordingFile, err)
	}
	return s, nil
}

const wordingFile = "words.bin"

// Write writes the set to a folder, which is made if need be.
func (s *Set) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, t := range s.Tables() {
		if err := WriteFile(filepath.Join(dir, name), (*t).Write); err != nil {
			return err
		}
	}
	for name, f := range s.Forests() {
		if err := WriteFile(filepath.Join(dir, name), (*f).Pack); err != nil {
			return err
		}
	}
	return WriteFile(filepath.Join(dir, wordingFile), s.Wording.Pack)
}

// WriteFile makes a file of what write writes.
func WriteFile(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// Default returns the built-in tables, read when they are first needed.
var Default = sync.OnceValue(func() *Set {
	folder, err := fs.Sub(embedded, "tables")
	if err != nil {
		panic(err) // the name is right
	}
	s, err := ReadSet(folder)
	if err != nil {
		panic(err) // an embedded table is missing or broken; a test reads them all
	}
	return s
})
