package extract

import (
	"fmt"
	"io/fs"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
	"github.com/seed-1beecd1b/bodycopy/internal/scorer"
)

// Tables are measured weights: what the levels of each heuristic are worth for
// each role. The built-in ones were fitted to the public data sets that the
// README names; heuristics/README.md tells how to fit others to pages of one's
// own. Tables are read-only and may be shared.
type Tables struct {
	set    *model.Set
	scorer *scorer.Scorer // for the built-in heuristics
}

// ReadTables reads a folder of tables, as the fit writes it. The error names
// the file and the line that cannot be read.
func ReadTables(folder fs.FS) (*Tables, error) {
	if folder == nil {
		return nil, isNil("folder")
	}
	set, err := model.ReadSet(folder)
	if err == nil {
		err = scorer.Check(set)
	}
	if err != nil {
		return nil, fmt.Errorf("extract: tables: %w", err)
	}
	return &Tables{set: set, scorer: scorer.New(heuristics.Default(), set)}, nil
}
