package main

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
)

// start has the files that a new heuristic starts from.
//
//go:embed start
var start embed.FS

// startFiles are the templates and where they go; NAME is the heuristic's name
// with underscores.
var startFiles = []struct{ from, to string }{
	{"start/heuristic.go.tmpl", "NAME.go"},
	{"start/heuristic_test.go.tmpl", "NAME_test.go"},
	{"start/page.html.tmpl", "testdata/NAME/example.html"},
}

func newHeuristicCommand() *cobra.Command {
	var dir, pkg string
	var force bool
	cmd := &cobra.Command{
		Use:   "new-heuristic NAME",
		Short: "Writes the three files that a heuristic starts from",
		Long: `New-heuristic writes a heuristic that runs, a test that runs it over a folder of
pages, and the first page with the right roles in data-want. NAME is lower-case
words joined by dashes.`,
		Example: `  bodycopy new-heuristic correction-note
  bodycopy new-heuristic --dir rules --package rules correction-note`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("new-heuristic needs one name, not %d arguments", len(args))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			h, err := newStartNames(args[0], dir, pkg)
			if err != nil {
				return usageError{err}
			}
			for _, f := range startFiles {
				name := filepath.Join(dir, filepath.FromSlash(strings.ReplaceAll(f.to, "NAME", h.File)))
				if err := h.write(f.from, name, force); err != nil {
					return err
				}
				fmt.Fprintln(cmd.OutOrStdout(), name)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&dir, "dir", ".", "folder to write to")
	cmd.Flags().StringVar(&pkg, "package", "", "name of the package (default: the folder's)")
	cmd.Flags().BoolVar(&force, "force", false, "write over files that are there already")
	return cmd
}

// startNames are what the templates call the new heuristic.
type startNames struct {
	Name    string // correction-note
	Words   string // correction note
	Func    string // CorrectionNote
	File    string // correction_note
	Package string
}

var (
	heuristicName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	packageName   = regexp.MustCompile(`^[a-z_][a-z0-9_]*$`)
)

func newStartNames(name, dir, pkg string) (*startNames, error) {
	if !heuristicName.MatchString(name) {
		return nil, fmt.Errorf("%q: want lower-case words joined by dashes", name)
	}
	if pkg == "" {
		full, err := filepath.Abs(dir)
		if err != nil {
			return nil, err
		}
		pkg = strings.ToLower(strings.ReplaceAll(filepath.Base(full), "-", ""))
	}
	if !packageName.MatchString(pkg) {
		return nil, fmt.Errorf("%q is no name for a package; --package says another", pkg)
	}
	h := &startNames{Name: name, Words: strings.ReplaceAll(name, "-", " "), File: strings.ReplaceAll(name, "-", "_"), Package: pkg}
	for _, word := range strings.Split(name, "-") {
		h.Func += strings.ToUpper(word[:1]) + word[1:]
	}
	return h, nil
}

func (h *startNames) write(from, name string, force bool) error {
	text, err := start.ReadFile(from)
	if err != nil {
		return err
	}
	names := strings.NewReplacer("{{.Name}}", h.Name, "{{.Words}}", h.Words, "{{.Func}}", h.Func, "{{.File}}", h.File, "{{.Package}}", h.Package)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return writeNew(name, names.Replace(string(text)), force)
}
