package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/eval/ours"
)

// extractors says which extractor a page is given to, and which tables those
// have: figures of pages that tables were fitted on say little of others.
func (opt *evalOptions) extractors(keep []heuristics.Role) (choose ours.Choose, tables string, err error) {
	switch {
	case opt.folds != "" && opt.tables != "":
		return nil, "", fmt.Errorf("--folds and --tables: want one of them")
	case opt.folds != "":
		choose, err = heldOut(opt.folds, keep)
		return choose, "held out", err
	case opt.tables != "":
		t, err := extract.ReadTables(os.DirFS(opt.tables))
		if err != nil {
			return nil, "", fmt.Errorf("%s: %w", opt.tables, err)
		}
		return ours.Always(&extract.Extractor{Keep: keep, Tables: t}), "from a folder", nil
	}
	return ours.Always(&extract.Extractor{Keep: keep}), "built in", nil
}

// heldOut gives each page to the extractor whose tables were fitted without
// the page's site.
func heldOut(dir string, keep []heuristics.Role) (ours.Choose, error) {
	folds, err := eval.ReadFolds(os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	list := make([]*extract.Extractor, folds.N)
	for k := range list {
		part := filepath.Join(dir, strconv.Itoa(k))
		t, err := extract.ReadTables(os.DirFS(part))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", part, err)
		}
		list[k] = &extract.Extractor{Keep: keep, Tables: t}
	}
	return func(p *eval.Page) (*extract.Extractor, error) { return list[folds.Of(p)], nil }, nil
}
