// Package warc reads the pages in WARC files, versions 1.0 and 1.1: plain,
// gzipped, one member a record or not, or compressed with zstd, with a
// dictionary or without.
//
// The libraries there are for it pull in more modules than all of this
// project; what reading takes is little.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Record is one record of a file. Its block can be read until the next call
// of [Reader.Next].
type Record struct {
	Type        string    // response, conversion, request, …
	ID          string    // WARC-Record-ID, without angle brackets
	URL         string    // WARC-Target-URI, without angle brackets
	Date        time.Time // WARC-Date, zero if there is none
	ContentType string
	Length      int64  // of the block, in bytes
	Truncated   string // why the block is not all there was, "" if it is
	Block       io.Reader
}

// Errors that [Reader.Next] wraps.
var (
	ErrFormat = errors.New("not a WARC record")
	ErrCut    = errors.New("the file ends in the middle of a record")
)

// Reader reads a file record by record.
type Reader struct {
	count  *counter
	r      *bufio.Reader
	close  func()
	block  *io.LimitedReader // of the present record
	number int
}

// counter counts what is read of the file as it is stored.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// bufferSize is how much is read ahead.
const bufferSize = 64 << 10

// NewReader finds out how the file is compressed.
func NewReader(r io.Reader) (*Reader, error) {
	c := &counter{r: r}
	plain, done, err := decompress(bufio.NewReaderSize(c, bufferSize))
	if err != nil {
		return nil, err
	}
	return &Reader{count: c, r: bufio.NewReaderSize(plain, bufferSize), close: done}, nil
}

// Close frees what decompression holds. The file itself is the caller's.
func (r *Reader) Close() { r.close() }

// Stored is how many bytes of the file have been read, as they are stored.
func (r *Reader) Stored() int64 { return r.count.n }

// Next returns the next record, io.EOF after the last. After another error
// the rest of the file cannot be read.
func (r *Reader) Next() (*Record, error) {
	if err := r.skip(); err != nil {
		return nil, r.failed(err)
	}
	line, err := r.version()
	if err == io.EOF {
		return nil, io.EOF
	}
	r.number++
	if err != nil {
		return nil, r.failed(err)
	}
	if line != "WARC/1.0" && line != "WARC/1.1" {
		return nil, r.failed(fmt.Errorf("%w: it begins %.40q", ErrFormat, line))
	}
	rec, err := r.header()
	if err != nil {
		return nil, r.failed(err)
	}
	r.block = &io.LimitedReader{R: r.r, N: rec.Length}
	rec.Block = r.block
	return rec, nil
}

func (r *Reader) failed(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF {
		err = ErrCut
	}
	return fmt.Errorf("record %d: %w", r.number, err)
}

// skip reads over what is left of the present block.
func (r *Reader) skip() error {
	if r.block == nil {
		return nil
	}
	if _, err := io.Copy(io.Discard, r.block); err != nil {
		return err
	}
	if r.block.N > 0 {
		return ErrCut
	}
	return nil
}

// version reads the first line of a record, after any number of empty ones.
func (r *Reader) version() (string, error) {
	for {
		line, err := readLine(r.r)
		if line != "" || err != nil {
			return line, err
		}
	}
}

func (r *Reader) header() (*Record, error) {
	h, err := readHeader(r.r)
	if err != nil {
		return nil, err
	}
	length, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil || length < 0 {
		return nil, fmt.Errorf("%w: Content-Length is %.40q", ErrFormat, h["content-length"])
	}
	date, _ := time.Parse(time.RFC3339Nano, h["warc-date"]) // 1.1 has fractions; a bad date is none
	return &Record{
		Type: h["warc-type"], ID: bare(h["warc-record-id"]), URL: bare(h["warc-target-uri"]), Date: date,
		ContentType: h["content-type"], Length: length, Truncated: h["warc-truncated"],
	}, nil
}

// bare takes off the angle brackets that 1.0 put around addresses, and takes out
// what no address has and terminals obey: it is shown as the name of a document.
func bare(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<"), ">")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// maxHeader is how long a header may be, in bytes: far more than any is.
const maxHeader = 1 << 20

// readHeader reads lines of a name and a value up to an empty line. Names are
// in lower case; of a name that is there twice the first value counts. A line
// that begins with white space continues the one before.
func readHeader(r *bufio.Reader) (map[string]string, error) {
	h := map[string]string{}
	last := ""
	var value []byte // of last; there may be a line for every other byte of it
	keep := func() {
		if _, twice := h[last]; last != "" && !twice {
			h[last] = string(value)
		}
	}
	for size := 0; ; {
		line, err := readLine(r)
		if err != nil {
			return nil, err
		}
		if line == "" {
			keep()
			return h, nil
		}
		if size += len(line); size > maxHeader {
			return nil, fmt.Errorf("%w: a header of more than %d bytes", ErrFormat, maxHeader)
		}
		name, first, ok := strings.Cut(line, ":")
		switch {
		case (line[0] == ' ' || line[0] == '\t') && last != "":
			value = append(append(value, ' '), strings.TrimSpace(line)...)
		case ok:
			keep()
			last = strings.ToLower(strings.TrimSpace(name))
			value = append(value[:0], strings.TrimSpace(first)...)
		}
	}
}

// readLine reads a line, its end taken off. At the end of the file it is
// io.EOF if nothing was there and io.ErrUnexpectedEOF within a line.
func readLine(r *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case err == nil:
			return string(bytes.TrimRight(line, "\r\n")), nil
		case len(line) > maxHeader:
			return "", fmt.Errorf("%w: a line of more than %d bytes", ErrFormat, maxHeader)
		case err == io.EOF && len(line) > 0:
			return "", io.ErrUnexpectedEOF
		case err != bufio.ErrBufferFull:
			return "", err
		}
	}
}
