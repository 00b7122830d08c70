package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/eval/ours"
)

// evalOptions are the flags of eval.
type evalOptions struct {
	format      string
	pages       bool
	predictions string
	tables      string
	folds       string
	keep        []string
	bounds      bounds
	jobs        int
	quiet       bool
}

var reportFormats = []string{"table", "json"}

func evalCommand() *cobra.Command {
	var opt evalOptions
	cmd := &cobra.Command{
		Use:   "eval DATASET DIR",
		Short: "Scores the extractor, or somebody else's output, on pages with ground truth",
		Long: `Eval runs the extractor over a data set in its public layout and prints its
figures with 95 % intervals. Pages and ground truth may be gzipped.

Data sets:
` + datasetHelp() + `
A figure is named as the JSON output names it, with its group and a point
before it: F1, article.F1, wcxb.newsletter.leak, kind.

Exit status: 0 all well, 1 a figure is beyond --min or --max, 2 wrong usage or
data that cannot be read.`,
		Example: `  bodycopy eval wcxb wcxb/dev
  bodycopy eval wcxb wcxb/dev --min article.F1=0.93 --format json > new.json
  bodycopy eval wcxb wcxb/dev --folds fitted/folds
  bodycopy eval plain mypages --predictions theirs.jsonl --pages
  bodycopy eval diff old.json new.json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{fmt.Errorf("eval needs a data set and a folder, not %d arguments", len(args))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			set, err := eval.FindDataset(args[0])
			if err != nil {
				return usageError{fmt.Errorf("%w; there are %s", err, strings.Join(datasetNames(), ", "))}
			}
			if !slices.Contains(reportFormats, opt.format) {
				return usageError{fmt.Errorf("--format %s: want one of %s", opt.format, strings.Join(reportFormats, ", "))}
			}
			if opt.jobs < 1 {
				return usageError{fmt.Errorf("--jobs %d: want 1 or more", opt.jobs)}
			}
			return opt.run(cmd, set, args[1])
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opt.format, "format", "table", "output: table or json")
	flags.BoolVar(&opt.pages, "pages", false, "with a line a page, worst first (json has them anyway)")
	flags.StringVar(&opt.predictions, "predictions", "", "score this file of JSON lines (id, text, and blocks if there are any) instead of the extractor")
	flags.StringVar(&opt.tables, "tables", "", "use the tables in this folder instead of the built-in ones")
	flags.StringVar(&opt.folds, "folds", "", "judge each page by the tables in this folder that were fitted without its site, as the fit's -folds writes them")
	flags.StringSliceVar(&opt.keep, "keep", nil, "roles that make up the text (default: what the data set's ground truth is made of)")
	flags.Var(&opt.bounds.min, "min", "floor of a figure, as F1=0.95; may be repeated")
	flags.Var(&opt.bounds.max, "max", "ceiling of a figure, as wcxb.bio.leak=0.1; may be repeated")
	flags.IntVar(&opt.jobs, "jobs", runtime.GOMAXPROCS(0), "pages at once")
	flags.Lookup("jobs").DefValue = perCore
	flags.BoolVarP(&opt.quiet, "quiet", "q", false, "no progress bar")
	cmd.AddCommand(diffCommand())
	return cmd
}

func datasetNames() []string {
	var names []string
	for _, d := range eval.Datasets() {
		names = append(names, d.Name)
	}
	return names
}

func datasetHelp() string {
	var b strings.Builder
	for _, d := range eval.Datasets() {
		fmt.Fprintf(&b, "  %-12s %s\n", d.Name, d.Layout)
	}
	return b.String()
}

// run reads all of the data before it prints anything.
func (opt *evalOptions) run(cmd *cobra.Command, set *eval.Dataset, dir string) error {
	keep, err := opt.policy(set)
	if err != nil {
		return usageError{err}
	}
	pages, err := set.Read(dir)
	if err != nil {
		return dataError{err}
	}
	choose, tables, err := opt.extractors(keep)
	if err != nil {
		return dataError{err}
	}
	run, name := ours.Extract(choose), "bodycopy"
	if opt.predictions != "" {
		if run, err = eval.Predictions(opt.predictions, pages); err != nil {
			return dataError{err}
		}
		name, tables = opt.predictions, "none"
	}
	bar := newProgress(cmd.ErrOrStderr(), len(pages), opt.quiet)
	scores := eval.Run(set, pages, run, eval.RunOptions{Workers: opt.jobs, Step: bar.step})
	bar.clear()
	report, err := eval.NewReport(set, pages, scores, version(), map[string]string{"extractor": name, "keep": joinRoles(keep), "tables": tables})
	if err != nil {
		return err
	}
	if err := opt.bounds.known(report); err != nil {
		return usageError{err}
	}
	if opt.format == "json" {
		err = report.WriteJSON(cmd.OutOrStdout())
	} else {
		err = report.WriteTable(cmd.OutOrStdout(), opt.pages)
	}
	if err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return opt.bounds.check(cmd.ErrOrStderr(), report)
}

func joinRoles(roles []heuristics.Role) string {
	var names []string
	for _, r := range roles {
		names = append(names, r.String())
	}
	return strings.Join(names, ",")
}

func (opt *evalOptions) policy(set *eval.Dataset) ([]heuristics.Role, error) {
	if opt.keep == nil {
		return set.Keep, nil
	}
	return parseKeep(opt.keep)
}
