package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// record is what is printed of a document as JSON.
type record struct {
	Source string `json:"source"`
	extract.Record
	Error string `json:"error"`
}

func newRecord(source string, r *extract.Result, err error) *record {
	rec := &record{Source: source}
	if err == nil {
		rec.Record, err = r.Record(extract.Rendering{})
	}
	if err != nil {
		rec.Record, rec.Error = extract.EmptyRecord(), err.Error()
	}
	return rec
}

// writer prints documents in one of the formats.
type writer struct {
	out     io.Writer
	format  string
	many    bool // documents are told apart by a line with their name
	explain bool // text is a listing of all blocks
	n       int
}

func newWriter(out io.Writer, opt *options, documents int) *writer {
	return &writer{out: out, format: opt.format, many: documents > 1, explain: opt.explain}
}

func (w *writer) write(source string, r *extract.Result, err error) error {
	w.n++
	if w.format == "json" || w.format == "jsonl" {
		enc := json.NewEncoder(w.out)
		enc.SetEscapeHTML(false)
		if w.format == "json" {
			enc.SetIndent("", "  ")
		}
		return enc.Encode(newRecord(source, r, err))
	}
	if err != nil {
		return nil // it stands on stderr
	}
	if w.many {
		if w.n > 1 {
			fmt.Fprintln(w.out)
		}
		fmt.Fprintf(w.out, "==> %s <==\n", source)
	}
	if w.explain && w.format == "text" {
		return list(w.out, r)
	}
	text, err := rendered(r, w.format)
	if err != nil {
		return err
	}
	if text != "" {
		text += "\n"
	}
	_, err = io.WriteString(w.out, text)
	return err
}

func rendered(r *extract.Result, format string) (string, error) {
	switch format {
	case "markdown":
		return r.Markdown(extract.Rendering{})
	case "html":
		return r.HTML(extract.Rendering{})
	}
	return r.PlainText(extract.Rendering{})
}
