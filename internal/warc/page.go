package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"mime"
	"strconv"
	"strings"
	"time"
)

// Page is a page of an archive: the body of a response, or a text that was
// made of one.
type Page struct {
	ID          string
	URL         string
	Date        time.Time
	ContentType string
	Text        bool // plain text, not HTML
	Truncated   bool // the archive has only the beginning, or only that was read

	body     []byte // as it was transferred
	chunked  bool
	encoding string
}

// Held is how many bytes of the page are in memory.
func (p *Page) Held() int64 { return int64(cap(p.body)) }

// Pages reads the pages of a file and passes over all else: records that are
// no response or conversion, and responses that did not succeed or are
// neither HTML nor plain text.
type Pages struct {
	*Reader

	// Limit is how many bytes of a page are of interest. More are not read.
	Limit int64
	// Passed counts the records that were passed over.
	Passed int
}

// headerRoom is what is read of a response beyond the limit, for its header.
const headerRoom = 64 << 10

// Next returns the next page, io.EOF after the last.
func (p *Pages) Next() (*Page, error) {
	for {
		rec, err := p.Reader.Next()
		if err != nil {
			return nil, err
		}
		page, err := p.page(rec)
		if err != nil {
			return nil, p.failed(err)
		}
		if page != nil {
			return page, nil
		}
		p.Passed++
	}
}

// page returns nil for a record that is no page.
func (p *Pages) page(rec *Record) (*Page, error) {
	page := &Page{ID: rec.ID, URL: rec.URL, Date: rec.Date, Truncated: rec.Truncated != ""}
	switch rec.Type {
	case "conversion":
		page.ContentType = rec.ContentType
		if !page.isPage() {
			return nil, nil
		}
	case "response":
		if kind, _, _ := mime.ParseMediaType(rec.ContentType); kind != "" && kind != "application/http" {
			return nil, nil
		}
	default:
		return nil, nil
	}
	block := make([]byte, min(rec.Length, p.Limit+1+headerRoom))
	if _, err := io.ReadFull(rec.Block, block); err != nil {
		return nil, err
	}
	page.Truncated = page.Truncated || int64(len(block)) < rec.Length
	page.body = block
	if rec.Type == "response" && !page.response(block) {
		return nil, nil
	}
	return page, nil
}

// response takes the header off a response. It returns false if the response
// is no page.
func (p *Page) response(block []byte) bool {
	r := bufio.NewReader(bytes.NewReader(block))
	status, err := readLine(r)
	if err != nil || !succeeded(status) {
		return false
	}
	h, err := readHeader(r)
	if err != nil {
		return false
	}
	p.body, err = io.ReadAll(r)
	if err != nil {
		return false
	}
	p.ContentType = h["content-type"]
	p.chunked = strings.Contains(strings.ToLower(h["transfer-encoding"]), "chunked")
	p.encoding = h["content-encoding"]
	return p.isPage()
}

// succeeded tells whether a status line says 200 to 299.
func succeeded(line string) bool {
	version, rest, _ := strings.Cut(line, " ")
	code, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	n, err := strconv.Atoi(code)
	return err == nil && strings.HasPrefix(version, "HTTP/") && n >= 200 && n < 300
}

// isPage tells by the content type whether it is one, and what of. What does
// not say is taken for HTML.
func (p *Page) isPage() bool {
	kind, _, err := mime.ParseMediaType(p.ContentType)
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		kind, _, _ = strings.Cut(strings.ToLower(p.ContentType), ";")
		kind = strings.TrimSpace(kind)
	}
	switch kind {
	case "text/plain":
		p.Text = true
		return true
	case "", "text/html", "application/xhtml+xml":
		return true
	}
	return false
}
