package main

import (
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"time"

	"github.com/seed-1beecd1b/bodycopy/internal/batch"
)

// meter says on stderr how far a batch has come: a bar on a terminal, now and
// then a line elsewhere, nothing if it is to be quiet.
type meter struct {
	out      io.Writer
	quiet    bool
	terminal bool
	inputs   *lister
	began    time.Time
	shown    time.Time // when last
	first    int64     // bytes that earlier runs had read, -1 before the first document
	total    atomic.Int64
	counting bool
	drawn    bool
}

// How often progress is shown. A run that is over before has none.
const (
	barEvery  = 200 * time.Millisecond
	lineEvery = 10 * time.Second
)

func newMeter(out io.Writer, inputs *lister, quiet bool) *meter {
	m := &meter{out: out, quiet: quiet, terminal: isTerminal(out), inputs: inputs, began: time.Now(), first: -1}
	m.shown = m.began
	return m
}

// step takes note of a document.
func (m *meter) step(out *batch.Outcome, t batch.Tally) {
	if m.quiet {
		return
	}
	if m.first < 0 {
		m.first = t.Read - out.Read
	}
	switch out.Status {
	case batch.Failed, batch.Empty:
		m.clear()
		fmt.Fprintf(m.out, "bodycopy: %s: %s\n", out.Name, out.Cause)
	case batch.OK:
		if out.Cause != "" {
			m.clear()
			fmt.Fprintf(m.out, "bodycopy: %s: %s\n", out.Name, out.Cause)
		}
	case batch.Partial:
		m.clear()
		fmt.Fprintf(m.out, "bodycopy: %s: partial result: %s\n", out.Name, out.Cause)
	}
	every := lineEvery
	if m.terminal {
		every = barEvery
	}
	if time.Since(m.shown) < every {
		return
	}
	m.shown = time.Now()
	m.count()
	if m.terminal {
		fmt.Fprintf(m.out, "\r%s%s\x1b[K", m.bar(t), m.line(t))
		m.drawn = true
	} else {
		fmt.Fprintf(m.out, "bodycopy: %s\n", m.line(t))
	}
}

// count begins to add up the sizes of all inputs, for the time left.
func (m *meter) count() {
	if m.counting || !m.inputs.countable() {
		return
	}
	m.counting = true
	again := lister{args: m.inputs.args, lists: m.inputs.lists}
	go func() {
		var total int64
		for in := range again.all() {
			total += in.size()
		}
		m.total.Store(total)
	}()
}

func (m *meter) bar(t batch.Tally) string {
	total := m.total.Load()
	if total == 0 {
		return ""
	}
	full := int(barWidth * min(t.Read, total) / total)
	return "[" + strings.Repeat("=", full) + strings.Repeat(" ", barWidth-full) + "] "
}

func (m *meter) line(t batch.Tally) string {
	elapsed := time.Since(m.began)
	read := t.Read - m.first
	text := fmt.Sprintf("%d documents, %.1f MB/s, %d failed", t.Documents, float64(read)/1e6/elapsed.Seconds(), t.Lost())
	if total := m.total.Load(); total > 0 && read > 0 {
		left := time.Duration(float64(elapsed) * float64(max(0, total-t.Read)) / float64(read))
		text += fmt.Sprintf(", %v left", left.Round(time.Second))
	}
	return text
}

// clear wipes the bar, so that a message can be written.
func (m *meter) clear() {
	if m.drawn {
		fmt.Fprint(m.out, "\r\x1b[K")
		m.drawn = false
	}
}

// The codes beside the counts of a summary are those of HTTP.
var summaryLines = []struct {
	code int
	name string
	of   func(batch.Tally) int
}{
	{200, "ok", func(t batch.Tally) int { return t.OK }},
	{206, "partial", func(t batch.Tally) int { return t.Partial }},
	{204, "empty", func(t batch.Tally) int { return t.Empty }},
	{500, "error", func(t batch.Tally) int { return t.Failed }},
}

// summary says what came of all documents, those of earlier runs included.
func (m *meter) summary(t batch.Tally) {
	if m.quiet {
		return
	}
	fmt.Fprintf(m.out, "bodycopy: %d documents, %.1f MB, in %v\n", t.Documents, float64(t.Bytes)/1e6, time.Since(m.began).Round(100*time.Millisecond))
	for _, l := range summaryLines {
		fmt.Fprintf(m.out, "  %d %-8s %d\n", l.code, l.name, l.of(t))
	}
}
