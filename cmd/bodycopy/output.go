package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/batch"
	"github.com/seed-1beecd1b/bodycopy/internal/render"
)

// record is what is printed of a document as JSON.
type record struct {
	Source  string       `json:"source"` // name of the file, or address of the page
	*member              // nil if it is a file of its own
	Status  batch.Status `json:"status"` // ok, partial, empty, error
	extract.Record
	Error string `json:"error"`
}

func newRecord(ctx context.Context, d *document, r *extract.Result, err error) *record {
	rec := &record{Source: d.name, member: d.member}
	if err == nil {
		rec.Record, err = r.Record(extract.Rendering{Context: ctx})
	}
	if err != nil {
		rec.Record, rec.Error = extract.EmptyRecord(), err.Error()
	}
	rec.Status = statusOf(rec.Partial, err)
	return rec
}

// statusOf says what came of a document.
func statusOf(partial string, err error) batch.Status {
	switch {
	case errors.Is(err, errEmpty), errors.Is(err, errNoText):
		return batch.Empty
	case err != nil:
		return batch.Failed
	case partial != "":
		return batch.Partial
	}
	return batch.OK
}

// renderer makes the record of a document in one of the formats.
type renderer struct {
	format  string
	many    bool // documents are told apart by a line with their name
	explain bool // text is a listing of all blocks
	refuse  bool // a document on which a limit is hit fails
}

// render returns what is printed of a document, and which limits were hit; as
// text, that is nothing if it failed, since the failure stands on stderr.
func (w *renderer) render(ctx context.Context, d *document, r *extract.Result, err error) (record []byte, partial string, _ error) {
	var out bytes.Buffer
	if w.format == "json" || w.format == "jsonl" {
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		rec := newRecord(ctx, d, r, err)
		if w.refuse && rec.Partial != "" {
			return nil, "", refused(rec.Partial)
		}
		err := enc.Encode(rec)
		if w.format == "json" {
			var lines bytes.Buffer
			err = errors.Join(err, render.JSON(&lines, out.Bytes()))
			return lines.Bytes(), rec.Partial, err
		}
		return out.Bytes(), rec.Partial, err
	}
	if err != nil {
		return nil, "", nil
	}
	if w.many {
		fmt.Fprintf(&out, "==> %s <==\n", d.name)
	}
	if w.explain && w.format == "text" {
		rec, err := r.Record(extract.Rendering{Context: ctx, NoImages: true, NoLinks: true})
		if err == nil && w.refuse && rec.Partial != "" {
			err = refused(rec.Partial)
		}
		list(&out, &rec)
		return out.Bytes(), rec.Partial, err
	}
	text, err := rendered(ctx, r, w.format)
	partial = r.Partial
	switch {
	case errors.Is(err, extract.ErrLimit) && !w.refuse:
		partial = strings.TrimPrefix(partial+"; "+err.Error(), "; ")
	case err != nil:
		return nil, "", err
	}
	out.WriteString(text)
	if text != "" {
		out.WriteByte('\n')
	}
	return out.Bytes(), partial, nil
}

// refused says that a document fails because a limit was hit.
func refused(partial string) error { return fmt.Errorf("%w: %s", extract.ErrLimit, partial) }

// stream writes records to standard output, with a line between them where
// they are text.
type stream struct {
	out     io.Writer
	between string
	begun   bool
}

func newStream(out io.Writer, w *renderer) *stream {
	s := &stream{out: out}
	if w.many && w.format != "json" && w.format != "jsonl" {
		s.between = "\n"
	}
	return s
}

func (s *stream) Write(record []byte) error {
	if len(record) == 0 {
		return nil
	}
	if s.begun && s.between != "" {
		record = append([]byte(s.between), record...)
	}
	s.begun = true
	_, err := s.out.Write(record)
	return err
}

// Checkpoint has nothing to do: nobody can go on with a stream.
func (s *stream) Checkpoint(batch.Mark) error { return nil }

func rendered(ctx context.Context, r *extract.Result, format string) (string, error) {
	opt := extract.Rendering{Context: ctx}
	switch format {
	case "markdown":
		return r.Markdown(opt)
	case "html":
		return r.HTML(opt)
	}
	return r.PlainText(opt)
}
