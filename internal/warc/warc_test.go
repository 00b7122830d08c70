package warc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const limit = 1 << 20

const markup = "<html><p>The ferry is back.</p></html>"

// record writes a record; header lines are divided by "|".
func record(version, kind, contentType, more, block string) string {
	head := fmt.Sprintf("WARC/%s\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nContent-Type: %s\r\n", version, kind, kind, contentType)
	for line := range strings.SplitSeq(more, "|") {
		if line != "" {
			head += line + "\r\n"
		}
	}
	return head + fmt.Sprintf("Content-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
}

const meta = "WARC-Target-URI: https://example.org/a|WARC-Date: 2026-03-04T05:06:07Z"

func response(header, body string) string {
	return record("1.0", "response", "application/http; msgtype=response", meta, header+"\r\n\r\n"+body)
}

const htmlHeader = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"

var sample = []string{
	record("1.0", "warcinfo", "application/warc-fields", "", "software: by hand\r\n"),
	record("1.0", "request", "application/http; msgtype=request", meta, "GET / HTTP/1.1\r\n\r\n"),
	response(htmlHeader, markup),
	record("1.1", "response", "application/http", "WARC-Target-URI: <https://example.org/b>|WARC-Date: 2026-03-04T05:06:07.123456Z", htmlHeader+"\r\n\r\n"+markup),
	record("1.0", "conversion", "text/plain", meta, "The ferry is back.\nSo is the bus.\n"),
	record("1.0", "metadata", "application/warc-fields", "", "a: b"),
	response("HTTP/1.1 301 Moved\r\nLocation: /x\r\nContent-Type: text/html", "moved"),
	response("HTTP/1.1 404 Not Found\r\nContent-Type: text/html", markup),
	response("HTTP/1.1 200 OK\r\nContent-Type: image/png", "\x89PNG"),
	record("1.0", "response", "text/dns", "WARC-Target-URI: dns:example.org", "20260304 example.org. 1 IN A 192.0.2.1"),
}

func gzipped(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		io.WriteString(z, p)
		z.Close()
	}
	return b.String()
}

func zstded(parts ...string) string {
	z, _ := zstd.NewWriter(nil)
	var b []byte
	for _, p := range parts {
		b = z.EncodeAll([]byte(p), b)
	}
	return string(b)
}

// all reads the pages of a file, and the error at its end if there is one.
func all(file string) (pages []*Page, err error) {
	r, err := NewReader(strings.NewReader(file))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	p := Pages{Reader: r, Limit: limit}
	for {
		page, err := p.Next()
		if err == io.EOF {
			return pages, nil
		}
		if err != nil {
			return pages, err
		}
		pages = append(pages, page)
	}
}

func TestPages(t *testing.T) {
	joined := strings.Join(sample, "")
	skippable := binary.LittleEndian.AppendUint32([]byte{0x50, 0x2a, 0x4d, 0x18}, 3)
	for _, c := range []struct{ reason, file string }{
		{"plain", joined},
		{"a gzip member a record", gzipped(sample...)},
		{"one gzip member", gzipped(joined)},
		{"members that part records anywhere", gzipped(joined[:700], joined[700:])},
		{"a zstd frame a record", zstded(sample...)},
		{"frames to be passed over", zstded(sample...) + string(skippable) + "abc"},
	} {
		pages, err := all(c.file)
		require.NoError(t, err, c.reason)
		require.Len(t, pages, 3, c.reason)
		for i, want := range []string{markup, markup, "The ferry is back.\nSo is the bus.\n"} {
			body, err := pages[i].Body(limit)
			require.NoError(t, err, c.reason)
			assert.Equal(t, want, string(body), c.reason)
			assert.Equal(t, i == 2, pages[i].Text, "only what was converted is plain text")
			assert.False(t, pages[i].Truncated)
		}
		assert.Equal(t, "https://example.org/a", pages[0].URL)
		assert.Equal(t, "urn:uuid:response", pages[0].ID)
		assert.Equal(t, time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC), pages[0].Date)
		assert.Equal(t, "text/html; charset=utf-8", pages[0].ContentType, "that of the page, not of the record")
		assert.Equal(t, "https://example.org/b", pages[1].URL, "without angle brackets")
		assert.Equal(t, 123456000, pages[1].Date.Nanosecond(), "1.1 has fractions")
	}
}

