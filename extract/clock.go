package extract

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"
)

// clock says when work has to end.
type clock struct {
	ctx   context.Context
	until time.Time
	up    bool // it was ended
}

// newClock begins work that may take so long, and no longer than the context,
// which may be nil, lets it.
func newClock(ctx context.Context, most time.Duration) clock {
	if ctx == nil {
		ctx = context.Background()
	}
	until := time.Now().Add(most)
	if d, ok := ctx.Deadline(); ok && d.Before(until) {
		until = d
	}
	return clock{ctx: ctx, until: until}
}

func (r *Result) clock(ctx context.Context) *clock {
	c := newClock(ctx, cmp.Or(r.time, DefaultTime))
	return &c
}

// stop tells whether time is up, or the caller has lost interest.
func (c *clock) stop() bool {
	ended := !time.Now().Before(c.until) || c.cancelled()
	c.up = c.up || ended
	return ended
}

// cancelled tells whether the caller has lost interest. A deadline that is over
// is none of that: it ends the work, not the call.
func (c *clock) cancelled() bool { return errors.Is(c.ctx.Err(), context.Canceled) }

// renderingTime is why a rendering is partial.
const renderingTime = "time: the rendering ends where it was when time was up"

// err is nil if the rendering was done in time.
func (c *clock) err() error {
	switch {
	case c.cancelled():
		return fmt.Errorf("extract: %w", context.Canceled)
	case c.up:
		return fmt.Errorf("extract: %w: %s", ErrLimit, renderingTime)
	}
	return nil
}

// What is still to be done for a byte of a record, to write it as JSON, with
// room to spare: measured at 8 ns. And what may be overrun for it.
const (
	timePerByte = 30 * time.Nanosecond
	recordGrace = 100 * time.Millisecond
)

// affordable is how many of the blocks there is time left for, at least one, and
// how many bytes of reasons beside them.
func (c *clock) affordable(blocks []Block) (n int, reasons room) {
	left := max(time.Until(c.until), recordGrace)
	for i := range blocks {
		const copies = 2 // in the text of the article and in the block
		if left -= time.Duration(copies*len(blocks[i].Text)+aroundBlock) * timePerByte; left < 0 && i > 0 {
			c.up = true
			return i, 0
		}
	}
	return len(blocks), room(max(0, left) / timePerByte)
}
