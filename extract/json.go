package extract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Record is a result as JSON has it.
type Record struct {
	URL      string        `json:"url"` // the page's canonical address
	Verdict  Verdict       `json:"verdict"`
	Metadata Metadata      `json:"metadata"`
	Text     string        `json:"text"`   // of the blocks that the policy keeps
	Blocks   []BlockRecord `json:"blocks"` // every one, kept or not
	Images   []Image       `json:"images"` // of the blocks that the policy keeps
	Links    []Link        `json:"links"`
	Tables   []Table       `json:"tables"`
	Partial  string        `json:"partial"`
}

// BlockRecord is a block as JSON has it.
type BlockRecord struct {
	Role    heuristics.Role       `json:"role"`
	Score   float64               `json:"score"`
	Path    string                `json:"path"`
	Text    string                `json:"text"`
	Reasons []heuristics.Evidence `json:"reasons,omitempty"`
}

// EmptyRecord returns the record of a page that nothing is known of: its lists
// are there, and empty.
func EmptyRecord() Record {
	return Record{Verdict: Verdict{Kind: KindNone}, Metadata: noMetadata(),
		Blocks: []BlockRecord{}, Images: []Image{}, Links: []Link{}, Tables: []Table{}}
}

// Record returns what JSON shows of the result. If time is up before its lists
// are done, or there is none left for all reasons, Partial says so.
//
// As JSON it is no larger than [OutputShare] and [LeastOutput] allow, and its
// reasons than [ReasonsShare] and [LeastReasons]. What does not fit is made
// smaller: paths become their last tag, small blocks of the same role that
// follow each other become one, and what is left at the end of a list is left
// out; of reasons, the weaker ones of a block are added up in one named
// "others". Partial says so. The text is always whole.
func (r *Result) Record(opt Rendering) (Record, error) {
	rec, _, err := r.record(opt)
	return rec, err
}

// record tells also how many bytes it takes as JSON, and hardly more.
func (r *Result) record(opt Rendering) (rec Record, size int, _ error) {
	kept, err := r.kept(opt.Keep)
	if err != nil {
		return Record{}, 0, err
	}
	c := r.clock(opt.Context)
	rec = EmptyRecord()
	rec.Verdict, rec.Partial = r.Verdict, r.Partial
	r.lists(&rec, kept, opt, c)
	some := *r
	n, reasons := c.affordable(r.Blocks)
	some.Blocks = r.Blocks[:n]
	rec.Text = some.TextOf(r.policy(opt.Keep)...)
	size, inTime := some.fill(&rec, reasons)
	c.up = c.up || !inTime
	switch err := c.err(); {
	case errors.Is(err, context.Canceled):
		return Record{}, 0, err
	case err != nil:
		rec.partial(renderingTime)
	}
	return rec, size, nil
}

// partial adds a limit to those that were hit.
func (rec *Record) partial(limit string) {
	rec.Partial = strings.TrimPrefix(rec.Partial+"; "+limit, "; ")
}

// lists gathers what there is besides blocks.
func (r *Result) lists(rec *Record, kept []bool, opt Rendering, c *clock) {
	if !slices.Contains(kept, true) {
		return
	}
	if !opt.NoImages {
		build := r.building(kept)
		build.Stop = c.stop
		rec.Images = append(rec.Images, r.images(build)...)
	}
	a := r.article(kept, Rendering{NoImages: true, NoLinks: opt.NoLinks}, c)
	rec.Links = append(rec.Links, links(a)...)
	rec.Tables = append(rec.Tables, tables(a)...)
}

// JSON returns the result as a JSON object, see [Record], a line an item. It may
// stand in a <script> of a page: a "<" that could begin anything is escaped.
func (r *Result) JSON(opt Rendering) (string, error) {
	rec, size, err := r.record(opt)
	if err != nil {
		return "", err
	}
	var w writer
	w.Grow(size)
	w.record(&rec)
	s, err := w.End()
	if err != nil {
		return "", fmt.Errorf("extract: JSON: %w", err)
	}
	return s, nil
}
