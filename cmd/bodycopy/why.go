package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

func whyCommand() *cobra.Command {
	var opt options
	var against string
	cmd := &cobra.Command{
		Use:   `why "some words" FILE`,
		Short: "Explains the role of the block that holds some words",
		Long: `Why finds the blocks that hold the words and prints, for each, its role, the
runners-up, and every piece of evidence with its weight in nats. The weights
for a role add up to the log-odds of its score.`,
		Example: `  bodycopy why "delivered to your inbox" page.html
  bodycopy why --not promo "delivered to your inbox" page.html`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{fmt.Errorf("why needs some words and a file, not %d arguments", len(args))}
			}
			if strings.TrimSpace(args[0]) == "" {
				return usageError{errors.New("why needs some words, not none")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := opt.extractor()
			if err != nil {
				return usageError{err}
			}
			var not *heuristics.Role
			if against != "" {
				role, err := parseRole("not", against)
				if err != nil {
					return usageError{err}
				}
				not = &role
			}
			in := inputs(args[1:])
			if len(in) != 1 {
				return usageError{fmt.Errorf("%s: why reads one file", args[1])}
			}
			r, err := extractOne(cmd.InOrStdin(), e, &in[0])
			if err != nil {
				return fmt.Errorf("%s: %w", in[0].name, err)
			}
			return why(cmd.OutOrStdout(), r, args[0], in[0].name, not)
		},
	}
	opt.shared(cmd)
	cmd.Flags().StringVar(&against, "not", "", "the role to compare with, instead of the runner-up")
	return cmd
}

// maxShown is how many blocks with the words are explained.
const maxShown = 3

func why(out io.Writer, r *extract.Result, words, name string, not *heuristics.Role) error {
	want := strings.ToLower(strings.Join(strings.Fields(words), " "))
	found := 0
	for i := range r.Blocks {
		text := strings.ToLower(strings.Join(strings.Fields(r.Blocks[i].Text), " "))
		if !strings.Contains(text, want) {
			continue
		}
		if found++; found > maxShown {
			continue
		}
		if err := explain(out, r, i, not); err != nil {
			return err
		}
	}
	if found == 0 {
		return fmt.Errorf("%s: no block holds %q", name, words)
	}
	if found > maxShown {
		fmt.Fprintf(out, "%d more blocks hold these words.\n", found-maxShown)
	}
	return nil
}

// notBest says why a role can be right that does not have the highest score.
const notBest = "A role with a higher score was not chosen: body needs a third, and scores of\nother roles mean unlike much; see The choice in heuristics/README.md."

// runnersUp is how many roles are shown beside the one that was chosen.
const runnersUp = 3

func explain(out io.Writer, r *extract.Result, i int, not *heuristics.Role) error {
	b := &r.Blocks[i]
	ranked, err := r.Why(i)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "block %d of %d  %s\n%q\n\n", i+1, len(r.Blocks), b.Path(), shorten(b.Text))
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for n, s := range ranked[:1+runnersUp] {
		mark := " "
		if n == 0 {
			mark = "→"
		}
		fmt.Fprintf(t, "%s %s\t%.3f\n", mark, s.Role, s.Score)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if slices.ContainsFunc(ranked, func(s extract.RoleScore) bool { return s.Score > ranked[0].Score }) {
		fmt.Fprintln(out, notBest)
	}
	fmt.Fprintln(out)
	first, second := ranked[0], ranked[1]
	for _, s := range ranked {
		if not != nil && s.Role == *not && s.Role != first.Role {
			second = s
		}
	}
	weights := map[string]float64{}
	for _, e := range second.Reasons {
		weights[e.Heuristic] += e.Weight
	}
	fmt.Fprintf(t, "%s\t%s\tbecause\t\n", first.Role, second.Role)
	for _, e := range first.Reasons {
		fmt.Fprintf(t, "%+.2f\t%s\t%s\t%s\n", e.Weight, signed(weights, e.Heuristic), e.Heuristic, e.Reason)
		delete(weights, e.Heuristic)
	}
	for _, e := range second.Reasons {
		if _, left := weights[e.Heuristic]; left {
			fmt.Fprintf(t, "\t%+.2f\t%s\t%s\n", e.Weight, e.Heuristic, e.Reason)
		}
	}
	fmt.Fprintln(t)
	return t.Flush()
}

func signed(weights map[string]float64, name string) string {
	if w, ok := weights[name]; ok {
		return fmt.Sprintf("%+.2f", w)
	}
	return ""
}

// shorten keeps the first words of a long text.
func shorten(s string) string {
	const maxRunes = 160
	if r := []rune(s); len(r) > maxRunes {
		return string(r[:maxRunes]) + "…"
	}
	return s
}
