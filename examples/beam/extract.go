package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// extractFn turns documents into JSON lines, each with the shard that it
// belongs to. Its exported fields travel to the workers.
type extractFn struct {
	Keep    []string
	Explain bool
	Shards  int

	e      *extract.Extractor // one a worker, for all its documents
	counts map[string]beam.Counter
}

// What is counted: documents, their bytes, and what came of them.
var statuses = []string{"ok", "partial", "empty", "error"}

func (f *extractFn) extractor() (*extract.Extractor, error) {
	e := &extract.Extractor{Explain: f.Explain}
	for _, name := range f.Keep {
		role, err := heuristics.ParseRole(strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		e.Keep = append(e.Keep, role)
	}
	return e, nil
}

func (f *extractFn) Setup() (err error) {
	f.counts = map[string]beam.Counter{}
	for _, name := range append([]string{"documents", "bytes"}, statuses...) {
		f.counts[name] = beam.NewCounter(counterSpace, name)
	}
	f.e, err = f.extractor()
	return err
}

// line is a document in the output, as the command bodycopy writes it.
type line struct {
	Source  string `json:"source"`
	Archive string `json:"archive"`
	ID      string `json:"record"`
	Status  string `json:"status"`
	extract.Record
	Error string `json:"error"`
}

func (f *extractFn) ProcessElement(ctx context.Context, d document, emit func(int, string)) error {
	l, size := f.document(&d)
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(l); err != nil {
		return err
	}
	f.counts["documents"].Inc(ctx, 1)
	f.counts["bytes"].Inc(ctx, int64(size))
	f.counts[l.Status].Inc(ctx, 1)
	emit(f.shard(&d), text.String())
	return nil
}

// shard spreads documents evenly, and the same ones in the same way each time.
func (f *extractFn) shard(d *document) int {
	h := fnv.New32a()
	io.WriteString(h, d.Archive+"\n"+d.Record)
	return int(h.Sum32() % uint32(f.Shards))
}

// document extracts one document. One on which the extractor panics costs
// itself alone.
func (f *extractFn) document(d *document) (l line, size int) {
	l = line{Source: d.URL, Archive: d.Archive, ID: d.Record}
	lost := func(status, cause string) {
		l.Record = extract.EmptyRecord()
		l.Status, l.Error = status, cause
	}
	defer func() {
		if p := recover(); p != nil {
			lost("error", fmt.Sprintf("panic: %v", p))
		}
	}()
	if d.Error != "" {
		lost("error", d.Error)
		return l, 0
	}
	if len(bytes.TrimSpace(d.Body)) == 0 {
		lost("empty", "the document is empty")
		return l, 0
	}
	size = min(len(d.Body), extract.DefaultBytes)
	rec, err := f.record(d)
	switch {
	case err != nil:
		lost("error", err.Error())
	case len(rec.Blocks) == 0:
		lost("empty", "there is no text in the document")
	default:
		l.Record = rec
		l.Status = "ok"
		if rec.Partial != "" {
			l.Status = "partial"
		}
	}
	return l, size
}

func (f *extractFn) record(d *document) (extract.Record, error) {
	src := extract.Source{URL: d.URL, ContentType: d.ContentType}
	if d.Fetched != 0 {
		src.Fetched = time.Unix(d.Fetched, 0).UTC()
	}
	var r *extract.Result
	var err error
	if d.Text {
		r, err = f.e.FromText(string(d.Body), src)
	} else {
		r, err = f.e.FromBytes(d.Body, src)
	}
	if err != nil {
		return extract.Record{}, err
	}
	if d.Truncated && r.Partial == "" {
		r.Partial = "archive: it has only the beginning of the page"
	}
	return r.Record(extract.Rendering{})
}
