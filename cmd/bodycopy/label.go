package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/internal/golden"
)

func labelCommand() *cobra.Command {
	var opt options
	var force bool
	cmd := &cobra.Command{
		Use:   "label FILE…",
		Short: "Writes the roles of a page's blocks beside it, to be corrected by hand",
		Long: `Label writes, beside page.html, the file page.labels: a line a block with its
role and first words. Corrected by hand, it is the truth that the test kit
heuristics/heuristictest holds the extractor to. - prints the labels of standard
input. A file that is there already stays, unless --force is given.`,
		Example: `  bodycopy label testdata/story.html
  bodycopy label --force testdata/*.html`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("label needs a file")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := opt.extractor()
			if err != nil {
				return usageError{err}
			}
			failed := false
			for _, in := range inputs(args) {
				r, err := extractOne(cmd.InOrStdin(), e, &in)
				if err == nil {
					text := golden.Labels(filepath.Base(in.name), r)
					err = writeLabels(cmd.OutOrStdout(), &in, text, force)
				}
				if err != nil {
					failed = true
					fmt.Fprintf(cmd.ErrOrStderr(), "bodycopy: %s: %v\n", in.name, err)
				}
			}
			if failed {
				return errSomeFailed
			}
			return nil
		},
	}
	opt.shared(cmd)
	cmd.Flags().BoolVar(&force, "force", false, "write over labels that are there already")
	return cmd
}

// writeLabels writes labels beside the page and prints the file's name.
func writeLabels(out io.Writer, in *input, text string, force bool) error {
	if in.stdin {
		_, err := io.WriteString(out, text)
		return err
	}
	name := in.name
	if ext := filepath.Ext(name); slices.Contains(packedTypes, strings.ToLower(ext)) {
		name = strings.TrimSuffix(name, ext)
	}
	name = strings.TrimSuffix(name, filepath.Ext(name)) + golden.LabelsExt
	if err := writeNew(name, text, force); err != nil {
		return err
	}
	_, err := fmt.Fprintln(out, name)
	return err
}
