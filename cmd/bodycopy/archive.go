package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/seed-1beecd1b/bodycopy/internal/warc"
)

// archiveTypes are the extensions of files that hold many pages. Each may be
// followed by .gz or .zst.
var archiveTypes = []string{".warc", ".wet"}

// isArchive tells by its name whether a file holds many pages.
func isArchive(name string) bool {
	return slices.Contains(archiveTypes, extension(name))
}

// member is where a document stands in an archive.
type member struct {
	Archive string `json:"archive"` // name of the file
	Record  string `json:"record"`  // WARC-Record-ID
}

// brokenArchive is why the rest of an archive cannot be read.
type brokenArchive struct{ error }

func (e brokenArchive) Unwrap() error { return e.error }

// archived yields the pages of an archive. If the archive is broken, the last
// document stands for what is lost, and has the error.
func archived(in input, limit int64) iter.Seq[*document] {
	return func(yield func(*document) bool) {
		lost := func(err error, size int64) *document {
			return &document{name: in.name, size: size, read: func(context.Context, int64) (*page, error) {
				return nil, brokenArchive{plainError(err)}
			}}
		}
		f, err := os.Open(in.name)
		if err != nil {
			yield(lost(err, 0))
			return
		}
		defer f.Close()
		r, err := warc.NewReader(f)
		if err != nil {
			yield(lost(err, in.size()))
			return
		}
		defer r.Close()
		pages := warc.Pages{Reader: r, Limit: limit}
		for stored := int64(0); ; stored = r.Stored() {
			p, err := pages.Next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(lost(err, in.size()-stored))
				return
			case !yield(archivedDocument(in.name, p, r.Stored()-stored)):
				return
			}
		}
	}
}

func archivedDocument(archive string, p *warc.Page, size int64) *document {
	return &document{name: p.URL, member: &member{archive, p.ID}, size: size, held: p.Held(), read: func(_ context.Context, limit int64) (*page, error) {
		data, err := p.Body(limit + 1)
		if err != nil {
			return nil, err
		}
		if len(bytes.TrimSpace(data)) == 0 {
			return nil, errEmpty
		}
		return &page{data: data, url: p.URL, contentType: p.ContentType, fetched: p.Date, text: p.Text, truncated: p.Truncated}, nil
	}}
}
