package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/klauspost/compress/gzip"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/warc"
)

// document is what the extractor is given; Beam carries it from step to step.
type document struct {
	Archive     string // the file
	Record      string // WARC-Record-ID, or the number of the line
	URL         string
	ContentType string
	Fetched     int64 // Unix seconds, 0 if unknown
	Body        []byte
	Text        bool // plain text, not HTML
	Truncated   bool // the file has only the beginning
	Error       string
}

// readFn reads the documents of a file. What cannot be read is a document
// with an error, so that it is in the output.
type readFn struct{}

func (*readFn) ProcessElement(ctx context.Context, file fileio.ReadableFile, emit func(document)) error {
	f, err := file.Open(ctx)
	if err != nil {
		return err // the runner tries again
	}
	defer f.Close()
	name := file.Metadata.Path
	read := readArchive
	if strings.HasSuffix(strings.TrimSuffix(name, ".gz"), ".jsonl") {
		read = readLines
	}
	if err := read(f, name, emit); err != nil {
		emit(document{Archive: name, Error: err.Error()})
	}
	return nil
}

func readArchive(f io.Reader, name string, emit func(document)) error {
	r, err := warc.NewReader(f)
	if err != nil {
		return err
	}
	defer r.Close()
	pages := warc.Pages{Reader: r, Limit: extract.DefaultBytes}
	for {
		p, err := pages.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		d := document{Archive: name, Record: p.ID, URL: p.URL, ContentType: p.ContentType, Text: p.Text}
		if !p.Date.IsZero() {
			d.Fetched = p.Date.Unix()
		}
		if d.Body, err = p.Body(extract.DefaultBytes + 1); err != nil {
			d.Error = err.Error()
		}
		d.Truncated = p.Truncated
		emit(d)
	}
}

// maxLine is how long a line of a shard of text may be, in bytes.
const maxLine = 64 << 20

// readLines reads JSON lines with a text, and a url or source if there is one.
func readLines(f io.Reader, name string, emit func(document)) error {
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return err
		}
		defer z.Close()
		f = z
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		d := document{Archive: name, Record: fmt.Sprintf("line %d", n), Text: true}
		var line struct{ URL, Source, Text string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			d.Error = err.Error()
		}
		d.URL, d.Body = line.URL, []byte(line.Text)
		if d.URL == "" {
			d.URL = line.Source
		}
		emit(d)
	}
	return lines.Err()
}
