package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// Limits bound the work that a page can make. They always hold: a field that
// is zero means its default, a negative one is an error. A page on which a
// limit is hit still gives a result, of what was within the limit, and
// [Result.Partial] names the limit.
//
// How large the result may be shown is no field of these: it follows from the
// page, see [OutputShare] and [ReasonsShare].
type Limits struct {
	Bytes      int // read of the page; default 20 MB
	Nodes      int // of the tree: elements, texts and comments; default 1,000,000
	Depth      int // elements open at once; text nested deeper goes to the element at this depth; default 256
	Attributes int // of one element, the rest are dropped; default 1,000; not of trees, whose attributes are there already

	JSON      int // bytes of one embedded JSON script, a larger one is passed over, and so is one of more than 40,000 values; default 1 MB
	JSONTotal int // bytes of all of a page; default 4 MB
	JSONDepth int // arrays and objects in one another in a script; default 64

	// Time for one page, from the call on, reading included; default 30
	// seconds. [Source.Context] can end it earlier. What time ends is back
	// within 250 ms, if the reader does not block and neither heuristics of the
	// caller's own nor Scope and Skip take more than 10 ms for one element.
	Time time.Duration

	// Refuse makes it an error, [ErrLimit], to hit a limit.
	Refuse bool
}

// Defaults of [Limits].
const (
	DefaultBytes      = 20 << 20
	DefaultNodes      = 1_000_000
	DefaultDepth      = 256
	DefaultAttributes = 1000
	DefaultJSON       = 1 << 20
	DefaultJSONTotal  = 4 << 20
	DefaultJSONDepth  = 64
	DefaultTime       = 30 * time.Second
)

// ErrLimit says that a limit was hit, where [Limits.Refuse] asks for it.
var ErrLimit = errors.New("a limit was hit")

// filled returns the limits with defaults in the place of zeros.
func (l Limits) filled() (Limits, error) {
	for _, f := range []struct {
		name  string
		value *int
		most  int
	}{
		{"Bytes", &l.Bytes, DefaultBytes},
		{"Nodes", &l.Nodes, DefaultNodes},
		{"Depth", &l.Depth, DefaultDepth},
		{"Attributes", &l.Attributes, DefaultAttributes},
		{"JSON", &l.JSON, DefaultJSON},
		{"JSONTotal", &l.JSONTotal, DefaultJSONTotal},
		{"JSONDepth", &l.JSONDepth, DefaultJSONDepth},
	} {
		switch {
		case *f.value < 0:
			return l, fmt.Errorf("extract: %w: Limits.%s is %d", ErrOptions, f.name, *f.value)
		case *f.value == 0:
			*f.value = f.most
		}
	}
	switch {
	case l.Time < 0:
		return l, fmt.Errorf("extract: %w: Limits.Time is %v", ErrOptions, l.Time)
	case l.Time == 0:
		l.Time = DefaultTime
	}
	return l, nil
}

// call is what one call may use up, and which limits it has hit.
type call struct {
	Limits
	clock // of the present step
	walk  segment.Limits
}

// What each step may take after time is up, so that there is something to give
// back, and how many bytes can be decoded and looked over in a second, with
// room to spare.
const (
	stepGrace      = 50 * time.Millisecond
	judgeGrace     = 150 * time.Millisecond
	describeGrace  = 200 * time.Millisecond
	bytesPerSecond = 20 << 20
)

func (e *Extractor) begin(src Source) (*call, error) {
	l, err := e.Limits.filled()
	if err != nil {
		return nil, err
	}
	c := &call{Limits: l, clock: newClock(src.Context, l.Time)}
	c.walk = segment.Limits{
		Nodes: l.Nodes, Depth: l.Depth, Attributes: l.Attributes,
		JSON:     metadata.Limits{Script: l.JSON, Total: l.JSONTotal, Depth: l.JSONDepth},
		Deadline: c.until,
		Stop:     c.stop,
	}
	return c, nil
}

// late tells whether judging has to end: it is given as long as a step after
// time is up, and what [segment.Limits] gives, since blocks are counted out so
// that there is time for them.
func (c *call) late() bool { return c.overrun(judgeGrace) }

