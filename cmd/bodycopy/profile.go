package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/decode"
)

func profileCommand() *cobra.Command {
	var opt options
	var to string
	var force bool
	cmd := &cobra.Command{
		Use:   "profile DIR…",
		Short: "Learns what repeats on the pages of one site",
		Long: `Profile reads pages of one site, five at least, twenty to fifty are better, and
writes a small text file of what repeats on them, to be given to other commands
by --profile: what stands on most pages of a site is none of the text of any.`,
		Example: `  bodycopy profile site/ -o site.profile
  bodycopy --profile site.profile site/story.html`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("profile needs a folder, or files")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := opt.extractor()
			if err != nil {
				return usageError{err}
			}
			learner, failed := learnAll(cmd, e, inputs(args))
			p, err := learner.Profile()
			if err != nil {
				return dataError{err}
			}
			if err := writeTo(cmd.OutOrStdout(), to, force, p.WriteTo); err != nil {
				return err
			}
			if failed {
				return errSomeFailed
			}
			return nil
		},
	}
	opt.shared(cmd)
	cmd.Flags().StringVarP(&to, "output", "o", "", "file to write (default: standard output)")
	cmd.Flags().BoolVar(&force, "force", false, "write over a file that is there already")
	return cmd
}

// learnAll learns from all pages that can be read, and tells whether some
// cannot.
func learnAll(cmd *cobra.Command, e *extract.Extractor, list []input) (*extract.Learner, bool) {
	learner := &extract.Learner{Extractor: e}
	failed := false
	for _, in := range list {
		for d := range local(in, cmd.InOrStdin(), limitOf(e)) {
			if err := d.learn(cmd.Context(), learner); err != nil {
				failed = true
				fmt.Fprintf(cmd.ErrOrStderr(), "bodycopy: %s: %v\n", d.label(), err)
			}
		}
	}
	return learner, failed
}

// learn reads the document and learns from it.
func (d *document) learn(ctx context.Context, l *extract.Learner) error {
	p, err := d.read(ctx, limitOf(l.Extractor))
	if err != nil {
		return err
	}
	if err := foreign(p.data); err != nil {
		return err
	}
	if p.text {
		return l.AddText(string(decode.UTF8(p.data, p.contentType)), extract.Source{URL: p.url})
	}
	return l.AddBytes(p.data, extract.Source{URL: p.url, ContentType: p.contentType})
}

// writeTo writes to a file, or, if none is named, to out.
func writeTo(out io.Writer, name string, force bool, write func(io.Writer) (int64, error)) error {
	if name == "" || name == stdinName {
		_, err := write(out)
		return err
	}
	f, err := create(name, force)
	if err != nil {
		return err
	}
	_, err = write(f)
	return errors.Join(err, f.Close())
}

// readProfile reads the file that --profile names.
func readProfile(name string) (*extract.Profile, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("--profile: %w", err)
	}
	defer f.Close()
	p, err := extract.ReadProfile(f)
	if err != nil {
		return nil, fmt.Errorf("--profile %s: %w", name, err)
	}
	return p, nil
}
