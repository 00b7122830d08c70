package extract

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// fitter puts into a record what there is room for.
type fitter struct {
	room   room
	blocks []Block
	first  []int // of each record of blocks, the block that it begins with
	end    int   // the first block that is in none
	fewer  bool  // there was no room for a table, link or picture
	less   []string
}

// fill completes a record that has its text and lists. What matters most is
// given room first; paths, which tell least, have what the rest leaves. It tells
// how much room all of it takes, and whether there was time for all reasons: for
// so many bytes of them there is.
func (r *Result) fill(rec *Record, affordable room) (size int, inTime bool) {
	output := r.outputRoom()
	f := fitter{room: output, blocks: r.Blocks}
	f.room -= room(aroundRecord + sizeOf(rec.Partial) + sizeOf(rec.Text))
	rec.Metadata = f.metadata(r.Metadata)
	rec.URL = rec.Metadata.Canonical
	rec.Blocks = f.list()
	rec.Tables = fitted(&f, rec.Tables, (*Table).size, func(t *Table) *int { return &t.Block })
	rec.Links = fitted(&f, rec.Links, (*Link).size, func(l *Link) *int { return &l.Block })
	rec.Images = fitted(&f, rec.Images, (*Image).size, func(i *Image) *int { return &i.Block })
	for i := range rec.Images {
		rec.Images[i].Caption = f.record(rec.Images[i].Caption)
	}
	if f.fewer {
		f.less = append(f.less, "tables, links or pictures are left out")
	}
	f.paths(rec.Blocks)
	if len(f.less) > 0 {
		rec.partial(fmt.Sprintf("output: to be no larger than %d times the page, %s", OutputShare, strings.Join(f.less, ", ")))
	}
	most := r.reasonsRoom()
	reasons, whole := f.reasons(rec.Blocks, min(most, affordable))
	if !whole && affordable >= most {
		rec.partial(fmt.Sprintf("reasons: to be no larger than %d times the page, the weaker ones are added up, and joined blocks have none", ReasonsShare))
	}
	return int(output - f.room + reasons), whole || affordable >= most
}

// list makes records of the blocks, without paths and reasons: one each, or one
// for a run of small ones, of as many as there is room for.
func (f *fitter) list() []BlockRecord {
	list, size := f.records(1)
	for most := 2; size > f.room && most <= longestRun; most *= 2 {
		list, size = f.records(most)
	}
	if len(list) < len(f.blocks) {
		f.less = append(f.less, "small blocks are joined")
	}
	f.end = len(f.blocks)
	if f.room.take(int(size)) {
		return list
	}
	for i := range list {
		if !f.room.take(list[i].size()) {
			f.less = append(f.less, "blocks at the end are left out")
			f.end = f.first[i]
			f.first = f.first[:i]
			return list[:i]
		}
	}
	return list
}

// Blocks below smallBlock bytes of text may be joined, as when a page has too
// many of them, and so many at most: by then a record hardly counts.
const (
	smallBlock = 60
	longestRun = 64
)

// records makes records of all blocks, and joins small ones of a role that
// follow each other, so many at most. They have the score of the one that is
// least sure.
func (f *fitter) records(most int) (list []BlockRecord, size room) {
	list, f.first = make([]BlockRecord, 0, len(f.blocks)), make([]int, 0, len(f.blocks))
	for start, end := 0, 0; start < len(f.blocks); start = end {
		end = start + 1
		for end < len(f.blocks) && end-start < most && sameRun(&f.blocks[end-1], &f.blocks[end]) {
			end++
		}
		text, score := run(f.blocks[start:end])
		rec := BlockRecord{Role: f.blocks[start].Role, Score: math.Round(score*scoreDigits) / scoreDigits, Text: text}
		size += room(rec.size())
		list, f.first = append(list, rec), append(f.first, start)
	}
	return list, size
}

// sameRun tells whether a block may stand in one record with the one before it.
func sameRun(before, b *Block) bool {
	return max(len(before.Text), len(b.Text)) < smallBlock && before.Role == b.Role
}

// run returns the texts of blocks, a line each, and the least of their scores.
func run(blocks []Block) (text string, score float64) {
	if len(blocks) == 1 {
		return blocks[0].Text, blocks[0].Score
	}
	texts := make([]string, len(blocks))
	score = 1
	for i := range blocks {
		texts[i], score = blocks[i].Text, min(score, blocks[i].Score)
	}
	return strings.Join(texts, "\n"), score
}

// scoreDigits rounds scores: nobody can tell more from them than a millionth.
const scoreDigits = 1e6

// record is the index of the record that a block is in, -1 if it is in none.
func (f *fitter) record(block int) int {
	if block < 0 || block >= f.end {
		return -1
	}
	i, found := slices.BinarySearch(f.first, block)
	if !found {
		i--
	}
	return i
}

// fitted keeps the items of a list that there is room for and whose block is in
// a record, which they name from now on.
func fitted[T any](f *fitter, list []T, size func(*T) int, block func(*T) *int) []T {
	kept := list[:0]
	for i := range list {
		item := &list[i]
		at := block(item)
		late := *at >= len(f.blocks) // time was up before its block
		if *at = f.record(*at); *at >= 0 && f.room.take(size(item)) {
			kept = append(kept, *item)
		} else if !late {
			f.fewer = true
		}
	}
	return kept
}

// paths fills in paths. They repeat themselves: those that there is no room for
// are the last tag alone.
func (f *fitter) paths(list []BlockRecord) {
	path, size := "", 0
	for i := range list {
		b := &f.blocks[f.first[i]]
		if i == 0 || !b.samePath(&f.blocks[f.first[i-1]]) {
			if path = ""; b.outline.length(b.element) <= int(f.room) {
				path = b.Path()
			}
			size = sizeOf(path)
		}
		if path != "" && f.room.take(size-len(`""`)) {
			list[i].Path = path
		} else if end := b.outline.end(b.element); f.room.take(sizeOf(end) - len(`""`)) {
			list[i].Path = end
		}
	}
}