// TestDictionary has the frame with a dictionary that WARC files in zstd may
// begin with, plain and compressed.
func TestDictionary(t *testing.T) {
	var samples [][]byte
	for i := range 200 {
		samples = append(samples, []byte(response(htmlHeader, fmt.Sprintf("<p>ferry %d of the harbour %x</p>", i, i*7919))))
	}
	dict, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: bytes.Join(samples[:20], nil), Offsets: [3]int{1, 4, 8}})
	require.NoError(t, err)
	z, err := zstd.NewWriter(nil, zstd.WithEncoderDict(dict))
	require.NoError(t, err)
	var body []byte
	for _, s := range sample {
		body = z.EncodeAll([]byte(s), body)
	}
	for _, stored := range []string{string(dict), zstded(string(dict))} {
		head := binary.LittleEndian.AppendUint32([]byte{0x5d, 0x2a, 0x4d, 0x18}, uint32(len(stored)))
		pages, err := all(string(head) + stored + string(body))
		require.NoError(t, err)
		assert.Len(t, pages, 3)
	}
	_, err = all("\x5d\x2a\x4d\x18\xff\xff\xff\xff")
	assert.ErrorContains(t, err, "are more than")
}

func deflated(s string, bare bool) string {
	var b bytes.Buffer
	var w io.WriteCloser = zlib.NewWriter(&b)
	if bare {
		w, _ = flate.NewWriter(&b, 5)
	}
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func brotlied(s string) string {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func TestBodies(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	noise := "<p>"
	for range 5000 {
		noise += string(rune('a' + random.IntN(26)))
	}
	chunks := fmt.Sprintf("%x\r\n%s\r\n%x;note=1\r\n%s\r\n0\r\n\r\n", 10, markup[:10], len(markup)-10, markup[10:])
	gz := gzipped(markup)
	for _, c := range []struct {
		reason, header, body, want string
		truncated                  bool
	}{
		{"as it is", "", markup, markup, false},
		{"chunked", "Transfer-Encoding: chunked", chunks, markup, false},
		{"chunked by the header alone", "Transfer-Encoding: chunked", markup, markup, false},
		{"chunks that break off", "Transfer-Encoding: Chunked", chunks[:30], markup[:26-4], true},
		{"gzip", "Content-Encoding: gzip", gz, markup, false},
		{"gzip by another name", "content-encoding: X-GZIP", gz, markup, false},
		{"gzip by the header alone", "Content-Encoding: gzip", markup, markup, false},
		{"gzip in chunks", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(gz), gz), markup, false},
		{"twice", "Content-Encoding: deflate, gzip", gzipped(deflated(markup, false)), markup, false},
		{"deflate, which is zlib", "Content-Encoding: deflate", deflated(markup, false), markup, false},
		{"deflate, as some servers have it", "Content-Encoding: deflate", deflated(markup, true), markup, false},
		{"deflate by the header alone", "Content-Encoding: deflate", markup, markup, false},
		{"zstd", "Content-Encoding: zstd", zstded(markup), markup, false},
		{"brotli", "Content-Encoding: br", brotlied(markup), markup, false},
		{"brotli by the header alone", "Content-Encoding: br", markup, markup, false},
		{"brotli that breaks off", "Content-Encoding: br", brotlied(noise)[:len(brotlied(noise))/2], noise, true},
		{"a length that is that of something else", "Content-Length: 3", markup, markup, false},
		{"bare line feeds", "X-Note: one\nX-More: two", markup, markup, false},
		{"a header on two lines", "X-Note: one\r\n two", markup, markup, false},
	} {
		header := htmlHeader
		if c.header != "" {
			header += "\r\n" + c.header
		}
		pages, err := all(response(header, c.body))
		require.NoError(t, err, c.reason)
		require.Len(t, pages, 1, c.reason)
		body, err := pages[0].Body(limit)
		require.NoError(t, err, c.reason)
		if c.truncated {
			assert.True(t, strings.HasPrefix(c.want, string(body)) && len(body) > 0, c.reason)
		} else {
			assert.Equal(t, c.want, string(body), c.reason)
		}
		assert.Equal(t, c.truncated, pages[0].Truncated, c.reason)
	}
	pages, err := all(response(htmlHeader+"\r\nContent-Encoding: compress", "\x1f\x9d\x90"))
	require.NoError(t, err)
	_, err = pages[0].Body(limit)
	assert.ErrorIs(t, err, ErrEncoding)
	pages, err = all(response(htmlHeader+"\r\nContent-Encoding: gzip", gzipped(strings.Repeat("a", 1<<24))))
	require.NoError(t, err)
	body, err := pages[0].Body(limit)
	require.NoError(t, err)
	assert.Len(t, body, limit, "a bomb is let off only up to the limit")
}

func TestLongPages(t *testing.T) {
	long := response(htmlHeader, strings.Repeat("x", limit+2*headerRoom))
	pages, err := all(long + response(htmlHeader, markup))
	require.NoError(t, err)
	require.Len(t, pages, 2, "what is beyond the limit is read over")
	assert.True(t, pages[0].Truncated)
	pages, err = all(record("1.0", "conversion", "text/plain", meta+"|WARC-Truncated: length", "text"))
	require.NoError(t, err)
	assert.True(t, pages[0].Truncated, "by the crawler")
}

func TestBroken(t *testing.T) {
	whole := strings.Join(sample, "")
	damaged := []byte(gzipped(sample...))
	damaged[len(damaged)/2] ^= 0xff
	for _, c := range []struct {
		reason, file string
		want         error
		pages        int
	}{
		{"cut within a block", whole[:strings.Index(whole, "So is the bus")], ErrCut, 2},
		{"cut within a header", whole[:strings.Index(whole, "WARC/1.1")+30], ErrCut, 1},
		{"cut within a gzip member", gzipped(whole)[:100], ErrCut, 0},
		{"no archive", markup + "\n", ErrFormat, 0},
		{"another version", "WARC/2.0\r\n\r\n", ErrFormat, 0},
		{"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n", ErrFormat, 0},
		{"a length below zero", "WARC/1.0\r\nContent-Length: -5\r\n\r\n", ErrFormat, 0},
		{"a length beyond the file", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nabc", ErrCut, 0},
		{"an endless line", "WARC/1.0\r\n" + strings.Repeat("x", 2*maxHeader), ErrFormat, 0},
		{"an endless header", "WARC/1.0\r\n" + strings.Repeat("x: y\r\n", maxHeader/3), ErrFormat, 0},
		{"a damaged member", string(damaged), nil, 0},
	} {
		pages, err := all(c.file)
		require.Error(t, err, c.reason)
		if c.want != nil {
			assert.ErrorIs(t, err, c.want, c.reason)
			assert.Len(t, pages, c.pages, "%s: what stands before is read", c.reason)
		}
	}
	pages, err := all("")
	assert.NoError(t, err, "an empty file has no records")
	assert.Empty(t, pages)
}

// TestAddressForTerminals holds that an address has nothing that a terminal obeys.
func TestAddressForTerminals(t *testing.T) {
	pages, err := all(record("1.0", "response", "application/http", "WARC-Target-URI: <https://example.org/\x1b]0;x\x07\u009b31m>", htmlHeader+"\r\n\r\n"+markup))
	require.NoError(t, err)
	assert.Equal(t, "https://example.org/]0;x31m", pages[0].URL)
}

// TestHeaderOfManyLines holds that a header is read in linear time, however many
// lines a value goes on over.
func TestHeaderOfManyLines(t *testing.T) {
	const most = 5 * time.Second // a hundredth of it does, a hundred times as much did not
	lines := "|X-Note: one" + strings.Repeat("\n x", 300_000)
	start := time.Now()
	pages, err := all(record("1.0", "response", "application/http", meta+lines, htmlHeader+"\r\n\r\n"+markup))
	require.NoError(t, err)
	require.Len(t, pages, 1)
	assert.Less(t, time.Since(start), most)
}

// TestEncodedAgain holds that what is encoded several times is undone up to the
// limit each time, so that little cannot keep a reader busy.
func TestEncodedAgain(t *testing.T) {
	nothing := gzipped("")
	much := strings.Repeat(nothing, 4*limit/len(nothing)) // bytes of gzip that are no byte of text
	pages, err := all(response(htmlHeader+"\r\nContent-Encoding: gzip, gzip", gzipped(much+gzipped(markup))))
	require.NoError(t, err)
	body, err := pages[0].Body(limit)
	assert.True(t, err != nil || len(body) == 0, "the text stands behind four times the limit")
	pages, err = all(response(htmlHeader+"\r\nContent-Encoding: gzip, gzip", gzipped(gzipped(markup))))
	require.NoError(t, err)
	body, err = pages[0].Body(limit)
	require.NoError(t, err)
	assert.Equal(t, markup, string(body))
	pages, err = all(response(htmlHeader+"\r\nContent-Encoding: gzip"+strings.Repeat(",gzip", 100_000), gzipped(markup)))
	require.NoError(t, err)
	_, err = pages[0].Body(limit)
	assert.ErrorIs(t, err, ErrEncoding)
}

// FuzzPages holds that nothing makes the reader panic or give more than it may.
func FuzzPages(f *testing.F) {
	f.Add([]byte(strings.Join(sample, "")))
	f.Add([]byte(gzipped(sample...)))
	f.Add([]byte(zstded(sample...)))
	f.Add([]byte(response(htmlHeader+"\r\nContent-Encoding: deflate\r\nTransfer-Encoding: chunked", "5\r\nabcde\r\n0\r\n\r\n")))
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := NewReader(bytes.NewReader(file))
		if err != nil {
			return
		}
		defer r.Close()
		const most = 1000
		p := Pages{Reader: r, Limit: most}
		for {
			page, err := p.Next()
			if err != nil {
				assert.True(t, err == io.EOF || errors.Unwrap(err) != nil)
				return
			}
			if body, err := page.Body(most); err == nil {
				assert.LessOrEqual(t, len(body), most)
			}
		}
	})
}
