package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// movedShown is how many of the pages that moved a table shows.
const movedShown = 30

func diffCommand() *cobra.Command {
	var format string
	var pages bool
	cmd := &cobra.Command{
		Use:   "diff OLD.json NEW.json",
		Short: "Compares two reports of eval --format json over the same pages",
		Long: `Diff shows how far each figure moved, with a 95 % interval from drawing the
pages anew in pairs, and which pages moved, the largest change first.`,
		Example: `  bodycopy eval wcxb wcxb/dev --format json > old.json
  bodycopy eval diff old.json new.json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{fmt.Errorf("diff needs two reports, not %d arguments", len(args))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(reportFormats, format) {
				return usageError{fmt.Errorf("--format %s: want one of %s", format, strings.Join(reportFormats, ", "))}
			}
			var reports [2]*eval.Report
			for i := range reports {
				var err error
				if reports[i], err = eval.ReadReport(args[i]); err != nil {
					return dataError{err}
				}
			}
			diff, err := eval.Compare(reports[0], reports[1])
			if err != nil {
				return dataError{fmt.Errorf("%s, %s: %w", args[0], args[1], err)}
			}
			if format == "json" {
				return diff.WriteJSON(cmd.OutOrStdout())
			}
			limit := movedShown
			if pages {
				limit = 0
			}
			return diff.WriteTable(cmd.OutOrStdout(), limit)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "output: table or json")
	cmd.Flags().BoolVar(&pages, "pages", false, fmt.Sprintf("all pages that moved, not only the first %d", movedShown))
	return cmd
}
