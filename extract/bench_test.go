package extract_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

func benchPages(t testing.TB) (pages [][]byte, size int64) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(pagesDir, "*.html"))
	require.NoError(t, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		pages = append(pages, data)
		size += int64(len(data))
	}
	return pages, size
}

func parse(t testing.TB, page []byte) {
	_, err := html.Parse(bytes.NewReader(page))
	require.NoError(t, err)
}

// BenchmarkParse is the floor that BenchmarkExtract is compared with.
func BenchmarkParse(b *testing.B) {
	pages, size := benchPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			parse(b, p)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	var e extract.Extractor
	pages, size := benchPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			r, err := e.FromBytes(p, extract.Source{})
			require.NoError(b, err)
			_ = r.Text()
		}
	}
}

// BenchmarkParallel extracts on all processors; -cpu 1,2 tells how well they
// share the work.
func BenchmarkParallel(b *testing.B) {
	var e extract.Extractor
	pages, size := benchPages(b)
	b.SetBytes(size / int64(len(pages)))
	b.ReportAllocs()
	var next atomic.Int64
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			r, err := e.FromBytes(pages[int(next.Add(1))%len(pages)], extract.Source{})
			if err != nil {
				b.Error(err)
				return
			}
			_ = r.Text()
		}
	})
}

// BenchmarkPage extracts single pages: of several kinds, and of several sizes,
// made from the first of them by repeating its paragraphs.
func BenchmarkPage(b *testing.B) {
	for _, kind := range []string{"news-story", "forum-thread", "listing", "documentation", "japanese-news"} {
		page, err := os.ReadFile(filepath.Join(pagesDir, kind+".html"))
		require.NoError(b, err)
		b.Run("kind="+kind, func(b *testing.B) { benchPage(b, page) })
	}
	page, err := os.ReadFile(filepath.Join(pagesDir, "news-story.html"))
	require.NoError(b, err)
	for _, kilobytes := range []int{10, 100, 1000} {
		long := bytes.Repeat(page, 1+kilobytes<<10/len(page))[:kilobytes<<10]
		b.Run(fmt.Sprintf("kilobytes=%d", kilobytes), func(b *testing.B) { benchPage(b, long) })
	}
}

func benchPage(b *testing.B, page []byte) {
	var e extract.Extractor
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := e.FromBytes(page, extract.Source{})
		require.NoError(b, err)
		_ = r.Text()
	}
}

// BenchmarkStage measures the stages of an extraction one by one. Parsing here
// is ours, which leaves scripts out; BenchmarkParse is the parser's own.
func BenchmarkStage(b *testing.B) {
	pages, size := benchPages(b)
	for _, s := range stagesOf(b, pages) {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				s.all()
			}
		})
	}
}

// BenchmarkText extracts from plain text; BenchmarkFields, which counts its
// words, is what that is compared with.
func BenchmarkText(b *testing.B) {
	text := plainText(b)
	var e extract.Extractor
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_, err := e.FromText(text, extract.Source{})
		require.NoError(b, err)
	}
}

func BenchmarkFields(b *testing.B) {
	text := []byte(plainText(b))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		_ = len(bytes.Fields(text))
	}
}

// plainText is the text of all blocks of all pages, one a line.
func plainText(b *testing.B) string {
	var e extract.Extractor
	pages, _ := benchPages(b)
	var text strings.Builder
	for _, p := range pages {
		r, err := e.FromBytes(p, extract.Source{})
		require.NoError(b, err)
		for i := range r.Blocks {
			text.WriteString(r.Blocks[i].Text + "\n")
		}
	}
	return text.String()
}

func BenchmarkExplain(b *testing.B) {
	e := extract.Extractor{Explain: true}
	pages, size := benchPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			_, err := e.FromBytes(p, extract.Source{})
			require.NoError(b, err)
		}
	}
}
