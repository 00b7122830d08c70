package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// input is what an argument, a line of a list or a file in a folder names: a
// document, or an archive of them.
type input struct {
	name  string // as given, or as found in a folder
	err   error  // why there is nothing to read
	stdin bool
}

// stdinName stands for standard input on the command line.
const stdinName = "-"

// pageTypes are the extensions that are looked for in folders; true for
// plain text. Each may be followed by .gz or .zst.
var pageTypes = map[string]bool{".html": false, ".htm": false, ".txt": true}

// packedTypes are the extensions of what is compressed.
var packedTypes = []string{".gz", ".zst"}

// extension is the lower-case extension of a name, that of packing aside.
func extension(name string) string {
	name = strings.ToLower(name)
	for _, packed := range packedTypes {
		name = strings.TrimSuffix(name, packed)
	}
	return filepath.Ext(name)
}

// size is how many bytes are stored of the input, 0 if that is not known.
func (in *input) size() int64 {
	if isRemote(in.name) {
		return remoteSize
	}
	if in.stdin || in.err != nil {
		return 0
	}
	info, err := os.Stat(in.name)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

var (
	errEmpty    = errors.New("the document is empty")
	errCutShort = errors.New("the compressed file ends too early")
	errArchive  = errors.New("it holds many pages, and this command looks at one")
	errRemote   = errors.New("this command fetches no pages: save it to a file first")
)

// read returns the document's bytes, unpacked, at most limit+1 of them.
func (in *input) read(stdin io.Reader, limit int64) ([]byte, error) {
	if in.err != nil {
		return nil, in.err
	}
	switch {
	case isRemote(in.name):
		return nil, errRemote
	case isArchive(in.name):
		return nil, errArchive
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
	stored := bufio.NewReader(r)
	r, done, err := unpacked(in.name, stored)
	if err != nil {
		return nil, err
	}
	defer done()
	guess := int64(0)
	if r == stored {
		guess = in.size()
	}
	data, err := readAll(r, guess, limit+1)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF) && r != stored:
		return nil, errCutShort
	case err != nil:
		return nil, plainError(err)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, errEmpty
	}
	return data, nil
}

// readAll reads at most limit bytes. The guess is how many there are: if it is
// right, they are not copied again and again while the space for them grows.
func readAll(r io.Reader, guess, limit int64) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(min(guess, limit)) + bytes.MinRead) // room in which to find the end
	_, err := b.ReadFrom(io.LimitReader(r, limit))
	return b.Bytes(), err
}

// maxZstdWindow is what a zstd frame may ask for in memory: 128 MB, what the
// zstd program allows too.
const maxZstdWindow = 128 << 20

// What compressed files begin with, and no text does.
var (
	gzipMagic = []byte("\x1f\x8b\x08")
	zstdMagic = []byte("\x28\xb5\x2f\xfd")
)

// unpacked decompresses what a name, or its beginning, says is compressed:
// standard input has no name that could say so.
func unpacked(name string, r *bufio.Reader) (_ io.Reader, done func(), err error) {
	name = strings.ToLower(name)
	head, _ := r.Peek(len(zstdMagic)) // shorter at the end of a short file; an error comes again
	switch {
	case strings.HasSuffix(name, ".gz"), bytes.HasPrefix(head, gzipMagic):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, fmt.Errorf("not a gzip file: %w", err)
		}
		return z, func() { z.Close() }, nil
	case strings.HasSuffix(name, ".zst"), bytes.HasPrefix(head, zstdMagic):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxZstdWindow))
		if err != nil {
			return nil, nil, fmt.Errorf("not a zstd file: %w", err)
		}
		return z, z.Close, nil
	}
	return r, func() {}, nil
}

// isText tells whether the document is plain text: by its extension, or, for
// standard input and unknown extensions, by whether it begins like markup.
func (in *input) isText(data []byte) bool {
	if text, known := pageTypes[extension(in.name)]; known && !in.stdin {
		return text
	}
	return !bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))), []byte("<"))
}
