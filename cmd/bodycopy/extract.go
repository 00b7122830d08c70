package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/decode"
)

// options are the flags that say how documents are read.
type options struct {
	format  string
	explain bool
	quiet   bool
	keep    []string
	scope   string
	skip    string
	limits  extract.Limits
}

var formats = []string{"text", "markdown", "html", "json", "jsonl"}

func extractCommand() *cobra.Command {
	var opt options
	cmd := &cobra.Command{
		Use:   "bodycopy [flags] [FILE|DIR|-]…",
		Short: "Separates the body copy of web pages from everything around it",
		Long: `Bodycopy cuts web pages into text blocks, gives each a role, and prints the
article text. It reads .html, .htm and .txt files, each also gzipped; folders
are walked in sorted order; - or no argument is standard input.

Exit status: 0 all well, 1 some documents failed, 2 wrong usage.`,
		Example: `  bodycopy page.html
  bodycopy --format jsonl --explain pages/ > blocks.jsonl
  bodycopy --format markdown page.html
  bodycopy --keep body,dek,caption page.html.gz
  bodycopy why "delivered to your inbox" page.html`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			extractor, err := opt.extractor()
			if err != nil {
				return usageError{err}
			}
			if !slices.Contains(formats, opt.format) {
				return usageError{fmt.Errorf("--format %s: want one of %s", opt.format, strings.Join(formats, ", "))}
			}
			return extractAll(cmd, extractor, inputs(args), &opt)
		},
	}
	cmd.Flags().StringVar(&opt.format, "format", "text", "output: text, markdown, html, json or jsonl")
	cmd.Flags().BoolVar(&opt.explain, "explain", false, "with the reasons of every block; as text, a listing of all blocks")
	cmd.Flags().BoolVarP(&opt.quiet, "quiet", "q", false, "no progress bar")
	opt.shared(cmd)
	return cmd
}

// shared adds the flags that every command has which reads documents.
func (opt *options) shared(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&opt.keep, "keep", []string{"body"}, "roles that make up the text")
	cmd.Flags().StringVar(&opt.scope, "scope", "", "look only at what this CSS selector matches")
	cmd.Flags().StringVar(&opt.skip, "skip", "", "leave out what this CSS selector matches")
	cmd.Flags().IntVar(&opt.limits.Bytes, "max-bytes", extract.DefaultBytes, "bytes of a document that are read")
	cmd.Flags().DurationVar(&opt.limits.Time, "timeout", extract.DefaultTime, "time for a document; what was read until then is used")
	cmd.Flags().BoolVar(&opt.limits.Refuse, "refuse", false, "a document on which a limit is hit fails")
}

// extractor makes an extractor from the flags and tries its options out.
func (opt *options) extractor() (*extract.Extractor, error) {
	keep, err := parseKeep(opt.keep)
	if err != nil {
		return nil, err
	}
	e := &extract.Extractor{Explain: opt.explain, Keep: keep, Scope: opt.scope, Skip: opt.skip, Limits: opt.limits}
	if _, err := e.FromBytes(nil, extract.Source{}); errors.Is(err, extract.ErrOptions) {
		return nil, err
	}
	return e, nil
}

// parseKeep turns the names given to --keep into roles.
func parseKeep(names []string) ([]heuristics.Role, error) {
	var keep []heuristics.Role
	for _, name := range names {
		role, err := heuristics.ParseRole(strings.TrimSpace(name))
		if err != nil {
			return nil, fmt.Errorf("--keep: no role is called %q; there are %v", name, heuristics.Roles())
		}
		keep = append(keep, role)
	}
	return keep, nil
}

// extractAll does one document after the other, in input order.
func extractAll(cmd *cobra.Command, e *extract.Extractor, list []input, opt *options) error {
	out := newWriter(cmd.OutOrStdout(), opt, len(list))
	bar := newProgress(cmd.ErrOrStderr(), len(list), opt.quiet)
	failed := false
	for i := range list {
		bar.step(i)
		result, err := extractOne(cmd.InOrStdin(), e, &list[i])
		if err != nil {
			failed = true
			bar.clear()
			fmt.Fprintf(cmd.ErrOrStderr(), "bodycopy: %s: %v\n", list[i].name, err)
		} else if result.Partial != "" {
			bar.clear()
			fmt.Fprintf(cmd.ErrOrStderr(), "bodycopy: %s: partial result: %s\n", list[i].name, result.Partial)
		}
		if err := out.write(list[i].name, result, err); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	bar.clear()
	if failed {
		return errSomeFailed
	}
	return nil
}

func extractOne(stdin io.Reader, e *extract.Extractor, in *input) (*extract.Result, error) {
	data, err := in.read(stdin, int64(cmp.Or(e.Limits.Bytes, extract.DefaultBytes)))
	if err != nil {
		return nil, err
	}
	var result *extract.Result
	if in.isText(data) {
		result, err = e.FromText(string(decode.UTF8(data, "")), extract.Source{})
	} else {
		result, err = e.FromBytes(data, extract.Source{})
	}
	if err == nil && len(result.Blocks) == 0 {
		return nil, errors.New("there is no text in the document")
	}
	return result, err
}
