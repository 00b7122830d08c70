package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// record is what is printed of a document as JSON.
type record struct {
	Source   string           `json:"source"`
	URL      string           `json:"url"`
	Verdict  extract.Verdict  `json:"verdict"`
	Metadata extract.Metadata `json:"metadata"`
	Text     string           `json:"text"`
	Blocks   []blockRecord    `json:"blocks"`
	Partial  string           `json:"partial"`
	Error    string           `json:"error"`
}

type blockRecord struct {
	Role    heuristics.Role       `json:"role"`
	Score   float64               `json:"score"`
	Path    string                `json:"path"`
	Text    string                `json:"text"`
	Reasons []heuristics.Evidence `json:"reasons,omitempty"`
}

func newRecord(source string, r *extract.Result, err error) *record {
	rec := &record{Source: source, Blocks: []blockRecord{}, Metadata: extract.Metadata{Authors: []string{}}, Verdict: extract.Verdict{Kind: extract.KindNone}}
	if err != nil {
		rec.Error = err.Error()
		return rec
	}
	rec.URL = r.Metadata.Canonical
	rec.Verdict, rec.Metadata, rec.Text, rec.Partial = r.Verdict, r.Metadata, r.Text(), r.Partial
	for i := range r.Blocks {
		b := &r.Blocks[i]
		rec.Blocks = append(rec.Blocks, blockRecord{b.Role, b.Score, b.Path(), b.Text, b.Reasons})
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
	if w.format != "text" {
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
	if w.explain {
		return list(w.out, r)
	}
	text := r.Text()
	if text != "" {
		text += "\n"
	}
	_, err = io.WriteString(w.out, text)
	return err
}
