package model

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Set is everything that was measured. Tables for blocks alone come first;
// those for the second look hold what is added to them, and the forest of the
// third look what is added to both.
type Set struct {
	Markup  *Table // blocks of a page, alone
	Context *Table // the second look, at blocks among others
	Forest  *Forest
	Kinds   *Forest  // the kind of page; kinds stand in place of roles
	Wording *Wording // what the forest knows of words
	Naming  *Naming  // and of names of elements

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

// parts are what else the set has, by file name.
func (s *Set) parts() map[string]part {
	return map[string]part{
		"trees.bin": packed(&s.Forest, UnpackForest),
		"kinds.bin": packed(&s.Kinds, UnpackForest),
		"words.bin": packed(&s.Wording, UnpackWording),
		"names.bin": packed(&s.Naming, UnpackNaming),
	}
}

// part is how a packed part of a set is read from its file and written to it.
type part struct {
	read  func(file []byte) error
	write func(io.Writer) error
}

func packed[T interface{ Pack(io.Writer) error }](at *T, unpack func([]byte) (T, error)) part {
	return part{
		read: func(file []byte) (err error) {
			*at, err = unpack(file)
			return err
		},
		write: func(w io.Writer) error { return (*at).Pack(w) },
	}
}

// Empty returns a set of empty tables.
func Empty() *Set {
	s := &Set{Forest: &Forest{}, Kinds: &Forest{}, Wording: &Wording{}, Naming: NewNaming(0)}
	for _, t := range s.Tables() {
		*t = &Table{}
	}
	return s
}

// ReadSet reads a folder that [Set.Write] has written. The error names the
// first file that cannot be read, tables before the rest.
func ReadSet(folder fs.FS) (*Set, error) {
	return readSet(func(name string) ([]byte, error) { return fs.ReadFile(folder, name) })
}

func readSet(read func(name string) ([]byte, error)) (*Set, error) {
	s := &Set{}
	tables, parts := s.Tables(), s.parts()
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		text, err := read(name)
		if err != nil {
			return nil, fmt.Errorf("model: %w", err)
		}
		if *tables[name], err = ReadTable(text); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		file, err := read(name)
		if err != nil {
			return nil, fmt.Errorf("model: %w", err)
		}
		if err := parts[name].read(file); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return s, nil
}

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
	for name, p := range s.parts() {
		if err := WriteFile(filepath.Join(dir, name), p.write); err != nil {
			return err
		}
	}
	return nil
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
