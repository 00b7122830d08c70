package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// progress is a bar on a terminal; elsewhere it prints nothing.
type progress struct {
	out   io.Writer
	total int
}

// minProgress is the least number of documents that are worth a bar.
const minProgress = 10

func newProgress(out io.Writer, total int, quiet bool) *progress {
	if quiet || total < minProgress || !isTerminal(out) {
		return &progress{}
	}
	return &progress{out: out, total: total}
}

// isTerminal tells whether somebody looks at what is written there.
func isTerminal(out io.Writer) bool {
	file, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

const barWidth = 30

func (p *progress) step(done int) {
	if p.out == nil {
		return
	}
	full := barWidth * done / p.total
	fmt.Fprintf(p.out, "\r[%s%s] %d/%d", strings.Repeat("=", full), strings.Repeat(" ", barWidth-full), done, p.total)
}

// clear wipes the bar, so that a message can be written.
func (p *progress) clear() {
	if p.out != nil {
		fmt.Fprintf(p.out, "\r%s\r", strings.Repeat(" ", barWidth+30))
	}
}
