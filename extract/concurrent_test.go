package extract_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
)

const (
	goroutines = 64
	runs       = 3
)

// everything is all that comes out of a page, in one string.
func everything(t *testing.T, e *extract.Extractor, d *hostile.Document) string {
	r, err := e.FromBytes(d.Data, extract.Source{ContentType: d.ContentType, URL: "https://harbour.example/story"})
	if !assert.NoError(t, err, d.Name) {
		return ""
	}
	var parts []string
	for _, render := range []func(extract.Rendering) (string, error){r.JSON, r.HTML, r.Markdown, r.PlainText} {
		s, err := render(extract.Rendering{})
		assert.NoError(t, err, d.Name)
		parts = append(parts, s)
	}
	return strings.Join(parts, "\n\f\n")
}

// TestConcurrent holds that many goroutines with one Extractor give, byte for
// byte, what one gives.
func TestConcurrent(t *testing.T) {
	e := &extract.Extractor{Explain: true}
	var documents []hostile.Document
	for i, d := range hostile.Documents(1000) {
		if i%16 == 0 {
			documents = append(documents, d)
		}
	}
	want := make([]string, len(documents))
	for i := range documents {
		want[i] = everything(t, e, &documents[i])
	}
	for range runs {
		var wg sync.WaitGroup
		for g := range goroutines {
			wg.Go(func() {
				for i := g % 8; i < len(documents); i += 8 { // each page by eight of them, in no order
					if got := everything(t, e, &documents[i]); got != want[i] {
						t.Errorf("%s: another result beside others", documents[i].Name)
					}
				}
			})
		}
		wg.Wait()
	}
	require.False(t, t.Failed())
}

// TestConcurrentResult holds that many goroutines may read one result.
func TestConcurrentResult(t *testing.T) {
	var e extract.Extractor
	r, err := e.FromReader(strings.NewReader(ferryPage), extract.Source{})
	require.NoError(t, err)
	read := func() string {
		markdown, err := r.Markdown(extract.Rendering{})
		assert.NoError(t, err)
		json, err := r.JSON(extract.Rendering{})
		assert.NoError(t, err)
		why, err := r.Why(2)
		assert.NoError(t, err)
		return fmt.Sprint(markdown, json, why, r.Text(), r.Images(), r.Links(), r.Blocks[2].Path())
	}
	got := make([]string, goroutines)
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() { got[i] = read() })
	}
	wg.Wait()
	want := read()
	for _, s := range got {
		require.Equal(t, want, s)
	}
}
