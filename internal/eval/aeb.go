package eval

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
)

// ArticleBenchmark reads the Article Extraction Benchmark: html/ID.html and
// ground-truth.json, which holds the text by ID.
func ArticleBenchmark(dir string) ([]Page, error) {
	name, htmls := filepath.Join(dir, "ground-truth.json"), filepath.Join(dir, "html")
	var truth map[string]struct {
		ArticleBody *string `json:"articleBody"`
		URL         string  `json:"url"`
	}
	if err := readJSON(name, &truth); err != nil {
		return nil, err
	}
	found, err := list(htmls, ".html")
	if err != nil {
		return nil, err
	}
	known := func(id string) bool { _, ok := truth[id]; return ok }
	if err := unmatched(htmls, found, known, name); err != nil {
		return nil, err
	}
	pages := make([]Page, 0, len(truth))
	for _, id := range slices.Sorted(maps.Keys(truth)) {
		t := truth[id]
		if t.ArticleBody == nil {
			return nil, fmt.Errorf("%s: %s has no articleBody", name, id)
		}
		page, err := readEither(filepath.Join(htmls, id+".html"))
		if err != nil {
			return nil, err
		}
		pages = append(pages, Page{ID: id, URL: t.URL, HTML: page, Reference: *t.ArticleBody})
	}
	return pages, nil
}
