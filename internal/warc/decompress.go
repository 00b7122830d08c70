package warc

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// What compressed files begin with.
var (
	gzipMagic = []byte{0x1f, 0x8b}
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
	dictMagic = []byte{0x5d, 0x2a, 0x4d, 0x18} // the frame in which WARC files have their dictionary
)

// maxWindow is what a zstd frame may ask for in memory, and maxDictionary how
// large a dictionary may be: 128 MB, as for the zstd program, and 16 MB.
const (
	maxWindow     = 128 << 20
	maxDictionary = 16 << 20
)

// decompress tells by its first bytes how a file is compressed. Members and
// frames are read one after the other, whether they hold one record or many.
func decompress(r *bufio.Reader) (io.Reader, func(), error) {
	magic, err := r.Peek(len(zstdMagic))
	if err != nil && err != io.EOF {
		return nil, nil, err
	}
	switch {
	case bytes.HasPrefix(magic, gzipMagic):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, err
		}
		return z, func() { z.Close() }, nil
	case bytes.Equal(magic, zstdMagic):
		return newZstd(r)
	case bytes.Equal(magic, dictMagic):
		dict, err := dictionary(r)
		if err != nil {
			return nil, nil, fmt.Errorf("the zstd dictionary: %w", err)
		}
		return newZstd(r, zstd.WithDecoderDicts(dict))
	}
	return r, func() {}, nil
}

func newZstd(r io.Reader, more ...zstd.DOption) (io.Reader, func(), error) {
	z, err := zstd.NewReader(r, append(more, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))...)
	if err != nil {
		return nil, nil, err
	}
	return z, z.Close, nil
}

// dictionary reads the frame before the first record; what is in it may be
// compressed itself.
func dictionary(r *bufio.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if size > maxDictionary {
		return nil, fmt.Errorf("%d bytes are more than %d", size, maxDictionary)
	}
	dict := make([]byte, size)
	if _, err := io.ReadFull(r, dict); err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(dict, zstdMagic) {
		return dict, nil
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.DecodeAll(dict, nil)
}
