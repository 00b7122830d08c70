package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// input is a document to be read: a file, or standard input.
type input struct {
	name  string // as given, or as found in a folder
	err   error  // why there is nothing to read
	stdin bool
}

// stdinName stands for standard input on the command line.
const stdinName = "-"

// pageTypes are the extensions that are looked for in folders; true for
// plain text. Each may be followed by .gz.
var pageTypes = map[string]bool{".html": false, ".htm": false, ".txt": true}

// inputs lists the documents that the arguments name, folders walked in
// sorted order. What cannot be read is in the list with its error.
func inputs(args []string) []input {
	if len(args) == 0 {
		args = []string{stdinName}
	}
	var list []input
	for _, arg := range args {
		if arg == stdinName {
			list = append(list, input{name: stdinName, stdin: true})
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err != nil:
			list = append(list, input{name: arg, err: plainError(err)})
		case info.IsDir():
			list = append(list, folder(arg)...)
		default:
			list = append(list, input{name: arg})
		}
	}
	return list
}

func folder(dir string) []input {
	var list []input
	found := false
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			list = append(list, input{name: path, err: plainError(err)})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if _, known := pageTypes[extension(path)]; known && !d.IsDir() {
			list = append(list, input{name: path})
			found = true
		}
		return nil
	})
	if err != nil {
		list = append(list, input{name: dir, err: plainError(err)})
	}
	if !found && len(list) == 0 {
		list = append(list, input{name: dir, err: fmt.Errorf("no .html, .htm or .txt in this folder, plain or gzipped")})
	}
	return list
}

// extension is the lower-case extension of a name, .gz aside.
func extension(name string) string {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return filepath.Ext(name)
}

// plainError takes the path off an error, since messages name the file.
func plainError(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}

// read returns the document's bytes, unpacked, at most limit+1 of them.
func (in *input) read(stdin io.Reader, limit int64) ([]byte, error) {
	if in.err != nil {
		return nil, in.err
	}
	r := stdin
	if !in.stdin {
		f, err := os.Open(in.name)
		if err != nil {
			return nil, plainError(err)
		}
		defer f.Close()
		r = f
	}
	if strings.HasSuffix(strings.ToLower(in.name), ".gz") {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("not a gzip file: %w", err)
		}
		defer z.Close()
		r = z
	}
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, plainError(err)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, fmt.Errorf("the document is empty")
	}
	return data, nil
}

// isText tells whether the document is plain text: by its extension, or, for
// standard input and unknown extensions, by whether it begins like markup.
func (in *input) isText(data []byte) bool {
	if text, known := pageTypes[extension(in.name)]; known && !in.stdin {
		return text
	}
	return !bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))), []byte("<"))
}
