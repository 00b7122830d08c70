package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// ErrEncoding says that a body is in a Content-Encoding that is not known.
var ErrEncoding = errors.New("unknown content encoding")

// Body undoes what was done to the body for its transfer and returns at most
// limit bytes of it. Archives often have the body undone already and its header
// left as it was, so what does not look encoded is taken as it is. A body that
// breaks off gives what is there of it; Truncated is set.
func (p *Page) Body(limit int64) ([]byte, error) {
	body := p.body
	if p.chunked {
		body = p.unchunked(body)
	}
	return p.decoded(body, p.encoding, limit)
}

func (p *Page) unchunked(body []byte) []byte {
	plain, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body)))
	switch {
	case err != nil && len(plain) == 0:
		return body
	case err != nil:
		p.Truncated = true
	}
	return plain
}

// maxEncodings is how many encodings one body may be in: servers use one, or two
// by mistake. Each takes memory, and there are bodies that come out of gzip as
// they went in.
const maxEncodings = 4

// decoded undoes the encodings that a header names, the last first. From none is
// more read than the limit, and what encodings add: or a body that was encoded
// twice could come to a thousand times a thousand times its size, and nothing.
func (p *Page) decoded(body []byte, header string, limit int64) ([]byte, error) {
	var r io.Reader = bytes.NewReader(body)
	encodings := strings.Split(strings.ToLower(header), ",")
	if len(encodings) > maxEncodings {
		return nil, fmt.Errorf("%w: %d of them", ErrEncoding, len(encodings))
	}
	slices.Reverse(encodings)
	for _, name := range encodings {
		next, done, err := decoder(strings.TrimSpace(name), bufio.NewReader(r))
		if err != nil {
			return nil, err
		}
		defer done()
		r = io.LimitReader(next, limit+headerRoom)
	}
	data, err := io.ReadAll(io.LimitReader(r, limit))
	if err != nil {
		if len(data) == 0 {
			return nil, fmt.Errorf("content encoding %s: %w", header, err)
		}
		p.Truncated = true
	}
	return data, nil
}

// decoder returns a reader that undoes an encoding, or r itself if what it
// reads does not begin as the encoding does.
func decoder(name string, r *bufio.Reader) (io.Reader, func(), error) {
	nothing := func() {}
	magic, _ := r.Peek(len(zstdMagic))
	switch name {
	case "", "identity", "none", "utf-8":
		return r, nothing, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(magic, gzipMagic) {
			return r, nothing, nil
		}
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, fmt.Errorf("content encoding gzip: %w", err)
		}
		return z, nothing, nil
	case "deflate":
		return inflate(magic, r)
	case "zstd":
		if !bytes.Equal(magic, zstdMagic) {
			return r, nothing, nil
		}
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxBodyWindow))
		if err != nil {
			return nil, nil, err
		}
		return z, z.Close, nil
	case "br":
		if peeked, _ := r.Peek(plainBytes); isPlain(peeked) {
			return r, nothing, nil
		}
		return brotli.NewReader(r), nothing, nil
	}
	return nil, nil, fmt.Errorf("%w: %s", ErrEncoding, name)
}

// maxBodyWindow is what zstd in HTTP may ask for, by RFC 9659: 8 MB.
const maxBodyWindow = 8 << 20

// plainBytes is how much of a body tells whether it is text: brotli begins with
// nothing of its own, but hardly ever goes on for so long without a byte that
// text does not have.
const plainBytes = 512

// isPlain tells whether what a body begins with is text.
func isPlain(begin []byte) bool {
	for len(begin) > 0 {
		r, size := utf8.DecodeRune(begin)
		if r == utf8.RuneError && size == 1 {
			return len(begin) < utf8.UTFMax && !utf8.FullRune(begin) // cut off
		}
		if r < ' ' && !strings.ContainsRune("\t\n\r\f", r) {
			return false
		}
		begin = begin[size:]
	}
	return true
}

// inflate is what servers mean by deflate: zlib, or the bare format, or, if it
// begins like markup, nothing at all.
func inflate(magic []byte, r *bufio.Reader) (io.Reader, func(), error) {
	nothing := func() {}
	switch {
	case len(magic) >= 2 && magic[0]&0x0f == 8 && (uint(magic[0])<<8|uint(magic[1]))%31 == 0: // RFC 1950
		z, err := zlib.NewReader(r)
		return z, nothing, err
	case len(magic) == 0 || magic[0] == '<':
		return r, nothing, nil
	}
	return flate.NewReader(r), nothing, nil
}
