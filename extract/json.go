package extract

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/render"
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
// are done, Partial says so.
func (r *Result) Record(opt Rendering) (Record, error) {
	kept, err := r.kept(opt.Keep)
	if err != nil {
		return Record{}, err
	}
	c := r.clock(opt.Context)
	rec := EmptyRecord()
	rec.URL, rec.Verdict, rec.Metadata, rec.Partial = r.Metadata.Canonical, r.Verdict, r.Metadata, r.Partial
	r.lists(&rec, kept, opt, c)
	some := *r
	some.Blocks = r.Blocks[:c.affordable(r.Blocks)]
	rec.Text, rec.Blocks = some.TextOf(r.policy(opt.Keep)...), some.blockRecords()
	switch err := c.err(); {
	case errors.Is(err, context.Canceled):
		return Record{}, err
	case err != nil:
		rec.Partial = strings.Trim(rec.Partial+"; "+renderingTime, "; ")
	}
	return rec, nil
}

// lists fills in what there is besides blocks.
func (r *Result) lists(rec *Record, kept []bool, opt Rendering, c *clock) {
	if !slices.Contains(kept, true) {
		return
	}
	const share = addressShare / 2 // for pictures, and for links: they stand beside the text
	if !opt.NoImages {
		build := r.building(kept)
		build.URL, build.Stop = r.thrifty(share), c.stop
		rec.Images = append(rec.Images, r.images(build)...)
	}
	a := r.article(kept, Rendering{NoImages: true, NoLinks: opt.NoLinks}, share, c)
	rec.Links = append(rec.Links, links(a)...)
	rec.Tables = append(rec.Tables, tables(a)...)
}

// What the list of blocks may take beside their text, in quarters of the page,
// and what a block takes of that beside its path, in bytes.
const (
	listQuarters = 7
	aroundBlock  = 60
)

// blockRecords lists the blocks. Paths repeat themselves: where the list would
// be too long because of them, the rest are the last tag alone.
func (r *Result) blockRecords() []BlockRecord {
	list := make([]BlockRecord, len(r.Blocks))
	left := r.size*listQuarters/4 - aroundBlock*len(r.Blocks)
	for i := range r.Blocks {
		b := &r.Blocks[i]
		path := ""
		switch {
		case r.size > 0 && left < 0:
			path = b.outline.end(b.element)
		case i > 0 && b.samePath(&r.Blocks[i-1]):
			path = list[i-1].Path
		default:
			path = b.Path()
		}
		left -= len(path)
		list[i] = BlockRecord{b.Role, math.Round(b.Score*scoreDigits) / scoreDigits, path, b.Text, b.Reasons}
	}
	return list
}

// scoreDigits rounds scores: nobody can tell more from them than a millionth.
const scoreDigits = 1e6

// lineSpace is about what laying out adds to JSON for each block, in bytes; links
// and pictures have lines too.
const lineSpace = 8

// JSON returns the result as a JSON object, see [Record], a line an item. It may
// stand in a <script> of a page: a "<" that could begin anything is escaped.
func (r *Result) JSON(opt Rendering) (string, error) {
	rec, err := r.Record(opt)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(rec); err != nil {
		return "", fmt.Errorf("extract: JSON: %w", err)
	}
	var out strings.Builder
	out.Grow(b.Len() + lineSpace*len(rec.Blocks))
	err = render.JSON(&out, render.Inert(b.Bytes()))
	return out.String(), err
}
