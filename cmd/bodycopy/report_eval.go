package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/show"
)

// evaluated reports the pages of a result of eval, worst first, with marks.
func (opt *reportOptions) evaluated(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usageError{fmt.Errorf("--eval needs the folder of the data set, not %d arguments", len(args))}
	}
	result, err := eval.ReadReport(opt.eval)
	if err != nil {
		return dataError{err}
	}
	pages, err := pagesOf(result, args[0])
	if err != nil {
		return dataError{err}
	}
	if !cmd.Flags().Changed("keep") && result.Options["keep"] != "" {
		opt.keep = strings.Split(result.Options["keep"], ",")
	}
	e, err := opt.extractor()
	if err != nil {
		return usageError{err}
	}
	w := &worst{most: opt.most, left: max(0, len(result.Pages)-opt.most)}
	for _, s := range result.Pages[:min(opt.most, len(result.Pages))] { // worst first
		d := judged(e, pages[s.ID])
		d.Rank, d.RankName = s.Score, "score"
		w.list = append(w.list, d)
	}
	return opt.write(cmd.OutOrStdout(), w)
}

// pagesOf reads the pages of the data set that a result is of, by their IDs.
func pagesOf(result *eval.Report, dir string) (map[string]*eval.Page, error) {
	set, err := eval.FindDataset(result.Dataset)
	if err != nil {
		return nil, err
	}
	list, err := set.Read(dir)
	if err != nil {
		return nil, err
	}
	digest, err := eval.Digest(list)
	if err != nil {
		return nil, err
	}
	if digest != result.Corpus {
		return nil, fmt.Errorf("%s: the result is of other pages, or of these before they were changed", dir)
	}
	pages := make(map[string]*eval.Page, len(list))
	for i := range list {
		pages[list[i].ID] = &list[i]
	}
	return pages, nil
}

func judged(e *extract.Extractor, p *eval.Page) *show.Document {
	r, err := e.FromBytes(p.HTML, extract.Source{URL: p.URL})
	if err != nil {
		return show.Failed(p.ID, err)
	}
	d, err := show.New(p.ID, r, policyOf(e))
	if err != nil {
		return show.Failed(p.ID, err)
	}
	d.Judge(p, policyOf(e))
	return d
}
