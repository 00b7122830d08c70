package extract_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

var shownPicture = regexp.MustCompile(`<img src="([^"]*)"`)

// What a rendering shows is listed: the first picture of a story stands before
// its first block, and was not.
func TestImagesAreThoseShown(t *testing.T) {
	pictures := 0
	for _, name := range renderedPages(t) {
		page, err := os.ReadFile(name)
		require.NoError(t, err)
		var e extract.Extractor
		r, err := e.FromBytes(page, extract.Source{URL: "https://site.example/section/page.html"})
		require.NoError(t, err)
		listed := map[string]bool{}
		for _, image := range r.Images() {
			listed[image.URL] = true
		}
		shown, err := r.HTML(extract.Rendering{})
		require.NoError(t, err)
		for _, m := range shownPicture.FindAllStringSubmatch(shown, -1) {
			pictures++
			require.True(t, listed[html.UnescapeString(m[1])], "%s: %s is shown and not listed", filepath.Base(name), m[1])
		}
	}
	require.Greater(t, pictures, 20)
}
