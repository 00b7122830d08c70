package heuristics

import (
	"errors"
	"fmt"
	"math"
)

// MaxWeight bounds a single piece of evidence, in nats: odds of about nine
// million to one. What weighs more would silence every other heuristic.
const MaxWeight = 16

// Evidence is what one heuristic has to say about one block.
type Evidence struct {
	Heuristic string  `json:"heuristic"`
	Role      Role    `json:"role"`
	Weight    float64 `json:"weight"` // log-odds in nats, within ±MaxWeight; 0 is no opinion
	Reason    string  `json:"reason"` // for a person to read
}

// Level is the answer of a measuring heuristic: an index into its Levels.
type Level int16

// Silent is the level of a heuristic that has no opinion about a block.
const Silent Level = -1

// A Heuristic looks at one block in its page and gives evidence about the
// block's role. It is a value: its name, its documentation and one function.
//
// There are two ways to speak, and a heuristic uses exactly one of them:
//
//   - Judge gives evidence with weights of its own. This is the way for rules
//     that you write by hand.
//   - Measure sorts the block into one of Levels; what a level is worth for
//     each role was measured on labelled pages and stands in a table that is
//     looked up by name. All built-in heuristics measure. One whose name the
//     table does not know has no opinion until it is fitted.
//
// Both are called before neighbours are looked at, so that the blocks around
// are judged in their light. They must not change the page, must give the
// same answer for the same page, and may be called from several goroutines at
// once for different pages.
type Heuristic struct {
	Name string // lower-case words joined by dashes, unique within an extractor
	Doc  string // one sentence: the signal that it looks at

	Judge func(*Page, *Block) []Evidence

	// Needs, if set, are marks: Measure is silent about blocks that have none
	// of them, on themselves or anywhere around, and is not asked.
	Needs Marks

	// Wording, Heading and Nearby do the same for cue phrases: Measure is
	// silent about blocks that have none of these in themselves, in the
	// heading above, in a block up to two places before or behind.
	Wording, Heading, Nearby CueSet

	Measure    func(*Page, *Block) Level
	MeasureAll func(*Page, *Block) []Level // in place of Measure, where a block has several levels at once
	Levels     []string                    // a phrase a level, read as a reason: "no link words"
}

// Errors that [Validate] wraps.
var (
	ErrName   = errors.New("bad heuristic name")
	ErrShape  = errors.New("heuristic needs either Judge, or one of Measure and MeasureAll with Levels")
	ErrWeight = errors.New("weight out of range")
)

// Validate reports the first fault in a list of heuristics: a name that is
// empty, doubled or not lower-case words joined by dashes, or a heuristic
// that does not speak in exactly one way.
func Validate(list []Heuristic) error {
	seen := make(map[string]bool, len(list))
	for i, h := range list {
		switch {
		case !validName(h.Name):
			return fmt.Errorf("heuristics: number %d, %q: %w: want lower-case words joined by dashes", i, h.Name, ErrName)
		case seen[h.Name]:
			return fmt.Errorf("heuristics: number %d, %q: %w: used twice", i, h.Name, ErrName)
		case h.ways() != 1, (h.Judge == nil) != (len(h.Levels) > 0):
			return fmt.Errorf("heuristics: %q: %w", h.Name, ErrShape)
		}
		seen[h.Name] = true
	}
	return nil
}

// ways counts the ways in which a heuristic speaks.
func (h *Heuristic) ways() (n int) {
	for _, speaks := range []bool{h.Judge != nil, h.Measure != nil, h.MeasureAll != nil} {
		if speaks {
			n++
		}
	}
	return n
}

// ValidateEvidence reports evidence that no scorer can add up: a weight that
// is not a number or beyond ±[MaxWeight], or a role that does not exist.
func ValidateEvidence(e Evidence) error {
	if math.IsNaN(e.Weight) || math.Abs(e.Weight) > MaxWeight {
		return fmt.Errorf("heuristics: %q: %w: %v nats, want within ±%d", e.Heuristic, ErrWeight, e.Weight, MaxWeight)
	}
	if e.Role >= NumRoles {
		return fmt.Errorf("heuristics: %q: there is no role %d", e.Heuristic, uint8(e.Role))
	}
	return nil
}

func validName(name string) bool {
	dash := true // a dash may not stand first
	for _, c := range []byte(name) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			dash = false
		case c == '-' && !dash:
			dash = true
		default:
			return false
		}
	}
	return !dash
}
