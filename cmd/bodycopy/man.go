package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manSection is the part of the manual that commands stand in.
const manSection = "1"

func manCommand() *cobra.Command {
	var dir string
	var force bool
	cmd := &cobra.Command{
		Use:   "man",
		Short: "Writes the manual pages of the command",
		Long: `Man prints a manual page of bodycopy and of each of its commands, one after the
other, or writes them to the files of a folder, bodycopy.1, bodycopy-why.1 and
so on, which man finds if the folder is man1 of a folder in MANPATH.`,
		Example: `  bodycopy man | man -l -
  bodycopy man -o ~/.local/share/man/man1`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 0 {
				return usageError{fmt.Errorf("man takes no arguments, not %d", len(args))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dir != "" {
				if err := os.MkdirAll(dir, 0o755); err != nil {
					return err
				}
			}
			for _, c := range documented(cmd.Root()) {
				if err := writeManPage(cmd.OutOrStdout(), c, dir, force); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&dir, "output", "o", "", "folder to write to, made if it is missing (default: standard output)")
	cmd.Flags().BoolVar(&force, "force", false, "write over files that are there already")
	return cmd
}

func writeManPage(out io.Writer, c *cobra.Command, dir string, force bool) error {
	page := manPage(c, version())
	if dir == "" {
		_, err := io.WriteString(out, page)
		return err
	}
	return writeNew(filepath.Join(dir, manName(c)+"."+manSection), page, force)
}

// documented are a command and all below it that have a page. Their depth is
// ours to choose, not the input's.
func documented(c *cobra.Command) []*cobra.Command {
	list := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			list = append(list, documented(sub)...)
		}
	}
	return list
}

// manName is what the page of a command is called.
func manName(c *cobra.Command) string {
	return strings.ReplaceAll(c.CommandPath(), " ", "-")
}

// manPage is the manual page of a command, of the program's given version.
// Sections that would be empty are left out.
func manPage(c *cobra.Command, version string) string {
	c.InitDefaultHelpFlag()
	r := new(roff)
	r.macro("TH", strings.ToUpper(manName(c)), manSection, "", "bodycopy "+version, "Bodycopy")
	r.macro("nh") // no word is divided: flags would be, too
	r.macro("SH", "NAME")
	r.line(manName(c) + " - " + c.Short)
	r.synopsis(c)
	about, statuses := cutExitStatus(c.Long)
	r.macro("SH", "DESCRIPTION")
	r.prose(about)
	r.commands(c)
	r.options(c)
	if c.Example != "" {
		r.macro("SH", "EXAMPLES")
		r.prose(c.Example)
	}
	if len(statuses) > 0 {
		r.macro("SH", "EXIT STATUS")
		for _, s := range statuses {
			r.item(s.number, "", s.meaning)
		}
	}
	r.seeAlso(c)
	return r.String()
}

func (r *roff) synopsis(c *cobra.Command) {
	r.macro("SH", "SYNOPSIS")
	path := c.CommandPath()
	if c.Runnable() {
		r.call(path, strings.TrimSpace(strings.TrimPrefix(c.UseLine(), path)))
	}
	if c.HasAvailableSubCommands() {
		if c.Runnable() {
			r.macro("br")
		}
		r.call(path, "COMMAND …")
	}
}

func (r *roff) commands(c *cobra.Command) {
	if !c.HasAvailableSubCommands() {
		return
	}
	r.macro("SH", "COMMANDS")
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			r.item(sub.Name(), "", sub.Short)
		}
	}
}

func (r *roff) options(c *cobra.Command) {
	r.macro("SH", "OPTIONS")
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Deprecated != "" {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		if !slices.Contains(zeroDefaults, f.DefValue) {
			usage += " (default " + f.DefValue + ")"
		}
		names := "--" + f.Name
		if f.Shorthand != "" {
			names = "-" + f.Shorthand + ", " + names
		}
		r.item(names, value, usage)
	})
}

// zeroDefaults are the defaults that go without saying.
var zeroDefaults = []string{"", "0", "0s", "false", "[]"}

func (r *roff) seeAlso(c *cobra.Command) {
	var pages []string
	if c.HasParent() {
		pages = append(pages, manName(c.Parent()))
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			pages = append(pages, manName(sub))
		}
	}
	if len(pages) == 0 {
		return
	}
	r.macro("SH", "SEE ALSO")
	r.line(strings.Join(pages, "("+manSection+"), ") + "(" + manSection + ")")
}

// exitStatus is what a command's end says to its caller.
type exitStatus struct{ number, meaning string }

// statusMark is where the paragraph of exit statuses begins in a long text.
const statusMark = "\n\nExit status:"

// statusStart is where a status begins in the paragraph: 0 all well, 1 some …
var statusStart = regexp.MustCompile(`(?:^|, )(\d+) `)

// cutExitStatus divides a long text, of which the paragraph of exit statuses
// is the last, into what comes before and the statuses.
func cutExitStatus(long string) (before string, statuses []exitStatus) {
	before, tail, _ := strings.Cut(long, statusMark)
	text := strings.TrimSuffix(strings.Join(strings.Fields(tail), " "), ".")
	starts := statusStart.FindAllStringSubmatchIndex(text, -1)
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		statuses = append(statuses, exitStatus{text[at[2]:at[3]], text[at[1]:end]})
	}
	return before, statuses
}
