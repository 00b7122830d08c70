package eval

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// pageFolders are where the trafilatura set keeps its pages.
var pageFolders = [...]string{"eval", "cache"}

// SnippetSet reads the evaluation set of trafilatura: evaldata.json, which
// holds snippets by address, and pages in eval or cache.
func SnippetSet(dir string) ([]Page, error) {
	name := filepath.Join(dir, "evaldata.json")
	var truth map[string]struct {
		File          string
		With, Without []string
	}
	if err := readJSON(name, &truth); err != nil {
		return nil, err
	}
	pages := make([]Page, 0, len(truth))
	for _, a := range slices.Sorted(maps.Keys(truth)) {
		t := truth[a]
		if t.File == "" || len(t.With)+len(t.Without) == 0 {
			return nil, fmt.Errorf("%s: %s has no file or no snippets", name, a)
		}
		page, err := readSnippetPage(dir, t.File)
		if err != nil {
			return nil, err
		}
		id, _, _ := strings.Cut(t.File, ".html")
		pages = append(pages, Page{ID: id, URL: a, HTML: page, With: t.With, Without: t.Without})
	}
	return pages, nil
}

func readSnippetPage(dir, file string) (page []byte, err error) {
	for _, folder := range pageFolders {
		page, err = readEither(filepath.Join(dir, folder, file))
		if !errors.Is(err, fs.ErrNotExist) {
			return page, err
		}
	}
	return nil, fmt.Errorf("%s: in neither %s", filepath.Join(dir, file), strings.Join(pageFolders[:], " nor "))
}

// Snippets counts, for one page, snippets rightly kept, wrongly dropped,
// wrongly kept and rightly dropped.
type Snippets struct {
	TP int `json:"tp"`
	FN int `json:"fn"`
	FP int `json:"fp"`
	TN int `json:"tn"`
}

// CountSnippets looks for snippets in an output.
func CountSnippets(output string, with, without []string) (s Snippets) {
	output = Fold(output)
	for _, w := range with {
		if strings.Contains(output, Fold(w)) {
			s.TP++
		} else {
			s.FN++
		}
	}
	for _, w := range without {
		if strings.Contains(output, Fold(w)) {
			s.FP++
		} else {
			s.TN++
		}
	}
	return s
}

// Fold folds white space, for the comparison of snippets.
func Fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// Add adds the counts of another page.
func (s *Snippets) Add(t Snippets) {
	s.TP += t.TP
	s.FN += t.FN
	s.FP += t.FP
	s.TN += t.TN
}

// PRF turns counts into precision, recall and F1.
func (s Snippets) PRF() PRF {
	return prf(s.TP, s.TP+s.FP, s.TP+s.FN)
}