// describeLate tells whether describing has to end, which comes behind judging,
// and notes it.
func (c *call) describeLate() bool {
	late := c.overrun(describeGrace)
	if late {
		c.walk.Cut |= segment.CutTime
	}
	return late
}

// overrun tells whether time has been up for so long, or the caller has lost
// interest.
func (c *call) overrun(grace time.Duration) bool {
	return time.Now().After(c.walk.Deadline.Add(grace)) || c.cancelled()
}

// step begins the next step.
func (c *call) step() {
	c.until = time.Now().Add(stepGrace)
	if c.until.Before(c.walk.Deadline) {
		c.until = c.walk.Deadline
	}
}

// clipTime cuts what there is no time left to decode.
func clipTime[T string | []byte](c *call, page T) T {
	left := max(time.Until(c.walk.Deadline), stepGrace)
	if most := int(left.Seconds() * bytesPerSecond); len(page) > most {
		c.walk.Cut |= segment.CutTime
		page = page[:most]
	}
	return page
}

// read reads up to the limit, and no longer than there is time.
func (c *call) read(r io.Reader) ([]byte, error) {
	page, err := io.ReadAll(io.LimitReader(&timed{r, c}, int64(c.Bytes)+1))
	if err != nil {
		return nil, fmt.Errorf("extract: reading: %w", err)
	}
	return page, nil
}

// timed is a reader that ends when time is up.
type timed struct {
	r io.Reader
	c *call
}

func (t *timed) Read(p []byte) (int, error) {
	if t.c.stop() {
		t.c.walk.Cut |= segment.CutTime
		return 0, io.EOF
	}
	n, err := t.r.Read(p)
	if err != nil && err != io.EOF && t.c.ctx.Err() != nil { // the reader knows of the context, too
		t.c.walk.Cut |= segment.CutTime
		err = io.EOF
	}
	return n, err
}

// clipBytes cuts what is beyond the limit on bytes.
func clipBytes[T string | []byte](c *call, page T) T {
	if len(page) > c.Bytes {
		c.walk.Cut |= segment.CutBytes
		page = page[:c.Bytes]
	}
	return page
}

// end names the limits that were hit, and is an error if they may not be. A
// caller who called off the whole thing has no use for a part of it.
func (c *call) end(r *Result) (*Result, error) {
	if c.cancelled() {
		return nil, fmt.Errorf("extract: %w", context.Canceled)
	}
	r.Partial = c.partial()
	if c.Refuse && r.Partial != "" {
		return nil, fmt.Errorf("extract: %w: %s", ErrLimit, r.Partial)
	}
	return r, nil
}

// partial says which limits were hit, each by its name and what came of it.
func (c *call) partial() string {
	if c.walk.Cut == 0 {
		return ""
	}
	var hit []string
	for _, l := range []struct {
		cut  segment.Cut
		text string
	}{
		{segment.CutBytes, fmt.Sprintf("bytes: only the first %d were read", c.Bytes)},
		{segment.CutTime, "time: what was not reached in time is missing"},
		{segment.CutNodes, fmt.Sprintf("nodes: only the first %d were read", c.Nodes)},
		{segment.CutDepth, fmt.Sprintf("depth: elements nested deeper than %d were taken for their ancestors", c.Depth)},
		{segment.CutAttributes, fmt.Sprintf("attributes: only the first %d of an element were read", c.Attributes)},
		{segment.CutMarkup, "markup: tags were left out that make no difference but for the work they are"},
		{segment.CutBlocks, "blocks: small ones were joined, there are too many"},
		{segment.CutJSON, fmt.Sprintf("json: scripts of more than %d bytes or %d values, or nested deeper than %d, and all beyond %d bytes were passed over", c.JSON, metadata.MaxValues, c.JSONDepth, c.JSONTotal)},
	} {
		if c.walk.Cut&l.cut != 0 {
			hit = append(hit, l.text)
		}
	}
	return strings.Join(hit, "; ")
}
