package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/show"
)

// reportOptions are the flags of report.
type reportOptions struct {
	options
	to    string
	force bool
	most  int
	eval  string
}

// mostReported is how many documents a page has unless the flag says more: all
// are in one file, which a browser reads at once.
const mostReported = 50

func reportCommand() *cobra.Command {
	var opt reportOptions
	cmd := &cobra.Command{
		Use:   "report FILE… -o report.html",
		Short: "Writes a page to look at what became of documents, block by block",
		Long: `Report writes one HTML page that needs no network: a list of the documents, that
with the least confidence first, and of each its blocks coloured by role, with
scores, and the reasons on click; the article beside them. It has filters, keys
(? shows them), and dark and light colours.

With --eval RESULT.json, which bodycopy eval --format json has written, the
argument is the folder of the data set. Documents are listed by their score, the
worst first, and what was wrongly kept and wrongly dropped is marked.`,
		Example: `  bodycopy report pages/ -o report.html
  bodycopy eval wcxb wcxb/dev --format json > result.json
  bodycopy report --eval result.json wcxb/dev -o report.html`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if opt.most < 1 {
				return usageError{fmt.Errorf("--most %d: want 1 or more", opt.most)}
			}
			if opt.to == "" {
				return usageError{errors.New("report needs -o FILE; - is standard output")}
			}
			if opt.eval != "" {
				return opt.evaluated(cmd, args)
			}
			return opt.plain(cmd, args)
		},
	}
	opt.shared(cmd)
	cmd.Flags().StringVarP(&opt.to, "output", "o", "", "file to write; - is standard output")
	cmd.Flags().BoolVar(&opt.force, "force", false, "write over a file that is there already")
	cmd.Flags().IntVar(&opt.most, "most", mostReported, "documents on the page, the worst of all")
	cmd.Flags().StringVar(&opt.eval, "eval", "", "mark what is wrong by the ground truth of the data set that this result of eval is of")
	return cmd
}

// plain reports documents without a ground truth.
func (opt *reportOptions) plain(cmd *cobra.Command, args []string) error {
	e, err := opt.extractor()
	if err != nil {
		return usageError{err}
	}
	worst := &worst{most: opt.most}
	failed := false
	for _, in := range inputs(args) {
		for d := range local(in, cmd.InOrStdin(), limitOf(e)) {
			r, err := d.extract(cmd.Context(), e, time.Time{})
			if err != nil {
				failed = true
				fmt.Fprintf(cmd.ErrOrStderr(), "bodycopy: %s: %v\n", d.label(), err)
			}
			worst.result(d.name, r, err, policyOf(e))
		}
	}
	if err := opt.write(cmd.OutOrStdout(), worst); err != nil {
		return err
	}
	if failed {
		return errSomeFailed
	}
	return nil
}

func policyOf(e *extract.Extractor) []heuristics.Role {
	if e.Keep == nil {
		return []heuristics.Role{heuristics.Body}
	}
	return e.Keep
}

func (opt *reportOptions) write(out io.Writer, w *worst) error {
	page := show.Report{Title: "Bodycopy report", Left: w.left, Documents: w.list}
	return writeTo(out, opt.to, opt.force, func(f io.Writer) (int64, error) { return 0, page.Write(f) })
}

// worst are the documents with the least rank, in that order, as many as are
// wanted of all that are added.
type worst struct {
	most int
	left int // how many are no longer in the list
	list []*show.Document
}

// result adds what came of a document. What is shown of it is only put together
// if it is among the worst.
func (w *worst) result(name string, r *extract.Result, err error, kept []heuristics.Role) {
	if err == nil && len(w.list) == w.most && r.Verdict.Confidence >= w.list[w.most-1].Rank {
		w.left++
		return
	}
	var d *show.Document
	if err == nil {
		d, err = show.New(name, r, kept)
	}
	if err != nil {
		d = show.Failed(name, err)
	}
	w.add(d)
}

func (w *worst) add(d *show.Document) {
	at, _ := slices.BinarySearchFunc(w.list, d, func(a, b *show.Document) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), -1) // behind those of the same rank
	})
	w.list = slices.Insert(w.list, at, d)
	if len(w.list) > w.most {
		w.list = w.list[:w.most]
		w.left++
	}
}
