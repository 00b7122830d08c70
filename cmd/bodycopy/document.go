package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/decode"
)

// document is one document on its way: what it is called, and how to get it.
type document struct {
	name   string
	member *member // nil if it is a file of its own
	size   int64   // bytes of the input that it takes up, packed
	held   int64   // bytes in memory already, unpacked or not
	read   func(ctx context.Context, limit int64) (*page, error)
}

// page is a document that has been read.
type page struct {
	data        []byte // unpacked, at most a byte more than the limit
	url         string
	contentType string
	fetched     time.Time // zero if unknown
	text        bool      // plain text, not HTML
	truncated   bool      // there was more of it
}

// label is what messages call the document.
func (d *document) label() string {
	if d.member != nil {
		return d.member.Archive + ": " + d.name
	}
	return d.name
}

func fileDocument(in input, stdin io.Reader) *document {
	return &document{name: in.name, size: in.size(), read: func(_ context.Context, limit int64) (*page, error) {
		data, err := in.read(stdin, limit)
		if err != nil {
			return nil, err
		}
		return &page{data: data, text: in.isText(data)}, nil
	}}
}

// local yields the documents that an input holds: one, or those of an archive.
func local(in input, stdin io.Reader, limit int64) iter.Seq[*document] {
	if in.err == nil && !in.stdin && isArchive(in.name) {
		return archived(in, limit)
	}
	return func(yield func(*document) bool) { yield(fileDocument(in, stdin)) }
}

// truncatedPartial is why a result is partial that no limit cut.
const truncatedPartial = "archive: it has only the beginning of the page"

var errNoText = errors.New("there is no text in the document")

// limitOf is how many bytes of a document are of use.
func limitOf(e *extract.Extractor) int64 { return int64(cmp.Or(e.Limits.Bytes, extract.DefaultBytes)) }

// extract reads the document and extracts it. A page of which it is not known
// when it was fetched is as old as started.
func (d *document) extract(ctx context.Context, e *extract.Extractor, started time.Time) (*extract.Result, error) {
	p, err := d.read(ctx, limitOf(e))
	if err != nil {
		return nil, err
	}
	r, _, err := p.extract(ctx, e, started)
	return r, err
}

// extract extracts the page; size is how many bytes of it were of use.
func (p *page) extract(ctx context.Context, e *extract.Extractor, started time.Time) (r *extract.Result, size int64, err error) {
	size = min(int64(len(p.data)), limitOf(e))
	if err := foreign(p.data); err != nil {
		return nil, size, err
	}
	src := extract.Source{URL: p.url, ContentType: p.contentType, Fetched: p.fetched, Context: ctx}
	if src.Fetched.IsZero() {
		src.Fetched = started
	}
	if p.text {
		r, err = e.FromText(string(decode.UTF8(p.data, p.contentType)), src)
	} else {
		r, err = e.FromBytes(p.data, src)
	}
	switch {
	case err != nil:
		return nil, size, err
	case len(r.Blocks) == 0 && r.Partial != "":
		return nil, size, fmt.Errorf("%w: %s", errNoText, r.Partial)
	case len(r.Blocks) == 0:
		return nil, size, errNoText
	case p.truncated && r.Partial == "":
		r.Partial = truncatedPartial
	}
	return r, size, nil
}
