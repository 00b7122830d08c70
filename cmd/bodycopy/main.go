// Command bodycopy separates the body copy of web pages from everything
// around it.
//
//	bodycopy [flags] [FILE|DIR|GLOB|URL|-]…
//	bodycopy why "some words" FILE
//	bodycopy eval DATASET DIR
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// Exit statuses.
const (
	exitOK     = 0
	exitFailed = 1 // some documents failed, the others are done
	exitUsage  = 2 // wrong flags, arguments or data, nothing was done
	exitBroken = 3 // a list or an archive of documents, or the output, is broken

	exitSignal      = 128 // and the number of the signal that has ended it
	exitInterrupted = exitSignal + 2
)

// errSomeFailed says that what went wrong has been reported already.
var errSomeFailed = errors.New("some documents failed")

// usageError is an error in how the command was called.
type usageError struct{ error }

// dataError says that something that was named cannot be read: no usage is
// printed, since the call was right.
type dataError struct{ error }

// brokenError is an error of the input as a whole, or of the output.
type brokenError struct{ error }

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main with its surroundings as arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	cmd := rootCommand()
	cmd.SetArgs(args)
	cmd.SetIn(stdin)
	cmd.SetOut(stdout)
	cmd.SetErr(stderr)
	command, err := cmd.ExecuteC()
	var off interruption
	var usage usageError
	var data dataError
	var broken brokenError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errSomeFailed):
		return exitFailed
	case errors.As(err, &off):
		fmt.Fprintln(stderr, "bodycopy: interrupted")
		return off.status()
	case errors.As(err, &broken):
		fmt.Fprintf(stderr, "bodycopy: %v\n", err)
		return exitBroken
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "bodycopy: %v\n\nUsage: %s\n%s --help says more.\n", err, command.UseLine(), command.CommandPath())
		return exitUsage
	case errors.As(err, &data):
		fmt.Fprintf(stderr, "bodycopy: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(stderr, "bodycopy: %v\n", err)
	return exitFailed
}

func rootCommand() *cobra.Command {
	cmd := extractCommand()
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.Version = version()
	cmd.SetVersionTemplate("bodycopy {{.Version}}\n")
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	cmd.AddCommand(whyCommand(), evalCommand())
	cmd.AddCommand(labelCommand(), newHeuristicCommand(), profileCommand(), reportCommand(), manCommand())
	return cmd
}
