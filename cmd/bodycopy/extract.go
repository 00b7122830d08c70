package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// options are the flags that say how documents are read.
type options struct {
	format  string
	explain bool
	quiet   bool
	batch   batchOptions
	fetch   fetchOptions
	keep    []string
	scope   string
	skip    string
	profile string
	limits  extract.Limits
}

var formats = []string{"text", "markdown", "html", "json", "jsonl"}

// explained are the formats that have a place for reasons.
var explained = []string{"text", "json", "jsonl"}

// perCore is what help and manual say of a default that depends on the machine.
const perCore = "one a core"

func extractCommand() *cobra.Command {
	var opt options
	cmd := &cobra.Command{
		Use:   "bodycopy [flags] [FILE|DIR|GLOB|URL|-]…",
		Short: "Separates the body copy of web pages from everything around it",
		Long: `Bodycopy cuts web pages into text blocks, gives each a role, and prints the
article text. It reads .html, .htm and .txt files, each also packed with gzip or
zstd, and the pages in .warc and .wet archives, packed or not; folders are
walked in sorted order; - or no argument is standard input. URLs are fetched
one at a time a host, with a delay, and only if robots.txt allows it.

Every document gives exactly one record, whatever becomes of it; its status is
ok, partial (a limit was hit), empty (there is no text in it) or error. With
--out the records go to shards in a folder, and a journal beside them lets
--resume go on after a kill: the shards become what an undisturbed run makes.

Exit status: 0 all well, 1 some documents failed or have no text, 2 wrong usage,
3 an input or the output is broken, 130 interrupted, 143 terminated.`,
		Example: `  bodycopy page.html
  bodycopy --format jsonl --explain pages/ > blocks.jsonl
  bodycopy --format markdown page.html
  bodycopy --out results --gzip --from list.txt
  bodycopy --out results --gzip --from list.txt --resume
  bodycopy --keep body,dek,caption page.html.gz
  bodycopy why "delivered to your inbox" page.html`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			extractor, err := opt.extractor()
			if err != nil {
				return usageError{err}
			}
			if err := opt.check(cmd); err != nil {
				return usageError{err}
			}
			return extractAll(cmd, extractor, args, &opt)
		},
	}
	cmd.Flags().StringVar(&opt.format, "format", "text", "output: text, markdown, html, json or jsonl")
	cmd.Flags().BoolVar(&opt.explain, "explain", false, "with the reasons of every block (json, jsonl); as text, a listing of all blocks")
	cmd.Flags().BoolVarP(&opt.quiet, "quiet", "q", false, "nothing on standard error: no progress, no messages of documents, no summary")
	opt.batch.flags(cmd)
	opt.fetch.flags(cmd)
	opt.shared(cmd)
	return cmd
}

// shared adds the flags that every command has which reads documents.
func (opt *options) shared(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&opt.keep, "keep", []string{"body"}, "roles that make up the text")
	cmd.Flags().StringVar(&opt.scope, "scope", "", "look only at what this CSS selector matches")
	cmd.Flags().StringVar(&opt.skip, "skip", "", "leave out what this CSS selector matches")
	cmd.Flags().StringVar(&opt.profile, "profile", "", "what repeats on the pages of the site: a file that bodycopy profile has written")
	cmd.Flags().IntVar(&opt.limits.Bytes, "max-bytes", extract.DefaultBytes, "bytes of a document that are read")
	cmd.Flags().DurationVar(&opt.limits.Time, "timeout", extract.DefaultTime, "time for a document; what was read until then is used")
	cmd.Flags().BoolVar(&opt.limits.Refuse, "refuse", false, "a document on which a limit is hit fails")
}

// checkLimits refuses limits of zero, which are the defaults in the library and
// look like no limit here.
func (opt *options) checkLimits() error {
	if opt.limits.Bytes < 1 {
		return fmt.Errorf("--max-bytes %d: want 1 or more", opt.limits.Bytes)
	}
	if opt.limits.Time <= 0 {
		return fmt.Errorf("--timeout %v: want more than 0", opt.limits.Time)
	}
	return nil
}

// extractor makes an extractor from the flags and tries its options out.
func (opt *options) extractor() (*extract.Extractor, error) {
	if err := opt.checkLimits(); err != nil {
		return nil, err
	}
	keep, err := parseKeep(opt.keep)
	if err == nil && len(keep) == 0 {
		err = fmt.Errorf("--keep: no role is named; %s", thereAre())
	}
	if err != nil {
		return nil, err
	}
	profile, err := readProfile(opt.profile)
	if err != nil {
		return nil, err
	}
	e := &extract.Extractor{Profile: profile, Explain: opt.explain, Keep: keep, Scope: opt.scope, Skip: opt.skip, Limits: opt.limits}
	if _, err := e.FromBytes(nil, extract.Source{}); errors.Is(err, extract.ErrOptions) {
		return nil, err
	}
	return e, nil
}

// parseKeep turns the names given to --keep into roles.
func parseKeep(names []string) ([]heuristics.Role, error) {
	var keep []heuristics.Role
	for _, name := range names {
		role, err := parseRole("keep", name)
		if err != nil {
			return nil, err
		}
		keep = append(keep, role)
	}
	return keep, nil
}

// parseRole reads the role that is given to a flag.
func parseRole(flag, name string) (heuristics.Role, error) {
	role, err := heuristics.ParseRole(strings.TrimSpace(name))
	if err != nil {
		return role, fmt.Errorf("--%s: no role is called %q; %s", flag, name, thereAre())
	}
	return role, nil
}

// thereAre names all roles.
func thereAre() string {
	var names []string
	for _, role := range heuristics.Roles() {
		names = append(names, role.String())
	}
	return "there are " + strings.Join(names, ", ")
}

func extractOne(stdin io.Reader, e *extract.Extractor, in *input) (*extract.Result, error) {
	return fileDocument(*in, stdin).extract(context.Background(), e, time.Time{})
}
