package eval

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
)

// Folds tells which part of a split each page of a fit belongs to, so that it
// can be judged by what was fitted without its site. Pages are known by a
// digest of their bytes, since data sets share pages and name them differently.
type Folds struct {
	N  int // parts
	of map[string]int
}

// FoldsFile is the name of the file in the folder of the fits.
const FoldsFile = "folds.tsv"

// Add notes the part of a page.
func (f *Folds) Add(p *Page, fold int) {
	if f.of == nil {
		f.of = map[string]int{}
	}
	f.of[digest(p)] = fold
	f.N = max(f.N, fold+1)
}

// Of is the part of a page: as it was noted, or that of its site.
func (f *Folds) Of(p *Page) int {
	if fold, ok := f.of[digest(p)]; ok {
		return fold
	}
	return p.Fold(f.N)
}

func digest(p *Page) string { return fmt.Sprintf("%x", sha256.Sum256(p.HTML))[:16] }

// Write writes a line a page, digest and part, for pages in this order.
func (f *Folds) Write(w io.Writer, pages []*Page) error {
	out := bufio.NewWriter(w)
	for _, p := range pages {
		fmt.Fprintf(out, "%s\t%d\n", digest(p), f.of[digest(p)])
	}
	return out.Flush()
}

// ReadFolds reads the file of a folder that the fit has written.
func ReadFolds(folder fs.FS) (*Folds, error) {
	text, err := fs.ReadFile(folder, FoldsFile)
	if err != nil {
		return nil, err
	}
	f := &Folds{of: map[string]int{}}
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		key, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		fold, err := strconv.Atoi(value)
		if err != nil || fold < 0 || fold > maxFolds {
			return nil, fmt.Errorf("%s: line %d: %q is no part of a split", FoldsFile, number, value)
		}
		f.of[key] = fold
		f.N = max(f.N, fold+1)
	}
	if f.N < 2 {
		return nil, fmt.Errorf("%s: no split", FoldsFile)
	}
	return f, nil
}

// maxFolds bounds the number of parts that a file may ask for.
const maxFolds = 100
