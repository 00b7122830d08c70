package extract

import (
	"fmt"
	"math"
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// othersName is what the weaker reasons of a block are called where they are
// added up.
const othersName = "others"

// reasonDigits rounds their sum, as weights are rounded, to parts of a nat.
const reasonDigits = 1e5

// reasons fills in the reasons of records that are of one block, and tells how
// much of the room they take and whether there was enough for all. Where there
// is not, every block has the same share of what those before it leave.
func (f *fitter) reasons(list []BlockRecord, most room) (size room, whole bool) {
	all := f.sizeOfReasons()
	if all <= most && len(list) == len(f.blocks) {
		for i := range list {
			list[i].Reasons = f.blocks[i].Reasons
		}
		return all, true
	}
	left := most
	for i := range list {
		if next := f.next(i); next == f.first[i]+1 {
			reasons := fold(f.blocks[f.first[i]].Reasons, int(left)/(len(list)-i))
			left -= room(sizeOfReasons(reasons))
			list[i].Reasons = reasons
		}
	}
	return most - left, all == 0
}

// next is the block behind those of a record.
func (f *fitter) next(record int) int {
	if record+1 < len(f.first) {
		return f.first[record+1]
	}
	return f.end
}

func (f *fitter) sizeOfReasons() (size room) {
	for i := range f.blocks {
		size += room(sizeOfReasons(f.blocks[i].Reasons))
	}
	return size
}

// fold keeps the heaviest reasons that fit in so many bytes, and adds up the
// others, so that the sum stays what it is. Nil: not even that fits.
func fold(list []heuristics.Evidence, left int) []heuristics.Evidence {
	if sizeOfReasons(list) <= left {
		return list
	}
	others := heuristics.Evidence{Heuristic: othersName, Role: list[0].Role, Reason: weaker(len(list))}
	left -= sizeOfReasons([]heuristics.Evidence{others})
	if left < 0 {
		return nil
	}
	n := 0
	for left -= sizeOfEvidence(&list[n]); left >= 0; left -= sizeOfEvidence(&list[n]) {
		n++
	}
	for _, e := range list[n:] {
		others.Weight += e.Weight
	}
	others.Weight = math.Round(others.Weight*reasonDigits) / reasonDigits
	others.Reason = weaker(len(list) - n)
	return append(slices.Clip(list[:n]), others)
}

func weaker(n int) string { return fmt.Sprintf("%d that weigh less", n) }
