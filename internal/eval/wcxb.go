package eval

import (
	"fmt"
	"path/filepath"
	"slices"
)

// wcxbTruth is what is read of WCXB's ground truth. A page without
// main_content has nothing to extract.
type wcxbTruth struct {
	URL      string `json:"url"`
	Internal struct {
		PageType struct {
			Primary string `json:"primary"`
		} `json:"page_type"`
	} `json:"_internal"`
	GroundTruth *struct {
		MainContent string   `json:"main_content"`
		With        []string `json:"with"`
		Without     []string `json:"without"`
		Title       string   `json:"title"`
		Author      string   `json:"author"`
		Date        string   `json:"publish_date"`
	} `json:"ground_truth"`
}

// WCXB reads a split of the Web Content eXtraction Benchmark: html/ID.html
// and ground-truth/ID.json.
func WCXB(dir string) ([]Page, error) {
	truths, htmls := filepath.Join(dir, "ground-truth"), filepath.Join(dir, "html")
	names, err := list(truths, ".json")
	if err != nil {
		return nil, err
	}
	found, err := list(htmls, ".html")
	if err != nil {
		return nil, err
	}
	known := func(name string) bool { _, ok := slices.BinarySearch(names, name); return ok }
	if err := unmatched(htmls, found, known, truths); err != nil {
		return nil, err
	}
	pages := make([]Page, 0, len(names))
	for _, id := range names {
		var truth wcxbTruth
		name := filepath.Join(truths, id+".json")
		if err := readJSON(name, &truth); err != nil {
			return nil, err
		}
		if truth.GroundTruth == nil {
			return nil, fmt.Errorf("%s: no ground_truth in it", name)
		}
		page, err := readEither(filepath.Join(htmls, id+".html"))
		if err != nil {
			return nil, err
		}
		kind := truth.Internal.PageType.Primary
		pages = append(pages, Page{ID: id, URL: truth.URL, HTML: page, Group: kind, Kind: kind,
			Reference: truth.GroundTruth.MainContent, Facts: truth.facts()})
	}
	return pages, nil
}

func (t *wcxbTruth) facts() *Facts {
	f := &Facts{Title: t.GroundTruth.Title, Date: t.GroundTruth.Date}
	if t.GroundTruth.Author != "" {
		f.Authors = []string{t.GroundTruth.Author} // several in one line
	}
	return f
}
