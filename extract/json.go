package extract

import (
	"encoding/json"
	"fmt"
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

// Record returns what JSON shows of the result.
func (r *Result) Record(opt Rendering) (Record, error) {
	keep := opt.Keep
	if keep == nil {
		keep = r.keep
	}
	if keep == nil {
		keep = defaultKeep
	}
	if err := checkRoles(keep); err != nil {
		return Record{}, err
	}
	rec := EmptyRecord()
	rec.URL, rec.Verdict, rec.Metadata, rec.Text, rec.Partial = r.Metadata.Canonical, r.Verdict, r.Metadata, r.TextOf(keep...), r.Partial
	for i := range r.Blocks {
		b := &r.Blocks[i]
		rec.Blocks = append(rec.Blocks, BlockRecord{b.Role, b.Score, b.Path(), b.Text, b.Reasons})
	}
	if len(keep) == 0 {
		return rec, nil
	}
	if !opt.NoImages {
		rec.Images = append(rec.Images, r.Images(keep...)...)
	}
	if !opt.NoLinks {
		rec.Links = append(rec.Links, r.Links(keep...)...)
	}
	rec.Tables = append(rec.Tables, r.Tables(keep...)...)
	return rec, nil
}

// JSON returns the result as an indented JSON object, see [Record]. It may
// stand in a <script> of a page: "<" is escaped.
func (r *Result) JSON(opt Rendering) (string, error) {
	rec, err := r.Record(opt)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(rec); err != nil {
		return "", fmt.Errorf("extract: JSON: %w", err)
	}
	return strings.ReplaceAll(b.String(), "<", `\u003c`), nil
}
