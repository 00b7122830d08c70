package parse

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// BenchmarkLook is what looking a page over costs; compare BenchmarkParser.
func BenchmarkLook(b *testing.B) {
	list := pages(b, 100)
	for b.Loop() {
		for _, page := range list {
			risky(string(page), defaults)
		}
	}
}

func BenchmarkParser(b *testing.B) {
	list := pages(b, 100)
	for b.Loop() {
		for _, page := range list {
			_, err := html.Parse(bytes.NewReader(page))
			require.NoError(b, err)
		}
	}
}
