package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// lister finds the inputs that arguments and lists name, one after the other,
// so that a million of them take no more memory than one folder does.
type lister struct {
	args  []string
	lists []string // files with an argument a line; - is standard input
	stdin io.Reader
	err   error // why a list could not be read to its end
}

// inputs lists what the arguments name. What cannot be read is in the list
// with its error.
func inputs(args []string) []input {
	l := lister{args: args}
	return slices.Collect(l.all())
}

// all yields the inputs: arguments, then lists, in their order, folders walked
// in sorted order. Without any it is standard input.
func (l *lister) all() iter.Seq[input] {
	args := l.args
	if len(args) == 0 && len(l.lists) == 0 {
		args = []string{stdinName}
	}
	return func(yield func(input) bool) {
		for _, arg := range args {
			if !named(arg, yield) {
				return
			}
		}
		for _, list := range l.lists {
			if !l.list(list, yield) {
				return
			}
		}
	}
}

// several tells whether there may be more than one document.
func (l *lister) several() bool {
	if len(l.args)+len(l.lists) == 0 {
		return false
	}
	if len(l.args) != 1 || len(l.lists) > 0 {
		return true
	}
	info, err := os.Stat(l.args[0])
	if err != nil {
		return !isRemote(l.args[0]) && hasMeta(l.args[0])
	}
	return info.IsDir() || isArchive(l.args[0])
}

// countable tells whether the inputs can be listed a second time.
func (l *lister) countable() bool {
	return !slices.Contains(l.args, stdinName) && !slices.Contains(l.lists, stdinName) && len(l.args)+len(l.lists) > 0
}

// list yields what the lines of a file name; blank lines are passed over.
func (l *lister) list(name string, yield func(input) bool) bool {
	r := l.stdin
	if name != stdinName {
		f, err := os.Open(name)
		if err != nil {
			l.err = fmt.Errorf("--from: %w", err)
			return false
		}
		defer f.Close()
		r = f
	}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" && !named(line, yield) {
			return false
		}
	}
	if err := lines.Err(); err != nil {
		l.err = fmt.Errorf("--from %s: %w", name, err)
		return false
	}
	return true
}

// named yields what an argument names.
func named(arg string, yield func(input) bool) bool {
	if arg == stdinName {
		return yield(input{name: stdinName, stdin: true})
	}
	if isRemote(arg) {
		return yield(input{name: arg})
	}
	if arg == "" { // of an unset variable of the shell, mostly
		return yield(input{name: `""`, err: errors.New("an empty argument names no file")})
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return folder(arg, yield)
	case err == nil:
		return yield(input{name: arg})
	case errors.Is(err, fs.ErrNotExist) && hasMeta(arg):
		return pattern(arg, yield)
	}
	return yield(input{name: arg, err: plainError(err)})
}

func hasMeta(arg string) bool { return strings.ContainsAny(arg, "*?[") }

// pattern yields what stands behind a glob, sorted.
func pattern(arg string, yield func(input) bool) bool {
	names, err := filepath.Glob(arg)
	if err == nil && len(names) == 0 {
		err = errors.New("nothing is named like that")
	}
	if err != nil {
		return yield(input{name: arg, err: err})
	}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			if !folder(name, yield) {
				return false
			}
		} else if !yield(input{name: name}) {
			return false
		}
	}
	return true
}

var errNoPages = errors.New("no .html, .htm or .txt in this folder, plain or compressed, and no .warc or .wet")

// folder yields the pages in a folder and in those below it.
func folder(dir string, yield func(input) bool) bool {
	found, more := false, true
	give := func(in input) error {
		found = true
		if more = yield(in); !more {
			return fs.SkipAll
		}
		return nil
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			if skip := give(input{name: path, err: plainError(err)}); skip != nil {
				return skip
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.IsDir() && isPage(path) {
			return give(input{name: path})
		}
		return nil
	})
	switch {
	case !more:
		return false
	case err != nil:
		return yield(input{name: dir, err: plainError(err)})
	case !found:
		return yield(input{name: dir, err: errNoPages})
	}
	return true
}

// isPage tells whether a file in a folder is looked at.
func isPage(name string) bool {
	_, known := pageTypes[extension(name)]
	return known || isArchive(name)
}

// plainError takes the path off an error, since messages name the file.
func plainError(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}
