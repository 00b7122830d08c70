package heuristictest

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/golden"
)

var update = flag.Bool("update", false, "write goldens and known errors anew")

// Updating tells whether go test was called with -update.
func Updating() bool { return *update }

// Pages says which pages are run, and by what. The zero value runs the pages in
// testdata through the zero Extractor.
type Pages struct {
	// Dir is the folder with the pages and what is expected of them. Folders in
	// it are not looked at. "" means testdata.
	Dir string

	// Extractor is what the pages are run through; its reasons are switched on.
	// Nil means the zero value.
	Extractor *extract.Extractor

	// Known is the file of known errors. "" means that there are none.
	Known string

	// Complete says that text in no marked element is other. Otherwise nothing
	// is said about it.
	Complete bool
}

// Run runs every page as a subtest and then compares the errors with the known
// ones.
func Run(t *testing.T, pages Pages) {
	t.Helper()
	list, err := pages.list()
	if err != nil {
		t.Fatal(err)
	}
	var all tally
	for _, name := range list {
		t.Run(filepath.Base(name), func(t *testing.T) {
			found, err := pages.run(name, *update)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range found.differences {
				t.Error(d)
			}
			all.add(&found.tally)
		})
	}
	t.Log(all.String())
	if pages.Known == "" {
		for _, w := range all.wrong {
			t.Errorf("wrong: %s", w)
		}
		return
	}
	settled, err := settle(pages.Known, all.wrong, *update)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range settled.came {
		t.Errorf("new error: %s", w)
	}
	for _, w := range settled.gone {
		t.Errorf("no longer wrong, delete the line from %s: %s", pages.Known, w)
	}
	t.Log(settled.summary)
}

// list names the pages of the folder in sorted order.
func (p *Pages) list() ([]string, error) {
	dir := p.Dir
	if dir == "" {
		dir = "testdata"
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("heuristictest: %w", err)
	}
	var names []string
	for _, e := range entries {
		switch filepath.Ext(e.Name()) {
		case ".html", ".htm", ".txt":
			if filepath.Join(dir, e.Name()) != filepath.Clean(p.Known) {
				names = append(names, filepath.Join(dir, e.Name()))
			}
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("heuristictest: no page in %s", dir)
	}
	return names, nil
}

// outcome is what was found of one page.
type outcome struct {
	differences []string // from goldens, and labels without a block
	tally
}

// errNothing says that a page has no expectation.
var errNothing = errors.New("nothing is expected of the page: -update writes its goldens, bodycopy label its labels, and data-want may stand in it")

// run compares a page with its goldens and counts what is wrong in it. With
// update the goldens are written first.
func (p *Pages) run(name string, update bool) (*outcome, error) {
	page, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("heuristictest: %w", err)
	}
	plain := filepath.Ext(name) == ".txt"
	r, err := p.extract(page, plain)
	if err != nil {
		return nil, fmt.Errorf("heuristictest: %s: %w", name, err)
	}
	base := strings.TrimSuffix(name, filepath.Ext(name))
	out := &outcome{}
	expected := false
	for _, g := range []struct {
		ext, got string
		compare  func(before, after string) string
	}{
		{".decisions.golden", golden.Decisions(r), golden.Moves},
		{".article.golden", r.Text() + "\n", golden.Paragraphs},
	} {
		want, err := wanted(base+g.ext, g.got, update)
		if errors.Is(err, os.ErrNotExist) {
			continue
		} else if err != nil {
			return nil, fmt.Errorf("heuristictest: %w", err)
		}
		expected = true
		if d := g.compare(want, g.got); d != "" {
			out.differences = append(out.differences, filepath.Base(base)+g.ext+":\n"+d)
		}
	}
	truth, err := p.truth(page, name, plain, r, out)
	if err != nil {
		return nil, fmt.Errorf("heuristictest: %s: %w", name, err)
	}
	if !expected && !truth {
		return nil, fmt.Errorf("heuristictest: %s: %w", name, errNothing)
	}
	return out, nil
}

func (p *Pages) extract(page []byte, plain bool) (*extract.Result, error) {
	var e extract.Extractor
	if p.Extractor != nil {
		e = *p.Extractor
	}
	e.Explain = true
	if plain {
		return e.FromText(string(page), extract.Source{})
	}
	return e.FromBytes(page, extract.Source{})
}

// wanted reads a golden, which is written first if update is set.
func wanted(name, got string, update bool) (string, error) {
	if update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			return "", err
		}
	}
	want, err := os.ReadFile(name)
	return string(want), err
}
